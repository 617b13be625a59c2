"""An audience pack: which sections in which order, what of the record this audience may see, and how it is set."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefgen.audience.view import Sight
from briefgen.errors import AudienceError
from briefgen.nearest import meant_or_known
from briefgen.numbering import Numbering
from briefgen.shelf import Shelf
from briefgen.values import dataclass

WhenEmpty = Literal["omit", "state", "error"]
Citations = Literal["numbers", "words", "none"]
TypeSize = Literal["standard", "large"]


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a memo may be; None where its pack sets no limit. Measured on what was made."""

    words: int | None = None
    pages: int | None = None
    sentence_max: int | None = None
    """Words in a sentence."""
    line_words: int | None = None
    """Words in a line to take."""
    sections: Mapping[str, int] = field(default_factory=dict)
    """Section → its words."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a memo for this audience is set; colours and fonts are the house's."""

    numbering: Numbering = "none"
    type_size: TypeSize = "standard"
    citations: Citations = "numbers"
    """Numbers that lead to the source list, the source in a few words after the sentence, or nothing."""
    portions: bool = False
    """Whether parts that are marked closer than the record say so."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What `audience.yaml` says, together with that of the audiences it extends."""

    id: str
    chain: tuple[str, ...]
    """The audience and those it extends, nearest first: where its templates and words are looked for."""
    title: str
    """Who they are: *Minister*."""
    paper: str
    """What sort of paper they get; empty where the words of the language say it."""
    language: str
    """Of headings and phrases; empty for the record's."""
    sections: tuple[str, ...]
    """Section ids in the order of the memo."""
    headings: Mapping[str, str]
    """Section → a heading of its own."""
    empty: Mapping[str, WhenEmpty]
    """Section → what becomes of it when there is nothing in it; left out, where nothing is said."""
    require: tuple[str, ...]
    """Paths of fields that a record must have for this audience."""
    marked: bool
    """Whether the marking is printed."""
    sight: Sight
    attach_record: bool
    """Whether this audience may have the record itself, which holds all that the memo leaves out; never inherited."""
    formats: tuple[str, ...]
    """Formats that this audience wants; empty for those of the project."""
    budget: Budget
    style: Style


def load(name: str, shelf: Shelf) -> Pack:
    """Read the pack of the audience `name`; `AudienceError` says what is wrong with it, or which one was meant."""
    from briefgen.audience.pack_file import read_pack

    if f"{name}/audience.yaml" not in shelf.files:
        raise AudienceError.of("AUD01", f"there is no audience {name!r}", hint=meant_or_known(name, shelf.audiences()))
    return read_pack(name, shelf)
