"""Make events and other people's forecasts of what is to come, and events of what has a date."""

from briefgen.article.dates import parse_when
from briefgen.article.statements import Claim, Event
from briefgen.draft.findings import Finding
from briefgen.draft.passages import hedge
from briefgen.draft.prose import Sentence
from briefgen.draft.study import Study
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import SAYING
from briefgen.draft.when import Dated
from briefgen.values import dataclass

_FORECASTS = frozenset({"expected", "uncertain"})
_HINGING = frozenset({"conditional", "if", "would"})
_NEAR = 7
"""Words between a verb of saying and the date that belongs to it."""
_OF_A_CLAUSE = frozenset(
    {"that", "would", "will", "could", "may", "might", "must", "should", "is", "are", "was", "were"}
)
_OF_A_CLAUSE |= {"be", "been", "has", "have", "had", "to", "when", "if", "until"}
"""Words by which what is said begins, so that a date behind them is its own."""


@dataclass(frozen=True, slots=True)
class Coming:
    """An event or a forecast, and what is unsure about it."""

    item: Event | Claim
    finding: Finding | None
    reviews: tuple[str, ...]


def coming(found: tuple[Finding, ...], study: Study) -> tuple[Coming, ...]:
    """Make an event of what is scheduled or has a date, and a claim of what somebody expects."""
    outlooks = {finding.sentence.number: finding for finding in found if finding.label == "outlook"}
    made: list[Coming] = []
    events = claims = 0
    for sentence in study.cast.prose.sentences:
        finding = outlooks.get(sentence.number)
        days = tuple(day for day in study.dated(sentence) if not _dates_a_remark(sentence, day))
        if finding is not None and (finding.value in _FORECASTS or (finding.value in _HINGING and not days)):
            claims += 1
            made.append(_forecast(finding, claims, study))
        elif finding is not None or days:
            events += 1
            made.append(_event(sentence, finding, days, events, study))
    return tuple(made)


def _forecast(finding: Finding, number: int, study: Study) -> Coming:
    text, span = study.text, finding.sentence.span
    told = study.tellers.attribution(finding.sentence, quoted=finding.quoted)
    claim = Claim(
        id=f"b{number}",
        text=span.of(text),
        kind="source-judgement" if told.said_by else "plan",
        evidence=(study.evidence(span),),
        attribution=told,
        hedge=hedge(text, span),
    )
    return Coming(claim, finding, () if told.said_by else ("the text does not say whose expectation this is",))


def _event(sentence: Sentence, finding: Finding | None, days: tuple[Dated, ...], number: int, study: Study) -> Coming:
    text, span = study.text, sentence.span
    day = _chosen(days, finding)
    event = Event(
        id=f"t{number}",
        text=span.of(text),
        date=parse_when(day.edtf) if day and day.edtf else None,
        date_text=day.words if day else "",
        inferred=bool(day and day.edtf and day.inferred),
        status="past" if finding is None else "conditional" if finding.value in _HINGING else "scheduled",
        evidence=(study.evidence(span),),
        attribution=study.tellers.attribution(sentence, quoted=bool(finding and finding.quoted)),
        hedge=hedge(text, span),
    )
    return Coming(event, finding, _doubts(day))


def _doubts(day: Dated | None) -> tuple[str, ...]:
    if day is None:
        return ()
    if not day.edtf:
        return (f"{day.words!r} cannot be dated, for the text does not say when it appeared",)
    return (f"{day.edtf} was worked out: {day.basis}",) if day.inferred else ()


def _chosen(days: tuple[Dated, ...], finding: Finding | None) -> Dated | None:
    """Take the date nearest to the words that speak of the event, rather than that of who said so."""
    if not days or finding is None:
        return days[0] if days else None
    behind = [day for day in days if day.span.start >= finding.cue.start] or list(days)
    return behind[0]


def _dates_a_remark(sentence: Sentence, day: Dated) -> bool:
    """Tell whether a date is that of *said in Paris on Monday*, and not of what was said."""
    words = sentence.words
    at = next((n for n, word in enumerate(words) if word.span.end > day.span.start), 0)
    before, behind = words[max(0, at - _NEAR) : at], words[at + 1 : at + _NEAR]
    verb = max((n for n in range(len(before)) if _says(before, n)), default=-1)
    said = verb >= 0 and not any(word.low in _OF_A_CLAUSE for word in before[verb + 1 :])
    says = any(_says(behind, n) for n in range(min(3, len(behind))))
    return said or says or any(word.quoted for word in words[at : at + 1])


def _says(words: tuple[Token, ...], number: int) -> bool:
    """Tell whether a word reports, rather than, as in *is to announce*, is still to come."""
    return words[number].low in SAYING and (number == 0 or words[number - 1].low != "to")
