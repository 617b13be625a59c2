"""The letterhead at the top and bottom of the page, its pictures within the page itself."""

from base64 import b64encode
from collections.abc import Sequence

from briefgen.theme import Picture, Strip
from briefgen.writers.html.inlines import escaped


def letterhead(strips: Sequence[Strip]) -> str:
    """Write lines of a letterhead, or nothing."""
    lines = "".join(f'<p class="{strip.side}">{_content(strip)}</p>\n' for strip in strips)
    return f'<div class="letterhead">\n{lines}</div>\n' if lines else ""


def _content(strip: Strip) -> str:
    words = f"<strong>{escaped(strip.text)}</strong>" if strip.style.bold else escaped(strip.text)
    return " ".join((*map(_picture, strip.pictures), *([words] if strip.text else [])))


def _picture(picture: Picture) -> str:
    """Write a picture; one that takes no words is passed over by screen readers."""
    size = f'width="{_dots(picture.width)}" height="{_dots(picture.height)}"'
    return f'<img src="data:image/png;base64,{b64encode(picture.png).decode()}" alt="{escaped(picture.alt)}" {size}>'


def _dots(points: float) -> int:
    """Count in dots of CSS, 96 to the inch."""
    return round(points * 96 / 72)
