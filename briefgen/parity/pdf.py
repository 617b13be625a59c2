"""Tagged PDF → its words in the order of its structure tree, as a screen reader speaks them."""

from briefgen.pdf_file import shown


def read(data: bytes) -> str:
    """Give the words of all pages, with U+0002 for the hyphen at the end of a line.

    `ValueError` if pdfium cannot open the file.
    """
    return shown(data).spoken
