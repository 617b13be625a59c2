"""What the record says of itself, its sources and the people in it."""

from dataclasses import field
from typing import Annotated, ClassVar

from briefgen.article.dates import When
from briefgen.article.values import (
    Access,
    ActorType,
    DayOrTime,
    Id,
    Language,
    Moment,
    Pattern,
    Refers,
    Reliability,
    Sha256,
    Side,
    SourceRef,
    SourceRole,
    SourceType,
    Tlp,
    UpdateType,
    Url,
)
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """How far something may be shared: a national level, the Traffic Light Protocol, or both."""

    short: ClassVar[str] = "level"

    scheme: str = ""
    """The scheme of `level`, such as `uk-gsc`."""
    level: str = ""
    """Exactly as the scheme spells it, such as `OFFICIAL-SENSITIVE`."""
    caveats: tuple[str, ...] = ()
    """Printed after the level, in this order."""
    handling: str = ""
    """A sentence on what the reader may do with it."""
    tlp: Tlp | None = None
    """The label of the Traffic Light Protocol 2.0."""
    expires: When | None = None
    """When the marking ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """Not to be published before a moment."""

    short: ClassVar[str] = "until"

    until: Moment
    """With its offset from UTC."""
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person or desk that wrote, cleared or answers for the record."""

    short: ClassVar[str] = "name"

    name: str
    role: str = ""
    unit: str = ""
    phone: str = ""
    email: str = ""
    at: DayOrTime | None = None
    """When it was written or cleared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """How machine-written text in the record came about; needed when any was."""

    tool: str
    version: str = ""
    model: str = ""
    prompt_ref: str = ""
    """Where the instructions given to the machine are kept."""
    human_reviewed_by: str = ""
    at: DayOrTime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One earlier version and what changed in it."""

    version: str
    date: DayOrTime
    update_type: UpdateType | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An error of an issued version, put right in the open."""

    date: DayOrTime
    was: str
    """What the wrong version said."""
    now: str
    """What it should have said."""
    affects: tuple[Annotated[str, Refers(("statements", "sources", "actors"), else_text=True)], ...] = ()
    """Ids of what was wrong, or the names of sections."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """Who the memo is from and to, as its header prints it, and how far it may travel."""

    to: tuple[str, ...] = ()
    """Who the memo is for, by office."""
    through: tuple[str, ...] = ()
    """Those who see it on its way to the reader."""
    cc: tuple[str, ...] = ()
    """Who gets a copy."""
    not_to: tuple[str, ...] = ()
    """People, domains or organisations that must not receive it."""
    tear_line: str = ""
    """The id of the section after which the tear line stands; what is above may be passed on."""
    releasable_to: tuple[str, ...] = ()
    """Countries, organisations or mail domains it may be released to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A check that is silenced in this record, and why."""

    check: Annotated[str, Pattern(r"[A-Z]{2,5}[0-9]{2,3}", "the code of a check, such as SRC11")]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A name, whole or in its parts as in CSL-JSON."""

    short: ClassVar[str] = "literal"

    literal: str = ""
    """The name as printed; for organisations, and where parts are not known."""
    family: str = ""
    given: str = ""

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.literal or f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedRange:
    """Between which days an undated source must have appeared."""

    earliest: When
    latest: When
    basis: str = ""
    """What in the source shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where statements come from; the names are those of CSL-JSON.

    A field written as `null` says that the source does not state it, a missing one that nobody looked.
    """

    short: ClassVar[str] = "title"

    id: Id = ""
    """Needed when there is more than one source; a lone one is `s1`."""
    type: SourceType = "document"
    """An item type of CSL 1.0.2."""
    title: str = ""
    author: tuple[Author, ...] = ()
    container_title: str = field(default="", metadata={"key": "container-title"})
    """The newspaper, journal, programme or site it appeared in."""
    publisher: str = ""
    url: Url = field(default="", metadata={"key": "URL"})
    doi: str = field(default="", metadata={"key": "DOI"})
    issued: When | None = None
    """When it was published."""
    issued_range: IssuedRange | None = None
    accessed: When | None = None
    """When it was read."""
    event_date: When | None = field(default=None, metadata={"key": "event-date"})
    """When what it records took place, for hearings and the like."""
    jurisdiction: str = ""
    """Of laws and court cases."""
    authority: str = ""
    """The body that issued it: a court, a ministry, a standards body."""
    archive: str = ""
    """Where the document is kept."""
    language: Language = ""
    """Needed when it is not the record's own."""
    translated_by: str = ""
    text: str = ""
    """The file with the stored text that evidence points into, relative to the record."""
    sha256: Sha256 = ""
    """Of that file."""
    archived_url: Url = ""
    """A copy that will not change."""
    role: SourceRole | None = None
    """How near it is to the facts."""
    seen: bool | None = None
    """Whether the drafter read it; a source known only through another was not seen."""
    derived_from: tuple[SourceRef, ...] = ()
    """Sources that this one rests on; sources with a common ancestor do not corroborate each other."""
    descriptor: str = ""
    """One sentence on its access, quality, bias and limits."""
    reliability: Reliability | None = None
    """Admiralty A to F; null is unrated, which is not F."""
    access: Access | None = None
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who demands, is addressed, responds or is affected."""

    short: ClassVar[str] = "name"

    id: Id = ""
    """Made from the name where it is missing."""
    name: str
    """As the memo prints it."""
    type: ActorType | None = None
    role: str = ""
    """The office held at `as_of`."""
    role_as_printed: str = ""
    """The office as the source words it, where it differs."""
    side: Side | None = None
    """Its part in the matter."""
    groups: tuple[str, ...] = ()
    """What it belongs to, such as `nato`, `eu`, `coalition`; decides who is an ally of the viewpoint."""
    aliases: tuple[str, ...] = ()
    """Other spellings; references may use them too."""
    defined: bool = True
    """Whether it is settled who belongs to it; a grouping that is not is printed in quotation marks."""
    sort_name: str = ""
    """By which lists are sorted, where it is not the name."""
    honorific: str = ""
    pronounce: str = ""
    """How the name is spoken, for people who read the memo aloud."""
    same_as: tuple[str, ...] = field(default=(), metadata={"key": "sameAs"})
    """Identifiers elsewhere: ISO 3166 code, Wikidata id, UN M49 code, address."""
