"""Statements: what somebody says is so, with the place where it can be looked up."""

from decimal import Decimal
from typing import Annotated, ClassVar

from briefgen.article.dates import When
from briefgen.article.envelope import Marking
from briefgen.article.values import (
    Action,
    ActorRef,
    Approximation,
    BasisRef,
    ClaimKind,
    Commitment,
    Credibility,
    Directness,
    EventStatus,
    Extent,
    Id,
    Language,
    Named,
    Offset,
    OnlySourceRef,
    PositionRef,
    PositionStatus,
    QuoteRef,
    Rank,
    Refers,
    Stance,
)
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The passage of a source that carries a statement: TextQuote and TextPosition of W3C Web Annotation."""

    short: ClassVar[str] = "exact"

    source: OnlySourceRef = ""
    """Needed when there is more than one source."""
    exact: str
    """The passage, word for word; quotation marks, dashes and spaces may differ in kind."""
    prefix: str = ""
    """The words just before it, to tell equal passages apart."""
    suffix: str = ""
    """The words just after it."""
    start: Offset | None = None
    """Where it begins in the stored text, counted in code points from 0."""
    end: Offset | None = None
    """Where it ends: the first code point after it."""
    page: str = ""
    """Where a reader of the printed source finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so, and through whom it reached us."""

    short: ClassVar[str] = "said_by"

    said_by: tuple[Annotated[str, Refers(("actors",), else_text=True)], ...] = ()
    """Actors; where `named` is `unnamed` or `collective`, also words such as *French officials*."""
    reported_by: Annotated[str, Refers(("sources", "actors"))] = ""
    """The source or actor that reported it first."""
    via: Annotated[str, Refers(("sources", "actors"))] = ""
    """The source that relayed that report to us."""
    directness: Directness | None = None
    """Whether the words are theirs, put into other words, from a document, or seen by ourselves."""
    named: Named | None = None
    """Whether the source names them."""
    on: When | None = None
    """When they said so."""
    to: str = ""
    """To whom."""
    implicit: bool = False
    """The source does not say who says so; `said_by` is the drafter's reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Somebody's contradiction of a statement."""

    actor: ActorRef
    text: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with everything needed to read it rightly."""

    short: ClassVar[str] = "value"

    value: Decimal | None = None
    low: Decimal | None = None
    """With `high`, where the source gives a range."""
    high: Decimal | None = None
    unit: str = ""
    """What is counted, such as *people* or *per cent*."""
    currency: str = ""
    """ISO 4217, such as EUR."""
    price_basis: str = ""
    """Such as *2024 prices*."""
    baseline: str = ""
    """What a change is measured from."""
    denominator: str = ""
    """What a rate is a rate of, such as *per 100,000 people*."""
    code: str = ""
    """In a classification, such as an HS code."""
    as_of: When | None = None
    approx: Approximation | None = None
    """How sure the source is of the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Anything in the record that has an id and may be kept from some readers."""

    letter: ClassVar[str] = "x"
    """Begins the ids of those that have none."""

    id: Id = ""
    """Needed only to be referred to."""
    marking: Marking | None = None
    """Where it is closer than the record's own."""
    audiences: tuple[str, ...] = ()
    """The only audiences that may see it; empty for all that its marking allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Portion):
    """What every statement carries.

    `exact`, with `source`, `prefix`, `suffix`, `start`, `end` and `page` where needed, may stand directly in it for
    a single piece of evidence.
    """

    folded: ClassVar[str] = "evidence"

    text: str = ""
    """One proposition, with the date or number that the source has."""
    evidence: tuple[Evidence, ...] = ()
    attribution: Attribution | None = None
    hedge: str = ""
    """The source's own words of caution, such as *up to* or *have hinted*."""
    credibility: Credibility | None = None
    """Admiralty 1 to 6; null is unrated, which is not 6."""
    corroborated_by: tuple[BasisRef, ...] = ()
    """Statements or sources that say the same independently."""
    disputed_by: tuple[Dispute, ...] = ()
    quotes: tuple[QuoteRef, ...] = ()
    """Quotes that carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Statement):
    """A statement of background."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "b"

    text: str
    """One proposition, with the date or number that the source has."""
    kind: ClaimKind | None = None
    """`source-judgement` is somebody else's opinion or forecast, never ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Statement):
    """What an actor demands, offers or refuses: an item of Key Demands."""

    letter: ClassVar[str] = "p"

    label: str
    """Six words at most."""
    actor: ActorRef
    addressee: tuple[ActorRef, ...] = ()
    stance: Stance
    status: PositionStatus = "unknown"
    firmness: Annotated[str, Refers(("statements",))] = ""
    """The statement or judgement that says how firm it is."""
    rank: Rank | None = None
    """1 is the most important."""
    counted_in: str = ""
    """The count of the source that includes it, such as *three demands*."""
    quantity: Quantity | None = None
    deadline: When | None = None
    """By when it wants it."""
    deadline_text: str = ""
    """The deadline as the source words it."""
    consequence: str = ""
    """What follows if it is not met."""
    stage: str = ""
    """Of legislation or proceedings."""
    citation: str = ""
    """The clause, article or paragraph it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Statement):
    """What an actor does about positions: an item of Allied Response."""

    letter: ClassVar[str] = "r"

    actor: ActorRef
    to: tuple[PositionRef, ...] = ()
    """The positions it answers."""
    action: Action
    summary: str = ""
    """One sentence."""
    date: When | None = None
    date_text: str = ""
    """The date as the source words it, such as *Saturday*."""
    commitment: Commitment | None = None
    """How far it has gone: words, a plan, a pledge, or delivery."""
    conditions: str = ""
    """What it depends on."""
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Statement):
    """A point of the timeline."""

    letter: ClassVar[str] = "t"

    text: str
    date: When | None = None
    date_text: str = ""
    """The date as the source words it, such as *Saturday*."""
    inferred: bool = False
    """The source does not give `date`; the drafter worked it out."""
    status: EventStatus | None = None
    zone: str = ""
    """The name of the time zone, printed after a time."""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Statement):
    """A number worth a place of its own."""

    letter: ClassVar[str] = "n"

    label: str
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Portion):
    """Somebody's own words."""

    letter: ClassVar[str] = "q"

    speaker: ActorRef | None
    """Must be written; null where the source does not say whose words they are."""
    text: str
    """As the memo prints it."""
    said_on: When | None = None
    said_to: str = ""
    occasion: str = ""
    """Where it was said, such as *at a press conference in Kyiv*."""
    extent: Extent = "full"
    """Whether it is a whole sentence or a part of one."""
    source: OnlySourceRef = ""
    """Needed when there is more than one source."""
    exact: str = ""
    """The words in the source, where `text` is a translation of them."""
    prefix: str = ""
    """The words just before it, to tell equal passages apart."""
    suffix: str = ""
    """The words just after it."""
    start: Offset | None = None
    """Where it begins in the stored text, counted in code points from 0."""
    end: Offset | None = None
    """Where it ends: the first code point after it."""
    language: Language = ""
    """Of the words as they were said."""
    translator: str = ""
    sic: bool = False
    """The words are wrong or odd in the source too."""
