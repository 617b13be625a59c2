"""Find the demands of a list that goes on over sentences: *It set three conditions. First, the firm must …*.

The article tells them in its own words, so that only the sentences before say whose they are.
"""

import re

from briefgen.draft.findings import Finding
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token

_ANNOUNCES = re.compile(
    r"\b(?:demands?|conditions?|terms|requirements?|recommend\w+|requests|proposals|points|rules|guarantees|decree|ultimatum"
    r"|first|firstly|second|secondly)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:must|shall|(?:has|have|is|are) to|should|(?<=no )\w+ (?:may|can))\b(?! have\b| be able\b)")
_LISTS = re.compile(r"(?:among (?:them|these) (?:is|are)|(?:they|these|those) (?:include|are)|(?:it|he|she) also)\b")
_NEAR = 3
"""Sentences within which a list is announced."""
_REACH = 7
"""Sentences within which somebody demanded something."""


def continued(found: tuple[Finding, ...], prose: Prose) -> tuple[Finding, ...]:
    """Add a demand for each sentence that goes on with a list of demands, its actor's who demanded last."""
    by_sentence = {finding.sentence.number: finding for finding in found if finding.label == "demand"}
    added: list[Finding] = []
    for sentence in prose.sentences:
        duty = _duty(sentence)
        if duty is None or sentence.number in by_sentence or not _announced(sentence, prose):
            continue
        numbers = range(sentence.number - 1, max(-1, sentence.number - _REACH - 1), -1)
        last = next((by_sentence[number] for number in numbers if number in by_sentence), None)
        if last is not None:
            by_sentence[sentence.number] = _demand(sentence, duty, last)
            added.append(by_sentence[sentence.number])
    return tuple(sorted((*found, *added), key=lambda finding: finding.sentence.number))


def _announced(sentence: Sentence, prose: Prose) -> bool:
    before = prose.sentences[max(0, sentence.number - _NEAR) : sentence.number]
    return any(_ANNOUNCES.search(one.span.of(prose.text)) for one in before)


def _duty(sentence: Sentence) -> Token | None:
    """Find the word of a sentence that says what must be, if nobody is quoted in it."""
    words = sentence.words
    if any(word.quoted for word in words):
        return None
    low = " ".join(word.low for word in words)
    met = _DUTY.search(low) or _LISTS.match(low)
    if met is None or any(word.low in {"if", "would", "said", "says"} for word in words):
        return None
    return words[min(len(words) - 1, low[: met.start()].count(" "))]


def _demand(sentence: Sentence, duty: Token, last: Finding) -> Finding:
    at = sentence.words.index(duty)
    cue = Span(duty.span.start, duty.span.end)
    return Finding("demand", "demands", sentence, cue, last.actor, sentence.words, at, strong=False)
