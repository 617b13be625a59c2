"""Save a Word file so that the same memo is the same bytes, and says of itself what the memo does."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefgen.memo import Meta

if TYPE_CHECKING:
    from docx.document import Document

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file can name."""
_LONGEST = 255
"""Characters that python-docx writes into a property."""


def packed(document: "Document", meta: Meta) -> bytes:
    """Give the bytes of `document` with the properties of its memo, not those of whoever made the template."""
    _describe(document, meta)
    saved = BytesIO()
    document.save(saved)
    target = BytesIO()
    with ZipFile(saved) as written, ZipFile(target, "w") as archive:
        for name in written.namelist():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.compress_type = 0, ZIP_DEFLATED
            archive.writestr(entry, written.read(name))
    return target.getvalue()


def _describe(document: "Document", meta: Meta) -> None:
    properties = document.core_properties
    told = {
        "title": meta.title,
        "author": meta.author,
        "subject": meta.subject,
        "keywords": ", ".join(meta.keywords),
        "language": meta.language,
        "identifier": meta.reference,
        "last_modified_by": meta.author,
        "content_status": meta.stamp or meta.status,
        "category": "",
        "comments": "",
        "version": "",
    }
    for name, value in told.items():
        setattr(properties, name, value[:_LONGEST])
    moment = datetime.fromisoformat(meta.created)
    properties.created = properties.modified = moment
    properties.revision = 1
