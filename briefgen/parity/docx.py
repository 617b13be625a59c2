"""Word file → the words of its body, as its markup has them in order."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br|p)[ />]")
_UNSEEN = re.compile(r"<mc:Fallback>.*?</mc:Fallback>|<w:sdtPr>.*?</w:sdtPr>", re.DOTALL)
_BOX = "☐"
_SIDES = frozenset(("\u200e\u200f", "\u200f\u200e"))
"""What stands alone in a run to keep words of two directions apart."""


def read(data: bytes) -> str:
    """Give the words of the body; numbers of lists, which Word counts itself, and boxes to tick are not among them."""
    with ZipFile(BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    pieces = (found[1] or " " for found in _TEXT.finditer(_UNSEEN.sub("", body)))
    return unescape("".join(piece for piece in pieces if piece not in _SIDES)).replace(_BOX, "")
