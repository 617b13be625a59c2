"""See the pages of a PDF as its readers do: the text of each, and where on the page it stands."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class Seen:
    """A stretch of text on one line."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def texts(data: bytes) -> tuple[str, ...]:
    """Give the text of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return tuple(page.get_textpage().get_text_bounded() for page in pdf)


def lines(data: bytes, page: int = 0) -> tuple[Seen, ...]:
    """Give what stands on a page, from top to bottom; lengths are points from the lower left corner."""
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[page].get_textpage()
        rectangles = [text.get_rect(number) for number in range(text.count_rects())]
        seen = [Seen(text.get_text_bounded(*edges).strip(), *edges) for edges in rectangles]
    return tuple(sorted(seen, key=lambda one: (-one.bottom, one.left)))
