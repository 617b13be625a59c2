"""Files inside the file: the record that a memo was made from, as its source (ISO 19005-3, 6.8)."""

from hashlib import md5

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.memo import Attachment, Memo, Meta
from briefgen.values import dataclass
from briefgen.writers.pdf.metadata import moment
from briefgen.writers.pdf.objects import RawObject, RawStream, reference, text_string


@dataclass(frozen=True, slots=True)
class Embedded:
    """What the catalogue says of the files, spelled."""

    names: str
    """The tree by which viewers list them."""
    associated: str
    """The array of those that belong to the document as a whole."""


def embedded(document: PDFDocument, memo: Memo) -> Embedded | None:
    """Put the attachments of `memo` into `document`; nothing where it has none."""
    files = {one.name: _specification(document, one, memo.meta) for one in sorted(memo.attachments, key=_name)}
    if not files:
        return None
    names = " ".join(f"{text_string(name)} {file}" for name, file in files.items())
    return Embedded(f"<< /Names [{names}] >>", f"[{' '.join(files.values())}]")


def _specification(document: PDFDocument, attachment: Attachment, meta: Meta) -> str:
    """Describe a file (7.11.3) and give a reference to the description, which is the title of the memo."""
    stream = reference(document, document.Reference(_stream(attachment, meta)))
    name = text_string(attachment.name)
    made = RawObject(document)
    made.spell(
        f"<< /Type /Filespec /F {name} /UF {name} /Desc {text_string(meta.title)} /AFRelationship /Source "
        f"/EF << /F {stream} /UF {stream} >> >>"
    )
    return made.reference


def _stream(attachment: Attachment, meta: Meta) -> RawStream:
    """Store the bytes (7.11.4); what else it tells is of the record, as is all the memo tells of itself."""
    content, date = attachment.content, f"{moment(meta):D:%Y%m%d%H%M%SZ}"
    check = md5(content, usedforsecurity=False).hexdigest()
    return RawStream(
        content,
        f"/Type /EmbeddedFile /Subtype /{attachment.media_type.replace('/', '#2F')} "
        f"/Params << /Size {len(content)} /CreationDate ({date}) /ModDate ({date}) /CheckSum <{check}> >>",
    )


def _name(attachment: Attachment) -> str:
    return attachment.name
