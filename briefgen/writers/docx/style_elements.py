"""Make one style: its name as Word knows it, its id, and what it says of paragraphs and letters."""

from typing import Unpack

from briefgen.memo import Banner
from briefgen.theme import TextStyle, Theme
from briefgen.values import dataclass
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.properties import (
    Border,
    Layout,
    Letters,
    letters_of,
    paragraph_properties,
    run_properties,
)
from briefgen.writers.docx.xml import NOTHING, Xml, element, flag


@dataclass(frozen=True, slots=True)
class House:
    """What the styles of a memo are made from; two memos of one house share all their styles."""

    theme: Theme
    language: str
    banner: Banner | None = None

    @property
    def right_to_left(self) -> bool:
        """Tell which way the memo is read."""
        return is_right_to_left(self.language)

    def bar(self, width: float, colour: str, space: float) -> Border:
        """Draw a line along the side where reading starts; Word's borders do not turn with the paragraph."""
        return Border("right" if self.right_to_left else "left", width, colour, space)


def style_id(name: str) -> str:
    """Give the id by which paragraphs name a style."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def paragraph_style(
    theme: Theme,
    name: str,
    look: TextStyle,
    letters: Letters | None = None,
    *,
    based_on: str = "Normal",
    following: str = "",
    built_in: bool = False,
    **layout: Unpack[Layout],
) -> Xml:
    """Write a paragraph style: `look`, and what `letters` and `layout` add to it."""
    spacing = Layout(before=look.before, after=look.after, leading=look.leading)
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=style_id(based_on)),
        element("next", val=style_id(following)) if following else NOTHING,
        element("uiPriority", val=1),
        flag("qFormat"),
        paragraph_properties(**(spacing | layout)),
        run_properties(**(letters_of(look, theme.body) | (letters or Letters()))),
        type="paragraph",
        customStyle=None if built_in else 1,
        styleId=style_id(name),
    )


def character_style(name: str, letters: Letters, *, built_in: bool = False) -> Xml:
    """Write a character style."""
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val="DefaultParagraphFont"),
        element("uiPriority", val=2),
        flag("qFormat", when=built_in),
        run_properties(**letters),
        type="character",
        customStyle=None if built_in else 1,
        styleId=style_id(name),
    )
