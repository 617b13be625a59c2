"""Find the answers that no turn of phrase betrays: a party speaks of the matter, and its words do not name its side."""

from briefgen.draft.cast import Cast
from briefgen.draft.findings import Finding, is_party, is_public
from briefgen.draft.offices import BODY_NOUNS
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.speakers import Said
from briefgen.draft.spots import reporter
from briefgen.draft.text import Span
from briefgen.draft.who import Who
from briefgen.values import dataclass

_FEWEST = 5
"""Quoted words of a sentence that say something."""
_FORECASTS = frozenset({"expected", "uncertain"})
_NEAR = 2
"""Paragraphs in which somebody who demanded or answered only goes on."""


@dataclass(frozen=True, slots=True)
class _Remark:
    who: Who
    quoted: bool


def with_remarks(found: tuple[Finding, ...], prose: Prose, cast: Cast, said: tuple[Said, ...]) -> tuple[Finding, ...]:
    """Add a response for each remark of a party, where something is demanded at all."""
    if not any(finding.label == "demand" for finding in found):
        return found
    sides = [finding for finding in found if finding.label in {"demand", "response"}]
    told = {finding.sentence.number for finding in sides}
    coming = {one.sentence.number for one in found if one.label == "outlook" and one.value in _FORECASTS}
    for sentence in prose.sentences[1:]:
        remark = _remark(sentence, cast, said) if sentence.number not in told else None
        if remark is None or (not remark.quoted and sentence.number in coming) or _goes_on(remark, sentence, sides):
            continue
        sides.append(_response(sentence, remark))
    added = [finding for finding in sides if finding.value == "comments"]
    return tuple(sorted((*found, *added), key=lambda finding: finding.sentence.number))


def _remark(sentence: Sentence, cast: Cast, said: tuple[Said, ...]) -> _Remark | None:
    """Say whose remark a sentence is: a quotation of some length, or what somebody with a name is reported to say."""
    speaker = next((item.who for item in said if item.quotation.outer.meets(sentence.span) and item.who), None)
    is_quoted = speaker is not None and sum(word.quoted for word in sentence.words) >= _FEWEST
    who = speaker if is_quoted else reporter(sentence, cast)
    if who is None or not is_party(who) or is_public(who):
        return None
    is_body = who.words.lower().split()[-1] in BODY_NOUNS
    states_fact = (who.entity is None and not is_body) or any(word.text[0].isdigit() for word in sentence.words)
    is_question = sentence.words[-1].text == "?"
    return None if not is_quoted and (states_fact or is_question) else _Remark(who, is_quoted)


def _goes_on(remark: _Remark, sentence: Sentence, sides: list[Finding]) -> bool:
    """Tell whether somebody only explains what they demanded or answered shortly before."""
    return any(
        side.actor is not None
        and _plain(side.actor) == _plain(remark.who)
        and 0 <= sentence.paragraph - side.sentence.paragraph <= _NEAR
        and side.sentence.number < sentence.number
        for side in sides
    )


def _plain(who: Who) -> str:
    return who.words.lower().removeprefix("the ")


def _response(sentence: Sentence, remark: _Remark) -> Finding:
    words = sentence.words
    at = next((n for n, word in enumerate(words) if word.quoted == remark.quoted and word.is_word), 0)
    cue = Span(words[at].span.start, words[at].span.end)
    return Finding("response", "comments", sentence, cue, remark.who, words, at, strong=False)
