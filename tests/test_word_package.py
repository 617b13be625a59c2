"""A Word file from outside is looked into before anything unpacks it."""

import zipfile
from io import BytesIO

import pytest

from briefgen import word_package
from briefgen.word_package import UnfitError

BODY = "word/document.xml"


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def locked() -> bytes:
    """Set the flag of a password in both headers of the only part."""
    data = bytearray(packed({BODY: b"<a/>"}))
    for at, mark in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        data[data.index(mark) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"no zip", "damaged or locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504, r"old format \.doc, whatever its name, or locked"),
        (packed({BODY: b"<a/>" * 99})[:-40], "damaged or locked"),
        (packed({BODY: b"<a/>" * 99}).replace(b"<a/>", b"<b/>").replace(b"\xb3I", b"\xb4I", 1), "damaged or locked"),
        (locked(), "damaged or locked"),
        (packed({"a.txt": b"a"}), "no Word document"),
        (packed({BODY: b" " * 90_000_000}), "unpack to 90,000,000 bytes"),
        (packed({BODY: b"", **{f"{n}.xml": b"" for n in range(2_100)}}), "2,101 parts"),
        (packed({BODY: b"<a/>"}, zipfile.ZIP_LZMA), "packed as Word does not"),
        (packed({BODY: b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "document type"),
        (packed({BODY: b"<!--" + b" " * 9_000 + b"--><!DOCTYPE a><a/>"}), "document type"),
        (packed({BODY: "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE a><a/>".encode("utf-16")}), "document type"),
        (packed({BODY: b"<a/>", "_rels/.rels": b"<!DOCTYPE a><a/>"}), "document type"),
    ],
    ids=[
        *("text", "Word 97", "cut", "spoilt", "password", "another zip", "bomb", "parts", "lzma"),
        *("entities", "late", "utf-16", "relationships"),
    ],
)
def test_what_is_not_fit_to_be_opened_is_told(data: bytes, told: str) -> None:
    with pytest.raises(UnfitError, match=told):
        word_package.check(data)


def test_a_word_file_passes() -> None:
    word_package.check(packed({BODY: b"<a/>", "word/media/image1.svg": b"<!DOCTYPE svg><svg/>"}))
