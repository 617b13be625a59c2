"""Look into a Word file from outside before anything unpacks it: how large it is, and that it defines no entities.

A Word file is a ZIP archive of XML: it can unpack to a thousand times its size, and its XML could name files of this
machine.
"""

import zipfile
import zlib
from io import BytesIO

MOST_UNPACKED = 80_000_000
"""Bytes of all parts together; more is no document, or an attack."""
MOST_PARTS = 2_000
MOST_TAGS = 400_000
"""Of all parts; more take minutes to go through."""
_BODY = "word/document.xml"
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those of Word; others may ask for gigabytes before they unpack anything."""
_XML = (".xml", ".rels")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Word up to 2003 begin, and also those that a password locks."""
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)
"""What the ZIP library raises for a file that is damaged, or locked with a password."""


class UnfitError(ValueError):
    """What stands against opening a Word file, in a few words."""


class TooLargeError(UnfitError):
    """A Word file is larger than a document may be."""


def check(data: bytes) -> None:
    """Raise `UnfitError` for what is no Word file, is damaged or locked, unpacks to too much, or defines entities."""
    if data.startswith(_OLD):
        raise UnfitError("it is in the old format .doc, whatever its name, or locked with a password")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check_size(package.infolist())
            _check_parts(package)
    except UnfitError:
        raise
    except _BROKEN as error:
        raise UnfitError(f"a damaged or locked file: {error}") from error


def _check_size(parts: list[zipfile.ZipInfo]) -> None:
    size = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or size > MOST_UNPACKED:
        raise TooLargeError(f"{len(parts):,} parts that unpack to {size:,} bytes: more than a document may have")


def _check_parts(package: zipfile.ZipFile) -> None:
    if _BODY not in package.namelist():
        raise UnfitError("a ZIP file that is no Word document")
    tags = 0
    for part in package.infolist():
        if part.compress_type not in _PACKINGS:
            raise UnfitError(f"{part.filename} is packed as Word does not pack")
        content = package.read(part)
        if not part.filename.endswith(_XML):
            continue
        tags += content.count(b"<")
        if any(mark in content for mark in _DOCTYPES):
            raise UnfitError(f"{part.filename} has a document type, which Word never writes")
    if tags > MOST_TAGS:
        raise TooLargeError(f"{tags:,} tags: more than a document may have")
