"""The styles of letters within a paragraph."""

from itertools import combinations

from briefgen.writers.docx.fonts import TICK_BOX_FONT
from briefgen.writers.docx.properties import Letters, letters_of
from briefgen.writers.docx.style_elements import House, character_style
from briefgen.writers.docx.xml import Xml, element, flag

_MARKS = ("Hyperlink", "Strong", "Emphasis")


def character_styles(house: House) -> tuple[Xml, ...]:
    """Write the character styles."""
    theme = house.theme
    chip = Letters(ground=house.banner.ground) if house.banner else Letters()
    return (
        _plain(),
        *(_combined(marks, house) for count in (1, 2, 3) for marks in combinations(_MARKS, count)),
        character_style("Citation", Letters(colour=theme.colours.link)),
        character_style("Field Label", letters_of(theme.label, theme.body)),
        character_style("Tick Box", Letters(font=TICK_BOX_FONT)),
        character_style("Banner Chip", chip),
        character_style("Stamp", Letters(bold=True, colour=theme.colours.text)),
    )


def style_of(marks: frozenset[str]) -> str:
    """Give the id of the style for letters that are `Strong`, `Emphasis` or `Hyperlink`, or several of these."""
    return "".join(mark for mark in _MARKS if mark in marks)


def _plain() -> Xml:
    return element(
        "style",
        element("name", val="Default Paragraph Font"),
        element("uiPriority", val=1),
        flag("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )


def _combined(marks: tuple[str, ...], house: House) -> Xml:
    """Write the style of letters with several marks, for a run can name only one style."""
    letters = Letters()
    if "Hyperlink" in marks:
        letters |= Letters(colour=house.theme.colours.link, underline=True)
    if "Strong" in marks:
        letters |= Letters(bold=True)
    if "Emphasis" in marks:
        letters |= Letters(italic=True)
    return character_style(" ".join(marks), letters, built_in=len(marks) == 1)
