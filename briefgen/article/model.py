"""The record: one sourced account of the facts, from which every audience's memo is made.

Values are frozen and of the standard library alone.
Texts that were not given are empty, everything else that was not given is None or an empty tuple.
"""

from typing import Annotated, Literal

from briefgen.article.envelope import (
    Actor,
    Change,
    Correction,
    Distribution,
    Embargo,
    Ignore,
    Marking,
    Production,
    Signatory,
    Source,
)
from briefgen.article.outlook import (
    Answer,
    BottomLine,
    Gap,
    Implication,
    Line,
    Name,
    Option,
    Outlook,
    Point,
    Recommendation,
    Term,
)
from briefgen.article.statements import Claim, Event, Position, Quote, Response, Statistic
from briefgen.article.values import ArticleKind, DayOrTime, Language, Refers, Slug, Status, UpdateType
from briefgen.values import dataclass

_UNMARKED = Marking()
_TO_NOBODY = Distribution()
_NO_OUTLOOK = Outlook()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A structured article: the root of a record."""

    schema: Literal["briefgen/article@1"]
    """The version of this format."""
    id: Slug
    """Names the memos' files; never changes."""
    title: str
    """States the news, in 90 characters at most."""
    kind: ArticleKind = "generic"
    """Decides the headings: what is *Key Demands* for a negotiation is *Key Measures* for a budget."""
    language: Language
    """Of the record's own words, as a BCP 47 tag."""
    as_of: DayOrTime
    """The cut-off: nothing later was known."""
    question: str = ""
    """The one question the memo answers."""
    why_now: str = ""
    """Why the reader needs it today, in one sentence."""
    viewpoint: Annotated[str, Refers(("actors", "groups"))] = ""
    """Whose memo it is: an actor or a group; decides who counts as an ally."""
    status: Status = "draft"
    """Only cleared and issued records are sent."""
    version: str = ""
    """Counts the editions, such as `2` or `1.1`."""
    update_type: UpdateType | None = None
    """`major` needs a `change_note`; `minor` mends typing errors and links."""
    change_note: str = ""
    """What is new since the version before, for readers."""
    supersedes: str = ""
    """The version, or the id of the record, that this one replaces."""
    change_history: tuple[Change, ...] = ()
    corrections: tuple[Correction, ...] = ()
    marking: Marking = _UNMARKED
    embargo: Embargo | None = None
    reference: str = ""
    """The file reference."""
    keywords: tuple[str, ...] = ()
    """What the memo can be found by, where the audience may see them."""
    prepared_by: Signatory | None = None
    cleared_by: tuple[Signatory, ...] = ()
    contact: Signatory | None = None
    production: Production | None = None
    distribution: Distribution = _TO_NOBODY
    sources: tuple[Source, ...]
    """At least one."""
    actors: tuple[Actor, ...] = ()
    """Where it is left out altogether, every actor named elsewhere is declared by that."""
    bluf: BottomLine | None = None
    summary: tuple[Point, ...] = ()
    """In brief, for readers outside the house: two or three points without advice."""
    background: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    responses: tuple[Response, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[Event, ...] = ()
    outlook: Outlook = _NO_OUTLOOK
    gaps: tuple[Gap, ...] = ()
    implications: tuple[Implication, ...] = ()
    options: tuple[Option, ...] = ()
    recommendation: tuple[Recommendation, ...] = ()
    """One, or several in the order of importance."""
    lines: tuple[Line, ...] = ()
    """Lines to take."""
    qa: tuple[Answer, ...] = ()
    names: tuple[Name, ...] = ()
    abbreviations: tuple[Term, ...] = ()
    """Written as a mapping from each abbreviation to what it stands for."""
    glossary: tuple[Term, ...] = ()
    """Written as a mapping from each term to its meaning."""
    ignore: tuple[Ignore, ...] = ()
