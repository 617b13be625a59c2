"""Make positions of the demands that were found."""

import re
from dataclasses import replace

from briefgen.article.statements import Attribution, Position
from briefgen.article.values import Stance
from briefgen.draft.cast import Cast
from briefgen.draft.findings import Finding
from briefgen.draft.passages import hedge
from briefgen.draft.phrases import starting_at
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.study import Study
from briefgen.draft.subjects import subject
from briefgen.draft.text import Span, trimmed
from briefgen.draft.tokens import Token
from briefgen.draft.who import Who
from briefgen.values import dataclass

_STANCES: dict[str, Stance] = {
    "demands": "demands",
    "requests": "requests",
    "proposes": "proposes",
    "conditions": "conditions",
    "red-line": "red-line",
    "rejects": "rejects",
}
_MOST_WORDS = 6
_LEADING = re.compile(r"^(?:(?:that|to|for|on|upon|the|a|an|is|are|be|,|:)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:[\s,;:]+(?:the|a|an|of|to|for|in|on|at|by|and|or|that|which|with|from|its|his|her|their|is|are|be|if|until|as"
    r"|into|any|before|after|since|under|over|worked|about|than|not|no|must|will|would"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+$",
    re.IGNORECASE,
)
"""Words with which no label ends."""
_OPENING_CLAUSES = frozenset({"that", "which", "who", "whose", "where", "since", "because", "worked", "made", "set"})
"""Words with which a clause begins that a label of six words would cut in two."""
_REFUSALS = frozenset({"not", "no", "never", "nothing", "nobody", "neither", "nor", "cannot"})
_MOST_OF_A_REFUSAL = 12
"""Words of a label that would say too much if it were cut: *will not sign anything*."""
_LIST_NOUN = re.compile(
    r"\b(?:demands?|conditions?|terms|requirements?|asks|points)\b[^:]{0,60}:\s*(?=\S)", re.IGNORECASE
)
_ITEM_END = re.compile(
    r";\s+(?:and\s+)?|,\s+and\s+|,\s+|\s+and\s+(?=(?:an?|the|that|recognition|access|more|full|no)\b)"
)
_THATS = re.compile(r",\s+(?:and\s+)?(?=that\s)")


@dataclass(frozen=True, slots=True)
class Demand:
    """A position and what is unsure about it."""

    position: Position
    finding: Finding
    reviews: tuple[str, ...]
    listed: bool
    """Whether it is one of several in its sentence."""


def demands(found: tuple[Finding, ...], study: Study) -> tuple[Demand, ...]:
    """Make a position of each demand, and one of each item where a sentence lists several."""
    made: list[Demand] = []
    wanted = [(one, one.actor) for one in found if one.label == "demand" and one.actor is not None]
    lists = {one.sentence.number: _list_after(one, study.cast.prose) for one, _ in wanted}
    taken = {listing[0].number for listing in lists.values() if listing}
    for finding, who in wanted:
        listing = lists[finding.sentence.number]
        if listing is not None:
            for span in listing[1]:
                made.append(_listed(finding, who, span, len(made) + 1, study))
        elif finding.sentence.number not in taken:
            for span in _parts(finding, study.text):
                made.append(_demand(finding, who, span, len(made) + 1, study))
    return tuple(made)


_ANNOUNCES = re.compile(r"\b(?:demands|conditions|terms|requirements|points|requests)\b", re.IGNORECASE)
_BEGINS_LIST = re.compile(
    r"(?:on the list (?:are|is)|(?:they|these|those) (?:are|include|comprise)|among them (?:are|is)"
    r"|(?:his|her|its|their|the) (?:\w+ )?(?:conditions|demands|terms|requirements|list|points)"
    r" (?:are|is|include|includes|comprise))"
    r"\b:?\s+(?![“\"‘'])",
    re.IGNORECASE,
)
_REACH = 4


def _list_after(finding: Finding, prose: Prose) -> tuple[Sentence, tuple[Span, ...]] | None:
    """Find the list that follows where demands are announced: *set out three demands. … They are …*."""
    if not _ANNOUNCES.search(finding.sentence.span.of(prose.text)):
        return None
    number = finding.sentence.number
    for sentence in prose.sentences[number + 1 : number + 1 + _REACH]:
        begins = _BEGINS_LIST.match(prose.text, sentence.span.start, sentence.span.end)
        items = _split(prose.text, Span(begins.end(), sentence.span.end), _ITEM_END) if begins else ()
        if len(items) > 1:
            return sentence, items
    return None


def _listed(finding: Finding, who: Who, span: Span, number: int, study: Study) -> Demand:
    """Make a position of an item of a list, with the announcement of the list as further evidence."""
    one = _demand(finding, who, span, number, study)
    passages = (one.position.evidence[0], study.evidence(finding.sentence.span))
    told = replace(one.position.attribution or Attribution(), implicit=True)
    doubts = ("whose demand it is was told from the sentence that announces the list",)
    return replace(one, position=replace(one.position, evidence=passages, attribution=told), reviews=doubts)


def _parts(finding: Finding, text: str) -> tuple[Span, ...]:
    """Give the passages of the single demands in a sentence, or the sentence."""
    sentence = finding.sentence.span
    listed = _LIST_NOUN.search(text, sentence.start, sentence.end)
    if listed:
        items = _split(text, Span(listed.end(), sentence.end), _ITEM_END)
        if len(items) > 1:
            return items
    first = text.find("that ", finding.cue.start, sentence.end)
    clauses = _split(text, Span(first, sentence.end), _THATS) if first >= 0 else ()
    return clauses if len(clauses) > 1 else (sentence,)


def _split(text: str, span: Span, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    ends = list(pattern.finditer(text, span.start, span.end))
    starts = [span.start, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), span.end]
    parts = [trimmed(text, Span(start, stop)) for start, stop in zip(starts, stops, strict=True)]
    return tuple(_unmarked(text, part) for part in parts if part.end - part.start > 2)


def _unmarked(text: str, span: Span) -> Span:
    """Give an item without the stop, or the quotation mark, at its end."""
    while span.end > span.start and text[span.end - 1] in ".;,”\"'’":
        span = Span(span.start, span.end - 1)
    return span


def _demand(finding: Finding, who: Who, span: Span, number: int, study: Study) -> Demand:
    text, whole, roll = study.text, finding.sentence.span, study.roll
    actor = roll.id_of(who)
    to = _addressees(finding, study.cast)
    addressed = tuple(dict.fromkeys(roll.id_of(who) for who in to if roll.id_of(who) != actor))
    roll.takes(actor, "demander")
    for other in addressed:
        roll.takes(other, "addressee")
    label, sure = _label(finding, span, text)
    passages = [study.evidence(span)]
    if span != whole:
        passages.append(study.evidence(trimmed(text, Span(whole.start, span.start))))
    position = Position(
        id=f"p{number}",
        label=label,
        actor=actor,
        addressee=addressed,
        stance=_STANCES[finding.value],
        text=span.of(text),
        evidence=tuple(passages),
        attribution=study.tellers.attribution(finding.sentence, quoted=finding.quoted),
        hedge=hedge(text, whole),
    )
    return Demand(position, finding, _doubts(finding, sure=sure), listed=span != whole)


def _doubts(finding: Finding, *, sure: bool) -> tuple[str, ...]:
    doubts = []
    if finding.actor is not None and finding.actor.inferred:
        doubts.append("whose demand this is was told from a pronoun or an office")
    elif not finding.strong:
        doubts.append("read as a demand by a turn of phrase; is it one, and whose?")
    if not sure:
        doubts.append("the label is the beginning of the sentence")
    return tuple(doubts)


def _addressees(finding: Finding, cast: Cast) -> list[Who]:
    """Find of whom something is demanded: the object of the verb, or the subject of *must*."""
    words, at = finding.words, finding.at
    if finding.strong:
        start = at + 1
        while start < len(words) and words[start].low in {"on", "upon", "to", "again", "once", "more", "for", "that"}:
            start += 1
        phrase = starting_at(words, start)
        behind = _behind(words, phrase.words[-1]) if phrase else ""
        ok = behind in {"to", "not", "should", "must", "for", "and"} or words[start - 1].low in {"on", "upon", "to"}
        who = cast.who(phrase, finding.sentence) if phrase and ok else None
    else:
        phrase = (
            subject(words, at) if words[at].low in {"must", "should", "has", "have", "need", "needs", "ought"} else None
        )
        who = cast.who(phrase, finding.sentence)
    return [who] if who and (finding.actor is None or who.words != finding.actor.words) else []


def _behind(words: tuple[Token, ...], last: Token) -> str:
    at = next(n for n, word in enumerate(words) if word is last)
    return words[at + 1].low if at + 1 < len(words) else ""


def _label(finding: Finding, span: Span, text: str) -> tuple[str, bool]:
    """Cut a label of at most six words out of the text, from what is demanded on."""
    start = span.start
    if span == finding.sentence.span:
        start = min(max(_content(finding, text), span.start), span.end)
    words = _cut(text[start : span.end])
    return (words, True) if len(words) > 3 or span != finding.sentence.span else (_cut(span.of(text)), False)


def _content(finding: Finding, text: str) -> int:
    """Find where what is demanded begins: behind *to* of *urged the board to keep*, else behind the cue."""
    cue, end = finding.cue, finding.sentence.span.end
    if not finding.strong and finding.value == "conditions":
        only = re.search(
            r"\b(?:only (?:if|when|after|once)|unless|until|on condition that|provided(?: that)?)\b",
            text[cue.start : end],
        )
        return cue.start + only.start() if only else cue.start
    if not finding.strong:
        return cue.start
    clause = re.match(r"[^,;:.“\"]{0,90}?\bto (?=[a-z])", text[cue.end : end])
    goes_on = cue.of(text).rstrip().endswith((" to", " for")) or not clause
    return cue.end if goes_on or clause is None else cue.end + clause.end()


def _cut(passage: str) -> str:
    passage = _LEADING.sub("", passage.strip(" “”\"'‘’,.;:")).strip()
    whole = passage.split()
    refuses = not _REFUSALS.isdisjoint(word.lower() for word in whole[:_MOST_WORDS])
    words = _balanced(whole[: _MOST_OF_A_REFUSAL if refuses else _MOST_WORDS])
    clause = next((n for n, word in enumerate(words) if n > 1 and word.lower() in _OPENING_CLAUSES), len(words))
    words = words if refuses or len(whole) <= _MOST_WORDS else words[:clause]
    stop = next(
        (n for n, word in enumerate(words, 1) if n > 1 and word.endswith((",", ";", ":", ".", "”", '"'))), len(words)
    )
    label = _TRAILING.sub("", " ".join(words[:stop]).strip(" “”\"'‘’,.;:"))
    return label.strip(" “”\"'‘’,.;:") or " ".join(words)


def _balanced(words: list[str]) -> list[str]:
    """Stop before a quotation that the label would leave open."""
    opened = next((n for n, word in enumerate(words) if word[0] in '“"‘' and n > 1), len(words))
    return words[:opened]
