"""Word file → the words of its body, as its markup has them in order."""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br|p)[ />]")
_UNSEEN = re.compile(r"<mc:Fallback>.*?</mc:Fallback>|<w:sdtPr>.*?</w:sdtPr>", re.DOTALL)
_BOX = "☐"


def read(data: bytes) -> str:
    """Give the words of the body; numbers of lists, which Word counts itself, and boxes to tick are not among them."""
    with ZipFile(BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    pieces = (found[1] or " " if found[1] is not None else " " for found in _TEXT.finditer(_UNSEEN.sub("", body)))
    return unescape("".join(pieces)).replace(_BOX, "")
