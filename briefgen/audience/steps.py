"""How an item moved from one edition to the next: a commitment grew firmer, a likelihood was raised, a date put off.

What is compared is what a memo would print of the fields that the audience sees.
"""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from briefgen.article.dates import When
from briefgen.article.scales import SCALES, Term
from briefgen.article.values import Commitment
from briefgen.audience import dating
from briefgen.audience.entries import field, text
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.tongue import bare

_LADDER: tuple[str, ...] = get_args(Commitment)
_WORDED = {
    "ask": ("ask",),
    "stance": ("stance",),
    "action": ("action",),
    "status": ("position_status", "event_status"),
    "tier": ("line.tier",),
}
"""Field → the groups of words that it chooses from."""
_DATED = {"date": "step", "deadline": "by", "decide_by": "by", "horizon": "by"}
"""Field → the phrase that tells of it."""


class _Step(NamedTuple):
    phrase: str
    was: str
    now: str


def steps(was: Entry, now: Entry, called: str, words: Words) -> tuple[str, ...]:
    """Tell in what an item that is `called` so is otherwise than it was; reworded text is none of it."""
    nothing = words.say("change.nothing")
    return tuple(
        words.say(f"change.{step.phrase}", item=called, was=step.was or nothing, now=step.now or nothing)
        for step in _steps(was, now, words)
        if step.was != step.now
    )


def _steps(was: Entry, now: Entry, words: Words) -> Iterator[_Step]:
    for name in _WORDED:
        yield _Step("step", _word(was, name, words), _word(now, name, words))
    yield _Step(_firmness(was, now), _rung(was, words), _rung(now, words))
    for name, phrase in _DATED.items():
        yield _Step(phrase, _date(was, name, words), _date(now, name, words))
    yield _Step("step", _amount(was, words), _amount(now, words))
    yield _Step(_direction(was, now), text(was, "likelihood.term"), text(now, "likelihood.term"))
    yield _Step("confidence", _level(was, words), _level(now, words))


def _word(one: Entry, name: str, words: Words) -> str:
    keys = (f"{group}.{text(one, name)}" for group in _WORDED[name])
    return next((words.say(key) for key in keys if words.has(key)), "")


def _rung(one: Entry, words: Words) -> str:
    return words.say(f"commitment.{text(one, 'commitment') or 'none'}")


def _firmness(was: Entry, now: Entry) -> str:
    before, after = (_LADDER.index(text(one, "commitment") or "none") for one in (was, now))
    return "firmer" if after > before else "looser"


def _date(one: Entry, name: str, words: Words) -> str:
    when = field(one, name)
    return dating.in_words(when, words) if isinstance(when, When) else ""


def _amount(one: Entry, words: Words) -> str:
    quantity = field(one, "quantity")
    return dating.amount(quantity, words) if isinstance(quantity, Entry) else ""


def _level(one: Entry, words: Words) -> str:
    level = text(one, "confidence.level")
    return words.say(f"confidence.{level}") if level else ""


def _direction(was: Entry, now: Entry) -> str:
    """Say which way a likelihood went, by the middles of the bands; of two scales it cannot be said."""
    before, after = _band(was), _band(now)
    if before is None or after is None or text(was, "likelihood.scale") != text(now, "likelihood.scale"):
        return "likelihood"
    further = (after.low + after.high) - (before.low + before.high)
    return "raised" if further > 0 else "lowered" if further < 0 else "likelihood"


def _band(one: Entry) -> Term | None:
    """Find the band that the term of a judgement stands for."""
    found = next((scale for name, scale in SCALES.items() if name == text(one, "likelihood.scale")), None)
    return found.term(bare(text(one, "likelihood.term"))) if found else None
