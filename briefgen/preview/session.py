"""What is looked at: an article, an audience or two, a language, a format. All of it stands in the page's address."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Literal, TypeVar, get_args
from urllib.parse import urlencode

from briefgen.values import dataclass

Look = Literal["pdf", "docx", "html", "txt", "md"]
"""How the memo is shown: by the name of its format."""
Pane = Literal["findings", "sources", "record"]
"""What stands beside the memo."""
ZOOMS = ("fit", "50", "75", "100", "125", "150", "200", "300")
"""Widths of a page: that of the window, or per cent of the paper's."""
T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that can be chosen: how the address calls it, and how people do."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from."""

    articles: tuple[Named, ...]
    audiences: tuple[Named, ...]
    languages: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen; every value is one of an `Offer`."""

    article: str
    audience: str
    beside: str = ""
    """A second audience, shown beside the first; empty for none."""
    language: str = ""
    """Of the memo's own words; empty for that of the record or the audience."""
    look: Look = "pdf"
    pane: Pane = "findings"
    zoom: str = "fit"
    at: str = ""
    """The key of a sentence whose sources are shown."""
    finding: str = ""
    """The key of a finding that is opened."""


def key_of(text: str) -> str:
    """Give a short name for a text, the same in every run."""
    return sha256(text.encode()).hexdigest()[:12]


def read_choice(asked: Mapping[str, str], offer: Offer, usual: Choice) -> Choice:
    """Read an address; what it does not say, or what is not offered, is as in `usual`."""
    audiences = _keys(offer.audiences)
    return Choice(
        article=_one(asked.get("article"), _keys(offer.articles), usual.article),
        audience=_one(asked.get("audience"), audiences, usual.audience),
        beside=_one(asked.get("beside"), audiences, ""),
        language=_one(asked.get("language"), _keys(offer.languages), ""),
        look=_one(asked.get("look"), get_args(Look), usual.look),
        pane=_one(asked.get("pane"), get_args(Pane), "findings"),
        zoom=_one(asked.get("zoom"), ZOOMS, "fit"),
        at=_key(asked.get("at")),
        finding=_key(asked.get("finding")),
    )


def address(choice: Choice, **changes: str) -> str:
    """Give the part of the address behind the question mark, with some of the choice changed."""
    changed = replace(choice, **changes)  # type: ignore[arg-type] # read back by `read_choice`
    told = {name: str(getattr(changed, name)) for name in Choice.__slots__}
    return f"?{urlencode({name: value for name, value in told.items() if value and (name, value) not in _UNSAID})}"


_UNSAID = (("look", "pdf"), ("pane", "findings"), ("zoom", "fit"))


def _keys(named: Iterable[Named]) -> tuple[str, ...]:
    return tuple(one.key for one in named)


def _one(asked: str | None, known: tuple[T, ...], otherwise: T) -> T:
    return next((one for one in known if one == asked), otherwise)


def _key(asked: str | None) -> str:
    return asked if asked and len(asked) == len(key_of("")) and asked.isalnum() else ""
