"""Read an article from a file, told by its first bytes: text, a web page, a Word document or a PDF."""

from briefgen.draft.compose import Raw
from briefgen.draft.text import MOST_CHARACTERS
from briefgen.errors import RecordError
from briefgen.notices import Place

MOST_BYTES = 20_000_000
"""Larger than any article with its pictures."""


def read_article(data: bytes, name: str) -> Raw:
    """Read the text of an article and what its file says of it; `RecordError` says why that cannot be done."""
    if len(data) > MOST_BYTES:
        message = f"the file has {len(data):,} bytes, more than the {MOST_BYTES:,} that an article may have"
        raise RecordError.of("DRF01", message, place=Place(name))
    raw = _read(data, name)
    if not raw.text.strip():
        hint = "a scanned page must be made text first" if data.startswith(b"%PDF-") else ""
        raise RecordError.of("DRF02", "the file holds no text", place=Place(name), hint=hint)
    if len(raw.text) > MOST_CHARACTERS:
        message = (
            f"the text has {len(raw.text):,} characters, more than the {MOST_CHARACTERS:,} that an article may have"
        )
        raise RecordError.of("DRF01", message, place=Place(name))
    return raw


def _read(data: bytes, name: str) -> Raw:
    if data.startswith(b"%PDF-"):
        from briefgen.draft.reading.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04"):
        from briefgen.draft.reading.word import read_word

        return read_word(data, name)
    if _is_page(data):
        from briefgen.draft.reading.page import read_page

        return read_page(data, name)
    from briefgen.draft.reading.plain import read_plain

    return read_plain(data, name)


def _is_page(data: bytes) -> bool:
    opening = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return (
        opening.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml"))
        and b"<html" in data[:20000].lower()
    ) or opening.startswith(b"<!doctype html")
