"""Pictures of a PDF's pages: each kept under a key of its looks, so that only pages that changed are fetched again.

PDFium is not made for threads: all of this runs in the one that the page's renders run in.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from io import BytesIO
from typing import Any

from briefgen.preview.boxes import Box, boxes_of
from briefgen.preview.sentences import Sentence
from briefgen.values import dataclass

SCALES = (0.25, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Pixels of a picture for each pixel of CSS at 100 per cent; the first is that of thumbnails."""
_PIXELS = 96 / 72
"""Pixels of CSS in a point."""
_MOST = 240
"""Pages that are remembered."""
_MOST_DRAWN = 80
"""Pictures that are kept."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is shown; lengths are points."""

    key: str
    number: int
    width: float
    height: float
    boxes: Mapping[str, tuple[Box, ...]]
    """The key of each sentence on it → where it stands."""

    @property
    def pixels(self) -> tuple[int, int]:
        """Its width and height at 100 per cent."""
        return round(self.width * _PIXELS), round(self.height * _PIXELS)


@dataclass(slots=True)
class Album:
    """Remembers the pages that were shown last, and draws them."""

    _pages: OrderedDict[str, tuple[bytes, int]] = field(default_factory=OrderedDict)
    """Key of a page → its PDF, and its number there, from 0."""
    _drawn: OrderedDict[tuple[str, float], bytes] = field(default_factory=OrderedDict)

    def sheets(self, pdf: bytes, sentences: tuple[Sentence, ...]) -> tuple[Sheet, ...]:
        """Look at all pages of a PDF, and remember them."""
        document = _opened(pdf)
        try:
            boxes = boxes_of(document, sentences)
            return tuple(self._sheet(pdf, document[n], n, boxes.get(n, {})) for n in range(len(document)))
        finally:
            document.close()

    def picture(self, key: str, scale: float) -> bytes | None:
        """Draw a page as PNG; None for a page that is not remembered."""
        if key not in self._pages or scale not in SCALES:
            return None
        if (key, scale) not in self._drawn:
            pdf, number = self._pages[key]
            document = _opened(pdf)
            try:
                self._drawn[key, scale] = _png(document[number], scale)
            finally:
                document.close()
            _forget(self._drawn, _MOST_DRAWN)
        return self._drawn[key, scale]

    def _sheet(self, pdf: bytes, page: Any, number: int, boxes: Mapping[str, tuple[Box, ...]]) -> Sheet:  # noqa: ANN401 - pypdfium2 has no types
        looks = page.render(scale=1)
        key = sha256(bytes(looks.buffer) + repr(page.get_size()).encode()).hexdigest()[:16]
        self._pages[key] = (pdf, number)
        self._pages.move_to_end(key)
        _forget(self._pages, _MOST)
        width, height = page.get_size()
        return Sheet(key, number + 1, width, height, boxes)


def _opened(pdf: bytes) -> Any:  # noqa: ANN401 - as above
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)


def _png(page: Any, scale: float) -> bytes:  # noqa: ANN401 - as above
    file = BytesIO()
    page.render(scale=scale * _PIXELS).to_pil().save(file, "PNG", compress_level=3)
    return file.getvalue()


def _forget(kept: OrderedDict[Any, Any], most: int) -> None:
    """Forget the oldest."""
    while len(kept) > most:
        kept.popitem(last=False)
