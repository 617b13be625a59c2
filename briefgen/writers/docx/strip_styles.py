"""The styles of a letterhead's lines, one for each look that they have."""

from briefgen.theme import Letterhead, TextStyle, Theme
from briefgen.writers.docx.style_elements import paragraph_style, style_id
from briefgen.writers.docx.xml import Xml


def strip_styles(theme: Theme) -> tuple[Xml, ...]:
    """Write the styles."""
    looks = enumerate(_looks(theme.letterhead), 1)
    return tuple(paragraph_style(theme, f"Letterhead {number}", look) for number, look in looks)


def strip_style(look: TextStyle, letterhead: Letterhead) -> str:
    """Give the id of the style for lines of a look."""
    return style_id(f"Letterhead {1 + _looks(letterhead).index(look)}")


def _looks(letterhead: Letterhead) -> tuple[TextStyle, ...]:
    return tuple(dict.fromkeys(strip.style for strip in letterhead.strips))
