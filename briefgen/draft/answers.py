"""Make responses of what others say and do about the demands."""

import re
from dataclasses import replace

from briefgen.article.statements import Position, Response
from briefgen.article.values import Action, Commitment
from briefgen.draft.cast import Cast
from briefgen.draft.demands import Demand
from briefgen.draft.findings import Finding, is_party
from briefgen.draft.passages import hedge
from briefgen.draft.prose import Sentence
from briefgen.draft.speakers import Said
from briefgen.draft.study import Study
from briefgen.draft.verbs import forms
from briefgen.draft.who import Who
from briefgen.values import dataclass

_ACTIONS: dict[str, Action] = {
    "supports": "supports",
    "opposes": "opposes",
    "urges": "urges",
    "mediates": "mediates",
    "convenes": "convenes",
    "commits": "commits",
    "funds": "funds",
    "supplies": "supplies",
    "sanctions": "sanctions",
    "retaliates": "retaliates",
    "legislates": "legislates",
    "litigates": "litigates",
    "warns": "warns",
    "abstains": "abstains",
    "silent": "silent",
    "comments": "comments",
}
_DONE = frozenset({"has", "have", "had"}) | forms("send deploy deliver release give put ship")
_TO_COME = frozenset({"will", "would", "'ll", "plans", "planned", "plan", "due", "set"})
_ONLY = frozenset(["if", "unless", "until", "provided", "once"])
_DEMANDS = frozenset({"demand", "demands", "condition", "conditions", "terms", "request", "requests", "call", "calls"})
_DEMANDS |= {"ultimatum", "appeal", "proposal", "proposals", "plan", "plans", "offer", "points", "list", "them"}
"""Words that take up a demand without repeating it."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_STEM = 5
"""Letters by which a word is the same word."""
_FEWEST = 4
"""Words of a quotation that is more than a remark."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response and what is unsure about it."""

    response: Response
    finding: Finding
    who: Who
    reviews: tuple[str, ...]


def answers(
    found: tuple[Finding, ...], said: tuple[Said, ...], made: tuple[Demand, ...], study: Study
) -> tuple[Answer, ...]:
    """Make a response of each finding; quotations of the same speaker that follow it are further evidence."""
    responses: list[Answer] = []
    listing = {demand.finding.sentence.number for demand in made if demand.listed}
    for finding in found:
        if finding.label == "response" and finding.actor is not None and finding.sentence.number not in listing:
            responses.append(_answer(finding, finding.actor, len(responses) + 1, made, study))
    taken = {finding.sentence.number for finding in found if finding.label in {"demand", "response"}}
    for item in said:
        for sentence in _quoted_sentences(item, study.cast):
            if sentence.number not in taken and _speaks_at_length(item, study.cast):
                taken.add(sentence.number)
                _join(responses, item, sentence, study)
    return tuple(responses)


def _answer(finding: Finding, who: Who, number: int, made: tuple[Demand, ...], study: Study) -> Answer:
    text, span = study.text, finding.sentence.span
    actor = study.roll.id_of(who)
    study.roll.takes(actor, "responder")
    day = next((item for item in study.dated(finding.sentence) if item.edtf), None)
    response = Response(
        id=f"r{number}",
        actor=actor,
        to=_answered(finding, actor, made, study),
        action=_ACTIONS[finding.value],
        summary=span.of(text),
        evidence=(study.evidence(span),),
        attribution=study.tellers.attribution(finding.sentence, quoted=finding.quoted),
        hedge=hedge(text, span),
        date_text=day.words if day else "",
        commitment=_commitment(finding),
    )
    return Answer(response, finding, who, _doubts(finding))


def _doubts(finding: Finding) -> tuple[str, ...]:
    doubts = []
    if finding.actor is not None and finding.actor.inferred:
        doubts.append("whose response this is was told from a pronoun or an office")
    if finding.value == "comments":
        doubts.append("the text does not name the side it takes; is it an answer, and which?")
    elif not finding.strong:
        doubts.append("the action was told from a turn of phrase; does it fit?")
    return tuple(doubts)


def _answered(finding: Finding, actor: str, made: tuple[Demand, ...], study: Study) -> tuple[str, ...]:
    """Name the demands it answers: those of one other actor, said just before it, that its own words take up."""
    near = []
    for position in (demand.position for demand in made):
        place = position.evidence[0].start or 0
        sentence = study.cast.prose.sentence_at(place)
        is_before = sentence is not None and place < finding.sentence.span.start
        if is_before and sentence and finding.sentence.paragraph - sentence.paragraph <= 1 and position.actor != actor:
            near.append(position)
    theirs = [position for position in near if position.actor == near[-1].actor]
    return tuple(position.id for position in _taken_up(finding.sentence, theirs))


def _taken_up(sentence: Sentence, positions: list[Position]) -> list[Position]:
    """Keep the positions that a sentence speaks of: by number, by their own words, or all of them as *the demands*."""
    said = [word.low for word in sentence.words]
    counted = [n for n, ordinal in enumerate(_ORDINALS) if ordinal in said and not _DEMANDS.isdisjoint(said)]
    if counted:
        listed = [position for position in positions if position.counted_in] or positions
        return [listed[n] for n in counted if n < len(listed)]
    stems = {word[:_STEM] for word in said if len(word) > _STEM}
    named = [one for one in positions if stems & {word[:_STEM] for word in _words(one.text) if len(word) > _STEM}]
    return named or (positions if not _DEMANDS.isdisjoint(said) else [])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _commitment(finding: Finding) -> Commitment | None:
    """Say how firm a promise is by its verb; nothing where it is no promise."""
    if finding.value not in {"commits", "funds", "supplies"}:
        return None
    words = [word.low for word in finding.sentence.words]
    if not _ONLY.isdisjoint(words):
        return "conditional"
    if finding.value == "commits":
        return "pledged" if finding.strong else "rhetorical"
    before = {word.low for word in finding.words[max(0, finding.at - 4) : finding.at + 1]}
    return (
        "planned" if before & _TO_COME or "is" in before or "are" in before else "delivered" if before & _DONE else None
    )


def _quoted_sentences(item: Said, cast: Cast) -> list[Sentence]:
    return [sentence for sentence in cast.prose.sentences if item.quotation.outer.meets(sentence.span)]


def _speaks_at_length(item: Said, cast: Cast) -> bool:
    return item.who is not None and len(item.quotation.span.of(cast.prose.text).split()) >= _FEWEST


def _join(responses: list[Answer], item: Said, sentence: Sentence, study: Study) -> None:
    """Add a quotation to the response that it goes on from, if its speaker gave one within two paragraphs."""
    who = item.who
    if who is None or not is_party(who):
        return
    for at in range(len(responses) - 1, -1, -1):
        answer = responses[at]
        near = 0 <= sentence.paragraph - answer.finding.sentence.paragraph <= 2
        if near and _same_side(answer.who, who, item, study.cast):
            passages = (*answer.response.evidence, study.evidence(sentence.span))
            responses[at] = replace(answer, response=replace(answer.response, evidence=passages))
            return


def _same_side(first: Who, second: Who, item: Said, cast: Cast) -> bool:
    """Tell whether two are one, or the second is introduced as speaking for the first: *its coordinator*."""
    if first.words == second.words:
        return True
    if second.entity is None or second.entity.kind != "person":
        return False
    before = cast.prose.text[max(item.sentence.span.start, second.span.start - 60) : second.span.start].lower()
    role = second.entity.role.lower()
    return role.startswith("its ") or " its " in f" {before}" or (first.words.lower() in role)
