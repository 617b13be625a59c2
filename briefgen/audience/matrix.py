"""The position × actor matrix: what each actor does about each position, in a word and a mark."""

from collections.abc import Mapping

from briefgen.audience.entries import entries, entry, field, text
from briefgen.audience.punctuation import bracketed, semicolons
from briefgen.audience.view import Entry, with_fields
from briefgen.audience.words import Words

_STANDS = {"supports": "for", "funds": "for", "supplies": "for"} | dict.fromkeys(
    ("opposes", "sanctions", "retaliates", "litigates", "warns"), "against"
)
"""Other actions on a position leave open whether the actor is for it."""


def matrix(record: Entry, words: Words, homes: Mapping[str, str]) -> Entry | None:
    """Lay out the positions against the actors who hold, meet or answer them; None where there is nothing to lay out.

    What a person does stands in the column of whom they act for (`homes`).
    Each cell has `text` and `stand`: `owner`, `for`, `against`, `mixed` or `silent`, which figures are drawn from.
    """
    known = {text(actor, "id"): actor for actor in entries(record, "actors")}
    moved = {person: known[home] for person, home in homes.items() if home in known}
    positions = tuple(_at_home(one, moved) for one in entries(record, "positions"))
    responses = tuple(_at_home(one, moved) for one in entries(record, "responses"))
    actors = _actors(record, positions, responses)
    if not actors or not any(entries_to(one, responses) for one in positions):
        return None
    rows = tuple(
        entry(str(one), position=one, cells=tuple(_cell(one, actor, responses, words) for actor in actors))
        for one in positions
    )
    return entry("matrix", actors=actors, rows=rows)


def entries_to(position: Entry, responses: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Find the responses to a position."""
    id_ = text(position, "id")
    return tuple(one for one in responses if id_ and isinstance(to := field(one, "to"), tuple) and id_ in to)


def _at_home(item: Entry, moved: Mapping[str, Entry]) -> Entry:
    """Let whom a person acts for stand for them."""
    actor = field(item, "actor")
    home = moved.get(text(actor, "id")) if isinstance(actor, Entry) else None
    return with_fields(item, {"actor": home}) if home else item


def _actors(record: Entry, positions: tuple[Entry, ...], responses: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """List who stands in a column: holders and addressees of positions, and who answers one, in the record's order."""
    answering = [one for position in positions for one in entries_to(position, responses)]
    named = [field(one, "actor") for one in (*positions, *answering)]
    named += [actor for one in positions for actor in entries(one, "addressee")]
    found = {text(actor, "id"): actor for actor in named if isinstance(actor, Entry)}
    order = [text(actor, "id") for actor in entries(record, "actors")]
    return tuple(sorted(found.values(), key=lambda actor: _place(text(actor, "id"), order)))


def _place(id_: str, order: list[str]) -> int:
    return order.index(id_) if id_ in order else len(order)


def _cell(position: Entry, actor: Entry, responses: tuple[Entry, ...], words: Words) -> Entry:
    id_ = text(actor, "id")
    if _is(field(position, "actor"), id_):
        return _made(words.say(f"stance.{text(position, 'stance')}") if text(position, "stance") else "", "owner")
    own = [one for one in entries_to(position, responses) if _is(field(one, "actor"), id_)]
    if not own:
        addressed = any(_is(one, id_) for one in entries(position, "addressee"))
        return _made(words.say("matrix.no_answer" if addressed else "matrix.nothing"), "silent")
    said = [_answer(one, words) for one in own]
    stands = {_STANDS.get(text(one, "action"), "mixed") for one in own}
    return _made(semicolons(dict.fromkeys(said), words), stands.pop() if len(stands) == 1 else "mixed")


def _answer(response: Entry, words: Words) -> str:
    action, commitment = text(response, "action"), text(response, "commitment")
    done = words.say(f"action.{action}") if action else ""
    return bracketed(done, () if commitment in {"", "none"} else (words.say(f"commitment.{commitment}"),), words)


def _made(said: str, stand: str) -> Entry:
    return entry(said, text=said, stand=stand)


def _is(actor: object, id_: str) -> bool:
    return isinstance(actor, Entry) and text(actor, "id") == id_
