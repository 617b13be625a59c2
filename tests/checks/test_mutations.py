"""Quotations that differ as quotations may are accepted, and tampered ones are refused: 98 of 100 at least."""

import re
from collections.abc import Callable

import pytest
from support.catalogue import CLEAN
from support.checking import GAZETTE

from briefgen.article.passages import Stored, passages, quoted
from briefgen.checks.sentences import sentences

TEXTS = (GAZETTE, *(Stored(path.stem, path.with_suffix(".txt").read_text(encoding="utf-8")) for path in CLEAN))
SHORTEST, LONGEST = 30, 300
CASES = [
    (stored, sentence)
    for stored in TEXTS
    for sentence in sentences(stored.text)
    if SHORTEST < len(sentence) < LONGEST and "\n" not in sentence
]
"""Every sentence of eleven texts, as somebody's quotation."""


def _swapped(text: str) -> str:
    words = text.split()
    middle = len(words) // 2
    words[middle - 1], words[middle] = words[middle], words[middle - 1]
    return " ".join(words)


def _cut(text: str) -> str:
    words = text.split()
    return " ".join([*words[: len(words) // 3], "…", *words[2 * len(words) // 3 :]])


def _without_middle(text: str) -> str:
    words = text.split()
    return " ".join([*words[: len(words) // 2], *words[len(words) // 2 + 1 :]])


def _with_word(text: str) -> str:
    words = text.split()
    return " ".join([*words[: len(words) // 2], "certainly", *words[len(words) // 2 :]])


LEGITIMATE: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "curly quotation marks": lambda text: re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’"),
    "straight quotation marks": lambda text: re.sub("[“”]", '"', text).replace("’", "'"),
    "other dashes": lambda text: text.replace(" – ", "—").replace("-", "\u2011"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0", 3),
    "broken lines": lambda text: text.replace(" ", "\n", 2),
    "soft hyphens": lambda text: re.sub(r"([a-z]{4})([a-z]{4})", "\\1\u00ad\\2", text),
    "a small first letter": lambda text: text if text[1].isupper() else text[0].lower() + text[1:],
    "no full stop": lambda text: text.rstrip("."),
    "a comma for the full stop": lambda text: text.rstrip(".") + ",",
    "a declared cut": _cut,
}
NUMBER = re.compile(r"\d")
NOT = re.compile(r"\b(not|no|never)\b ?")
VERB = re.compile(r"\b(is|was|will|would|has|said|could)\b")
OTHER = {"is": "was", "was": "is", "will": "would", "would": "will", "has": "had", "said": "says", "could": "will"}
TAMPERED: dict[str, Callable[[str], str]] = {
    "a number": lambda text: NUMBER.sub(lambda found: str((int(found[0]) + 1) % 10), text, count=1),
    "a negation lost": lambda text: NOT.sub("", text, count=1),
    "a negation added": lambda text: VERB.sub(lambda found: f"{found[0]} not", text, count=1),
    "another tense": lambda text: VERB.sub(lambda found: OTHER[found[0]], text, count=1),
    "two words swapped": _swapped,
    "a word dropped": _without_middle,
    "a word added": _with_word,
    "a tail": lambda text: f"{text.rstrip('.')} as never before.",
}


@pytest.mark.parametrize("change", LEGITIMATE.values(), ids=LEGITIMATE)
def test_a_quotation_may_be_written_otherwise(change: Callable[[str], str]) -> None:
    lost = [sentence for stored, sentence in CASES if not quoted(stored, change(sentence))]

    assert len(lost) <= 0.02 * len(CASES), lost


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_a_quotation_may_not_say_something_else(change: Callable[[str], str]) -> None:
    changed = [(stored, change(sentence)) for stored, sentence in CASES if change(sentence) != sentence]
    passed = [sentence for stored, sentence in changed if quoted(stored, sentence)]

    assert len(changed) >= 10
    assert len(passed) <= 0.02 * len(changed), passed


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_evidence_may_not_say_something_else(change: Callable[[str], str]) -> None:
    changed = [(stored, change(sentence)) for stored, sentence in CASES if change(sentence) != sentence]

    assert [sentence for stored, sentence in changed if passages(stored, sentence)] == []
