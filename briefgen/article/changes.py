"""What changed from one edition of a record to the next, in the reader's terms.

A demand is new, was dropped or was met; a commitment went from planned to pledged; a likelihood was raised.
Items are matched by what they say (`pairing`), since ids may be counted and move.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar, get_args

from briefgen.article.dates import When
from briefgen.article.folded import folded
from briefgen.article.model import Article
from briefgen.article.outlook import Judgement, Line, Recommendation
from briefgen.article.pairing import Pairs, paired
from briefgen.article.scales import scale
from briefgen.article.statements import Event, Portion, Position, Quantity, Response
from briefgen.article.values import Commitment
from briefgen.values import dataclass

T = TypeVar("T")
P = TypeVar("P", bound=Portion)
ChangeKind = Literal["new", "dropped", "changed"]
_LADDER: tuple[str, ...] = get_args(Commitment)
"""From no commitment to one that was kept."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than in the last edition."""

    section: str
    """The section it belongs to, such as `positions`."""
    kind: ChangeKind
    text: str
    """A sentence without its full stop."""
    was: str = ""
    """The words of the last edition, where a sentence was reworded."""
    now: str = ""


def changes(old: Article, new: Article) -> tuple[Change, ...]:
    """List what changed, in the order of a memo's sections."""
    return (
        *_envelope(old, new),
        *_recommendations(old, new),
        *_positions(old, new),
        *_responses(old, new),
        *_judgements(old, new),
        *_events(old, new),
        *_statistics(old, new),
        *_background(old, new),
        *_options(old, new),
        *_implications(old, new),
        *_gaps(old, new),
        *_lines(old, new),
        *_sources(old, new),
    )


def _envelope(old: Article, new: Article) -> Iterator[Change]:
    if old.title != new.title:
        yield Change("title", "changed", "the title is new", old.title, new.title)
    was, now = (one.bluf.text if one.bluf else "" for one in (old, new))
    if was != now:
        kind: ChangeKind = "changed" if was and now else "new" if now else "dropped"
        yield Change("bluf", kind, "the bottom line is new" if now else "there is no bottom line any more", was, now)
    if old.status != new.status:
        yield Change("status", "changed", f"the record was {old.status} and is {new.status}")
    before, after = (" ".join(p for p in (one.marking.level, one.marking.tlp or "") if p) for one in (old, new))
    if before != after:
        yield Change("marking", "changed", f"the marking was {before or 'none'} and is {after or 'none'}")
    known = {(one.date.text, one.now) for one in old.corrections}
    for correction in new.corrections:
        if (correction.date.text, correction.now) not in known:
            yield Change("corrections", "new", "an error is corrected", correction.was, correction.now)


def _recommendations(old: Article, new: Article) -> Iterator[Change]:
    def changed(was: Recommendation, now: Recommendation) -> Iterator[Change]:
        if was.ask != now.ask:
            yield Change("recommendation", "changed", f"from {was.ask} to {now.ask}: {now.text}")
        yield from _reworded("recommendation", "a recommendation", was.text, now.text)
        yield from _moved("recommendation", "the decision is needed", was.decide_by, now.decide_by)

    return _listed(
        "recommendation",
        _paired(old.recommendation, new.recommendation, lambda one: one.text),
        new=lambda now: f"new: {now.ask} {now.text}",
        dropped=lambda was: f"no longer asked: {was.ask} {was.text}",
        changed=changed,
    )


def _positions(old: Article, new: Article) -> Iterator[Change]:
    def changed(was: Position, now: Position) -> Iterator[Change]:
        called = f"{now.label} ({_name(now.actor, new)})"
        if was.stance != now.stance:
            yield Change("positions", "changed", f"{called}: from {_word(was.stance)} to {_word(now.stance)}")
        if was.status != now.status:
            yield Change("positions", "changed", f"{called}: from {_word(was.status)} to {_word(now.status)}")
        yield from _moved("positions", f"{called}: the deadline is", was.deadline, now.deadline)
        yield from _counted("positions", called, was.quantity, now.quantity)
        yield from _reworded("positions", called, was.text, now.text)

    return _listed(
        "positions",
        _paired(old.positions, new.positions, lambda one: f"{one.actor} {one.label} {one.text}"),
        new=lambda now: f"{_name(now.actor, new)} {_verb(now)} {now.label}: this is new",
        dropped=lambda was: f"{_name(was.actor, old)} no longer {_verb(was)} {was.label}",
        changed=changed,
    )


def _responses(old: Article, new: Article) -> Iterator[Change]:
    def changed(was: Response, now: Response) -> Iterator[Change]:
        called = f"{_name(now.actor, new)}, {_word(now.action)}"
        yield from _committed(called, was, now)
        yield from _moved("responses", f"{called}: the date is", was.date, now.date)
        yield from _counted("responses", called, was.quantity, now.quantity)
        yield from _reworded("responses", called, was.summary or was.text, now.summary or now.text)

    return _listed(
        "responses",
        _paired(old.responses, new.responses, lambda one: f"{one.actor} {one.action} {one.summary or one.text}"),
        new=lambda now: f"{_name(now.actor, new)} {_answer(now)}: this is new",
        dropped=lambda was: f"no longer reported of {_name(was.actor, old)}: {_answer(was)}",
        changed=changed,
    )


def _answer(response: Response) -> str:
    return (response.summary or response.text or _word(response.action)).rstrip(".")


def _committed(called: str, was: Response, now: Response) -> Iterator[Change]:
    if was.commitment == now.commitment or not now.commitment:
        return
    before = was.commitment or "none"
    is_firmer = _LADDER.index(now.commitment) > _LADDER.index(before)
    step = "firmer" if is_firmer else "looser"
    yield Change("responses", "changed", f"{called}: the commitment is {step}, from {before} to {now.commitment}")


def _judgements(old: Article, new: Article) -> Iterator[Change]:
    return _listed(
        "outlook",
        _paired(old.outlook.judgements, new.outlook.judgements, lambda one: one.event),
        new=lambda now: f"a new judgement: {now.text.rstrip('.')}",
        dropped=lambda was: f"no longer judged: {was.text.rstrip('.')}",
        changed=_judged,
    )


def _judged(was: Judgement, now: Judgement) -> Iterator[Change]:
    called = now.event.rstrip(".")
    if was.likelihood != now.likelihood:
        yield Change("outlook", "changed", f"{called}: {_likelier(was, now)}")
    if was.confidence.level != now.confidence.level:
        change = f"from {was.confidence.level} to {now.confidence.level}"
        yield Change("outlook", "changed", f"{called}: confidence {change}")
    yield from _moved("outlook", f"{called}: the horizon is", was.horizon, now.horizon)
    if was.likelihood == now.likelihood:
        yield from _reworded("outlook", called, was.text, now.text)


def _likelier(was: Judgement, now: Judgement) -> str:
    before, after = (scale(one.likelihood.scale).term(one.likelihood.term) for one in (was, now))
    words = f"from {was.likelihood.term} to {now.likelihood.term}"
    if before is None or after is None or was.likelihood.scale != now.likelihood.scale:
        return f"likelihood {words}, on another scale"
    middle = (after.low + after.high) - (before.low + before.high)
    return f"likelihood {'raised' if middle > 0 else 'lowered' if middle else 'unchanged'}, {words}"


def _events(old: Article, new: Article) -> Iterator[Change]:
    def changed(was: Event, now: Event) -> Iterator[Change]:
        called = now.text.rstrip(".")
        yield from _moved("timeline", f"{called}: the date is", was.date, now.date)
        if was.status != now.status and now.status:
            yield Change("timeline", "changed", f"{called}: was {was.status or 'open'}, is {now.status}")
        if was.inferred and not now.inferred:
            yield Change("timeline", "changed", f"{called}: a source now gives the date")

    return _listed(
        "timeline",
        _paired(old.timeline, new.timeline, lambda one: one.text),
        new=lambda now: f"new in the timeline: {now.text.rstrip('.')}",
        dropped=lambda was: f"no longer in the timeline: {was.text.rstrip('.')}",
        changed=changed,
    )


def _statistics(old: Article, new: Article) -> Iterator[Change]:
    return _listed(
        "statistics",
        _paired(old.statistics, new.statistics, lambda one: one.label),
        new=lambda now: f"new figure, {now.label}: {_amount(now.quantity)}",
        dropped=lambda was: f"figure left out, {was.label}: {_amount(was.quantity)}",
        changed=lambda was, now: _counted("statistics", now.label, was.quantity, now.quantity),
    )


def _background(old: Article, new: Article) -> Iterator[Change]:
    return _listed(
        "background",
        _paired(old.background, new.background, lambda one: one.text),
        new=lambda now: f"new: {now.text.rstrip('.')}",
        dropped=lambda was: f"left out: {was.text.rstrip('.')}",
        changed=lambda was, now: _reworded("background", "a statement", was.text, now.text),
    )


def _options(old: Article, new: Article) -> Iterator[Change]:
    return _listed(
        "options",
        _paired(old.options, new.options, lambda one: f"{one.label} {one.text}"),
        new=lambda now: f"a new option: {now.label}",
        dropped=lambda was: f"no longer an option: {was.label}",
        changed=lambda was, now: _reworded("options", now.label, was.text, now.text),
    )


def _implications(old: Article, new: Article) -> Iterator[Change]:
    return _listed(
        "implications",
        _paired(old.implications, new.implications, lambda one: one.text),
        new=lambda now: f"new: {now.text.rstrip('.')}",
        dropped=lambda was: f"left out: {was.text.rstrip('.')}",
        changed=lambda was, now: _reworded("implications", "an implication", was.text, now.text),
    )


def _gaps(old: Article, new: Article) -> Iterator[Change]:
    return _listed(
        "gaps",
        _paired(old.gaps, new.gaps, lambda one: one.text),
        new=lambda now: f"not known either: {now.text.rstrip('.')}",
        dropped=lambda was: f"no longer a gap: {was.text.rstrip('.')}",
        changed=lambda _was, _now: iter(()),
    )


def _lines(old: Article, new: Article) -> Iterator[Change]:
    def changed(was: Line, now: Line) -> Iterator[Change]:
        if was.tier != now.tier:
            yield Change("lines", "changed", f"from {was.tier} to {now.tier}: {now.text.rstrip('.')}")
        yield from _reworded("lines", "a line", was.text, now.text)

    return _listed(
        "lines",
        _paired(old.lines, new.lines, lambda one: one.text),
        new=lambda now: f"a new line ({now.tier}): {now.text.rstrip('.')}",
        dropped=lambda was: f"a line withdrawn: {was.text.rstrip('.')}",
        changed=changed,
    )


def _sources(old: Article, new: Article) -> Iterator[Change]:
    before, after = ({one.id: one for one in article.sources} for article in (old, new))
    for name, source in after.items():
        if name not in before:
            yield Change("sources", "new", f"a new source: {source.title or source.container_title or name}")
        elif before[name].seen is False and source.seen:
            yield Change("sources", "changed", f"now read: {source.title or source.container_title or name}")
    for name in before.keys() - after.keys():
        yield Change("sources", "dropped", f"a source dropped: {before[name].title or name}")


def _paired(old: Sequence[P], new: Sequence[P], words: Callable[[P], str]) -> Pairs[P]:
    return paired(old, new, words, lambda one: one.id)


def _listed(
    section: str,
    pairs: Iterable[tuple[T | None, T | None]],
    *,
    new: Callable[[T], str],
    dropped: Callable[[T], str],
    changed: Callable[[T, T], Iterable[Change]],
) -> Iterator[Change]:
    """Say of each pair of a list's items what is new, what was dropped, and what changed."""
    for was, now in pairs:
        if was is not None and now is not None:
            yield from changed(was, now)
        elif now is not None:
            yield Change(section, "new", new(now))
        elif was is not None:
            yield Change(section, "dropped", dropped(was))


def _reworded(section: str, called: str, was: str, now: str) -> Iterator[Change]:
    if folded(was) != folded(now):
        yield Change(section, "changed", f"{called}: reworded", was, now)


def _moved(section: str, called: str, was: When | None, now: When | None) -> Iterator[Change]:
    if str(was or "") != str(now or ""):
        yield Change(section, "changed", f"{called} {now or 'not known any more'}, not {was or 'open'}")


def _counted(section: str, called: str, was: Quantity | None, now: Quantity | None) -> Iterator[Change]:
    if was and now and _amount(was) != _amount(now):
        yield Change(section, "changed", f"{called}: from {_amount(was)} to {_amount(now)}")


def _amount(quantity: Quantity) -> str:
    values = [value for value in (quantity.value, quantity.low, quantity.high) if value is not None]
    number = " to ".join(f"{value:,f}" for value in values)
    words = (quantity.approx or "").replace("-", " ")
    return " ".join(part for part in (words, number, quantity.currency, quantity.unit) if part)


def _name(actor: str, article: Article) -> str:
    return next((one.name for one in article.actors if one.id == actor), actor)


def _verb(position: Position) -> str:
    return {"conditions": "makes a condition of", "red-line": "draws a red line at"}.get(
        position.stance, _word(position.stance)
    )


def _word(word: str) -> str:
    return word.replace("-", " ")
