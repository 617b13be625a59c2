"""The analyst's part: judgements and what they rest on, advice, lines to take, wording.

Nothing here comes from an article, and nothing here is ever written by briefgen.
"""

from dataclasses import field
from typing import Annotated, ClassVar

from briefgen.article.dates import When
from briefgen.article.statements import Portion
from briefgen.article.values import (
    Ask,
    BasisRef,
    DayOrTime,
    Ground,
    Level,
    Refers,
    Scale,
    Tier,
)
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BottomLine(Portion):
    """The bottom line up front, in the analyst's own words."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "bluf"

    text: str
    """What the reader must take away, in four lines at most."""
    based_on: tuple[BasisRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(Portion):
    """One point of the summary."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "pt"

    text: str
    based_on: tuple[BasisRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """A term of a scale of likelihood."""

    short: ClassVar[str] = "term"

    scale: Scale = "icd203"
    """The table the term comes from; `likely` differs from one to the next."""
    term: str
    """As the scale spells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How good the grounds of a judgement are; not how likely the event is."""

    level: Level
    basis: str
    """Why: sources, assumptions, gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFrom:
    """The earlier judgement that this one replaces."""

    judgement: str
    """Its words, or its id in the earlier version."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Portion):
    """What an analyst holds to be more or less likely, signed."""

    letter: ClassVar[str] = "j"

    text: str
    """The sentence as printed, with its term of likelihood and without the confidence."""
    event: str
    """What will or will not have happened, so that it can be told afterwards."""
    horizon: When
    """By when."""
    likelihood: Likelihood
    confidence: Confidence
    based_on: tuple[BasisRef, ...]
    """Statements, assumptions and sources it rests on."""
    alternatives: tuple[str, ...] = ()
    """Other readings of the same evidence."""
    so_what: str = ""
    """What follows for the reader."""
    changed_from: ChangedFrom | None = None
    by: str
    """The analyst or desk that answers for it."""
    on: DayOrTime | None = None
    cleared_for: tuple[str, ...] = ()
    """Audiences beyond the analyst's own that may see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Portion):
    """What is taken as given."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "a"

    text: str
    linchpin: bool = False
    """If it falls, the judgements fall."""
    if_wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Portion):
    """One way in which things may go."""

    letter: ClassVar[str] = "sc"

    label: str
    text: str
    likelihood: Likelihood | None = None
    triggers: tuple[str, ...] = ()
    implications: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Portion):
    """Something to watch for."""

    short: ClassVar[str] = "watch"
    letter: ClassVar[str] = "i"

    watch: str
    """What can be observed."""
    where: str = ""
    by: When | None = None
    points_to: tuple[Annotated[str, Refers(("judgements", "scenarios"))], ...] = ()
    """The scenarios or judgements it speaks for."""
    threshold: str = ""
    """From where on it counts."""
    status: str = ""
    """What was seen last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What may come; empty where no assessment has been supplied."""

    short_list: ClassVar[str] = "judgements"

    judgements: tuple[Judgement, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Portion):
    """What we do not know."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "g"

    text: str
    consequence: str = ""
    """What it keeps us from saying."""
    how_to_close: str = ""
    owner: str = ""
    """Who is to close it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication(Portion):
    """What it means for somebody."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "m"

    for_whom: Annotated[str, Refers(("actors",), else_text=True)] = field(default="", metadata={"key": "for"})
    """An actor, or a portfolio in words."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Portion):
    """One thing that could be done."""

    letter: ClassVar[str] = "o"

    label: str
    text: str = ""
    arguments_for: tuple[str, ...] = field(default=(), metadata={"key": "for"})
    arguments_against: tuple[str, ...] = field(default=(), metadata={"key": "against"})
    cost: str = ""
    risk: str = ""
    legal: str = ""
    timing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Portion):
    """What the reader is asked to do, by when and why then."""

    letter: ClassVar[str] = "rec"

    ask: Ask
    text: str
    """What to agree, note, sign, discuss or approve; a thing to note must be said."""
    option: Annotated[str, Refers(("options",))] = ""
    """The option it takes up."""
    decide_by: DayOrTime | None = None
    """The critical date."""
    reason_for_date: str = ""
    """Why by then."""
    contrary_views: tuple[str, ...] = ()
    """Who advises otherwise, and why."""
    choices: tuple[str, ...] = ()
    """The answers to tick; empty for those that go with `ask`."""
    based_on: tuple[BasisRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Portion):
    """A line to take, to be spoken."""

    short: ClassVar[str] = "text"
    letter: ClassVar[str] = "l"

    tier: Tier = "top"
    """When it may be used."""
    text: str
    """Forty spoken words at most."""
    basis: tuple[BasisRef, ...] = ()
    cleared_by: str = ""
    cleared_at: DayOrTime | None = None
    expires: DayOrTime | None = None
    ground: Ground = "on-record"
    """Whether it may be quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Portion):
    """A question that may come, and the answer to it."""

    letter: ClassVar[str] = "qa"

    question: str
    answer: str = ""
    """Empty for a question that the reader is advised to put to others."""
    basis: tuple[BasisRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """How a name is written in the memo, whatever its sources write."""

    short: ClassVar[str] = "preferred"

    preferred: str
    """As the memo writes it."""
    variants: tuple[str, ...] = ()
    """As sources write it."""
    note: str = ""
    """For drafters."""
    footnote: str = ""
    """For readers."""
    authority: str = ""
    """Who decides it."""
    keep_in_quotes: bool = True
    """Leave the variants as they are within quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An abbreviation or a term, and what it stands for."""

    term: str
    meaning: str
