"""The kinds of value that fields of the record hold, beyond plain text, and the words they choose from.

A field says its kind in its type: `Annotated[str, Refers("actors")]` is text for Python and its type checker, and
for the reader and the JSON Schema the id of an actor.
"""

from typing import Annotated, Literal

from briefgen.article.dates import Precision, When
from briefgen.values import dataclass

Namespace = Literal[
    "sources", "actors", "groups", "positions", "quotes", "statements", "judgements", "scenarios", "options"
]
"""What an id can name; `statements` holds everything with an id except sources and actors."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text of a certain shape."""

    regex: str
    """For the whole text; in the part of the language that Python and ECMAScript share."""
    meaning: str
    """Completes the sentence *expected …*."""


@dataclass(frozen=True, slots=True)
class Refers:
    """The id of something else in the record."""

    to: tuple[Namespace, ...]
    else_text: bool = False
    """What is not an id or a name stays as the words it is."""
    if_only: bool = False
    """Left out, it means the only thing there is to refer to."""


@dataclass(frozen=True, slots=True)
class Between:
    """A number within bounds, both included."""

    low: int
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Precise:
    """A date of one of these precisions."""

    precisions: tuple[Precision, ...]
    meaning: str


Slug = Annotated[str, Pattern(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", "letters, digits, '.', '_' and '-', at most 80")]
Id = Annotated[str, Pattern(r"[^\s\[\]{},/]{1,80}", "one word of at most 80 characters without brackets, ',' or '/'")]
Language = Annotated[
    str,
    Pattern(
        r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?",
        "a language tag of BCP 47, such as en-GB",
    ),
]
Url = Annotated[str, Pattern(r"https?://[^\s<>\"]+", "an address that starts with http:// or https://")]
Sha256 = Annotated[str, Pattern(r"[0-9A-Fa-f]{64}", "64 hexadecimal digits")]

DayOrTime = Annotated[When, Precise(("day", "time"), "a day such as 2025-03-12, or a time with its zone")]
Moment = Annotated[When, Precise(("time",), "a time with its zone, such as 2025-03-12T14:30Z")]

SourceRef = Annotated[str, Refers(("sources",))]
OnlySourceRef = Annotated[str, Refers(("sources",), if_only=True)]
ActorRef = Annotated[str, Refers(("actors",))]
PositionRef = Annotated[str, Refers(("positions",))]
QuoteRef = Annotated[str, Refers(("quotes",))]
BasisRef = Annotated[str, Refers(("statements", "sources"))]
"""Anything that something can rest on."""

Offset = Annotated[int, Between(0)]
Rank = Annotated[int, Between(1)]
Credibility = Annotated[int, Between(1, 6)]
"""Admiralty: 1 confirmed by other sources … 5 improbable, 6 its truth cannot be judged."""

ArticleKind = Literal[
    "negotiation",
    "conflict",
    "trade",
    "budget",
    "health",
    "climate",
    "legislation",
    "election",
    "disaster",
    "legal",
    "generic",
]
Status = Literal["draft", "cleared", "issued", "superseded", "withdrawn"]
UpdateType = Literal["major", "minor", "republish"]
Tlp = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]
"""Traffic Light Protocol 2.0; its labels are never translated."""

SourceType = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
"""Item types of CSL 1.0.2."""
SourceRole = Literal[
    "primary-document", "primary-reporting", "secondary", "aggregator", "official", "dataset", "own-observation"
]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Admiralty: A completely reliable … E unreliable, F cannot be judged."""
Access = Literal["open", "paywalled", "restricted", "personal"]

ActorType = Literal["person", "state", "organisation", "grouping", "market", "public"]
Side = Literal["demander", "addressee", "responder", "mediator", "guarantor", "affected", "observer"]

ClaimKind = Literal["event", "statement", "document", "statistic", "plan", "source-judgement"]
Directness = Literal["direct-quote", "paraphrase", "document", "observed"]
Named = Literal["named", "unnamed", "collective"]
Approximation = Literal["about", "up-to", "at-least", "over", "under"]
Stance = Literal[
    "demands", "conditions", "offers", "proposes", "requests", "rejects", "accepts", "reserves", "red-line"
]
PositionStatus = Literal["open", "met", "partly-met", "refused", "withdrawn", "superseded", "unknown"]
Action = Literal[
    "supports",
    "opposes",
    "urges",
    "mediates",
    "convenes",
    "commits",
    "funds",
    "supplies",
    "sanctions",
    "retaliates",
    "legislates",
    "litigates",
    "warns",
    "abstains",
    "silent",
    "comments",
]
Commitment = Literal["none", "rhetorical", "planned", "conditional", "pledged", "delivered"]
Extent = Literal["full", "fragment"]
EventStatus = Literal["past", "scheduled", "conditional"]

Scale = Literal["icd203", "phia", "ipcc", "kent"]
Level = Literal["high", "moderate", "low"]
Ask = Literal["agree", "note", "sign", "discuss", "approve"]
Tier = Literal["top", "if-asked", "if-pressed", "do-not-use", "correction"]
Ground = Literal["on-record", "background", "internal"]
