"""What is worked out from the seen part of a record, and offered to templates beside its fields.

Nothing here looks past the view: what is worked out from what an audience sees, it may see.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefgen.article.dates import When
from briefgen.audience.entries import entries, entry, field, text
from briefgen.audience.matrix import matrix
from briefgen.audience.punctuation import semicolons
from briefgen.audience.relation import Relation
from briefgen.audience.remarks import remarks, row_remarks
from briefgen.audience.scale_strip import scales
from briefgen.audience.source_summary import source_summary
from briefgen.audience.terms import people, terms, told_in
from briefgen.audience.view import Entry, names_in, value_of, with_fields
from briefgen.audience.words import Words

_COMING = ("scheduled", "conditional")
_REFERRING = ("source", "reported_by", "via")
_LADDER = ("delivered", "pledged", "conditional", "planned", "rhetorical", "none")
_SIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("partner", ("partner",)),
    ("own", ("own",)),
    ("others", ("neutral", "opponent", "")),
)


def derive(
    record: Entry, words: Words, relations: Mapping[str, Relation], homes: Mapping[str, str] = MappingProxyType({})
) -> Entry:
    """Add to a seen record what follows from it, and from who is who (see `relation`)."""
    sides = _sides(record, relations, words)
    told = told_in(record)
    answered = [one for one in entries(record, "qa") if text(one, "answer")]
    return with_fields(
        record,
        {
            "coming": tuple(one for one in entries(record, "timeline") if text(one, "status") in _COMING),
            "sides": sides,
            "ladder": _ladder(sides, words),
            "matrix": matrix(record, words, homes),
            "remarks": remarks(record, words),
            "row_remarks": row_remarks(record, words),
            "answers": tuple(answered),
            "questions": tuple(one for one in entries(record, "qa") if one not in answered),
            "spoken": _tiers(record, "top", "if-asked", "if-pressed"),
            "asked": _tiers(record, "if-asked", "if-pressed"),
            "unsaid": _tiers(record, "correction", "do-not-use"),
            "clearance": _clearance(record),
            "scales": scales(record, words),
            "source_summary": source_summary(record, words),
            "revised": tuple(one for one in entries(record, "outlook.judgements") if field(one, "changed_from")),
            "used_sources": _used_sources(record),
            "terms": terms(record, told),
            "people": people(record, told),
        },
    )


def _sides(record: Entry, relations: Mapping[str, Relation], words: Words) -> tuple[Entry, ...]:
    """Part the responses by who acts: partners first, then our own side, then the others; numbered throughout."""
    responses = entries(record, "responses")
    number, sides = 0, []
    for name, members in _SIDES:
        items = []
        for one in responses:
            actor = field(one, "actor")
            if relations.get(text(actor, "id") if isinstance(actor, Entry) else "", "") in members:
                number += 1
                items.append(with_fields(one, {"number": number}))
        if items:
            sides.append((name, tuple(items)))
    headed = any(name != "others" for name, _ in sides)
    return tuple(
        entry(
            name,
            heading=words.say(f"sides.{name}") if headed and name != "partner" else "",
            responses=items,
            actors=_by_actor(items),
        )
        for name, items in sides
    )


def _by_actor(responses: Iterable[Entry]) -> tuple[Entry, ...]:
    """Gather the responses of each actor, in the order in which the actors come up."""
    gathered: dict[str, list[Entry]] = {}
    for one in responses:
        gathered.setdefault(str(field(one, "actor") or ""), []).append(one)
    return tuple(
        entry(name, actor=field(items[0], "actor"), responses=tuple(items)) for name, items in gathered.items()
    )


def _ladder(sides: Iterable[Entry], words: Words) -> tuple[Entry, ...]:
    """List the rungs of commitment from the highest, each with the responses on it; empty where none is known."""
    responses = [one for side in sides for one in entries(side, "responses")]
    if not any(text(one, "commitment") for one in responses):
        return ()
    return tuple(
        entry(
            rung,
            commitment=words.say(f"commitment.{rung}"),
            responses=(held := tuple(one for one in responses if text(one, "commitment") == rung)),
            who=_who(held, words),
        )
        for rung in _LADDER
    )


def _who(responses: Iterable[Entry], words: Words) -> str:
    """Name those on a rung of the ladder, with the numbers of their responses."""
    named = (words.say("ladder.item", actor=field(one, "actor"), number=field(one, "number")) for one in responses)
    return semicolons(named, words) or words.say("ladder.nobody")


def _tiers(record: Entry, *tiers: str) -> tuple[Entry, ...]:
    """Choose lines to take, the most likely to be said first."""
    return tuple(line for tier in tiers for line in entries(record, "lines") if text(line, "tier") == tier)


def _clearance(record: Entry) -> Entry | None:
    """Say for all cleared lines together who cleared them, when the last was cleared and when the first expires."""
    lines = [line for line in entries(record, "lines") if text(line, "cleared_by")]
    if not lines:
        return None
    at, until = (
        sorted((when for line in lines if isinstance(when := field(line, name), When)), key=_moment)
        for name in ("cleared_at", "expires")
    )
    return entry(
        "clearance",
        by=tuple(dict.fromkeys(text(line, "cleared_by") for line in lines)),
        at=at[-1] if at else None,
        expires=until[0] if until else None,
    )


def _used_sources(record: Entry) -> tuple[Entry, ...]:
    """List the sources that something seen rests on, or that somebody is said to have reported in."""
    used = set(_source_ids(record))
    return tuple(one for one in entries(record, "sources") if text(one, "id") in used)


def _source_ids(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _source_ids(item)
    elif isinstance(value, Entry):
        for name in names_in(value):
            found = value_of(value, name)
            if name in _REFERRING and isinstance(found, Entry):
                yield text(found, "id")
            elif name != "sources":
                yield from _source_ids(found)


def _moment(when: When) -> str:
    return when.moment.isoformat() if when.moment else when.text
