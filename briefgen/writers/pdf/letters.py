"""What text is set from: runs of letters of one look."""

from typing import Literal

from briefgen.values import dataclass

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a run look, and what they belong to."""

    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "#1a1a1a"
    underline: bool = False
    language: str = ""
    """BCP 47; chooses the shapes that a language wants."""
    tag: object = None
    """Anything of the caller's, such as the element of the structure that the run is part of."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one kind of letters; a line feed in it begins a new line."""

    text: str
    letters: Letters
