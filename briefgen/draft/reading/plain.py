"""Read plain text."""

from briefgen.draft.compose import Raw
from briefgen.errors import RecordError
from briefgen.notices import Place


def read_plain(data: bytes, name: str) -> Raw:
    """Read UTF-8, UTF-16 that says so, or Windows-1252, in which older systems save what is pasted."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Raw(_decoded(data, "utf-16", name))
    if b"\x00" in data:
        raise RecordError.of(
            "DRF03", "neither text, a web page, a Word document nor a PDF", place=Place(name), hint="save it as text"
        )
    try:
        return Raw(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Raw(_decoded(data, "windows-1252", name))


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"neither UTF-8 nor {encoding} at byte {error.start}"
        raise RecordError.of("DRF03", message, place=Place(name), hint="save it as UTF-8") from error
