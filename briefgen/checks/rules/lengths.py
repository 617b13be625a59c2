"""Whether the memo is as short as its readers need."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefgen.checks.material import Filled, Material
from briefgen.checks.measured import to_cut
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import sentences, word_count
from briefgen.memo import Header, SourceList, words

_AVERAGE = 22
"""Words in a sentence, over a whole memo."""
_ENOUGH = 8
"""Sentences from which on an average means something."""
_LONG_WORD = 3
"""Syllables."""


@rule(
    "LEN01",
    "warning",
    "A memo keeps to its pack's number of words.",
    why="The second page is read by the author.",
    source="US State Department: firm two-page limit; British visit briefs: no more than two sides",
    wrong="{section=positions}\n## Key Demands\n\n" + "The council repeats its demand. " * 150,
    right="{section=positions}\n## Key Demands\n\nThe council repeats its demand.",
    example="memo",
)
def memos_are_short(material: Material) -> Iterator[Finding]:
    """Count the words of each memo below its header, without the source list."""
    for filled in material.memos:
        count = _length(filled)
        if filled.limits.words and count > filled.limits.words:
            message = f"the memo for {filled.audience} has {count} words, more than {filled.limits.words}"
            yield Finding("", message, to_cut(filled))
    most = min((filled.limits.line for filled in material.memos), default=40)
    for number, line in enumerate(material.article.lines):
        if most and word_count(line.text) > most:
            message = f"the line has {word_count(line.text)} words, more than {most} that can be spoken"
            yield Finding(f"lines[{number}].text", message)


def _length(filled: Filled) -> int:
    memo = filled.memo
    blocks = tuple(block for block in memo.blocks if not isinstance(block, SourceList))
    return sum(word_count(piece) for piece in words(replace(memo, header=Header(()), blocks=blocks)))


@rule(
    "LEN02",
    "warning",
    "Sentences are of a length that can be read once.",
    why="Readers lose the thread at about 25 words, and everybody at 40.",
    source="GOV.UK content design: 25 words; plain-language guides: 15 to 20 on average",
    wrong="bluf: {text: The council reopens the line " + "and the port waits for the ministry to answer " * 5 + ".}\n",
    right="bluf: {text: The council reopens the line. The port waits for the ministry to answer.}\n",
)
def sentences_are_short(material: Material) -> Iterator[Finding]:
    """Count the words of each sentence, by the limit of the strictest memo that prints it, and their average."""
    for prose in material.prose:
        printing = [one for one in material.memos if one.seen is None or prose.text in one.seen]
        most = min((one.limits.sentence for one in printing), default=35)
        for sentence in sentences(prose.text) if most else ():
            count = word_count(sentence)
            if count > most:
                start = sentence[:30]
                yield Finding(prose.path, f"a sentence of {count} words, more than {most}", "make two of it", start)
    for filled in material.memos:
        counts = [word_count(one) for unit in filled.said for one in sentences(unit.text)]
        full = [count for count in counts if count > 3]  # noqa: PLR2004 - labels are no sentences
        if len(full) >= _ENOUGH and sum(full) / len(full) > _AVERAGE:
            message = (
                f"the sentences of the memo for {filled.audience} have {sum(full) / len(full):.0f} words on average"
            )
            yield Finding("", message, f"up to {_AVERAGE} read easily")


@rule(
    "LEN03",
    "warning",
    "Paragraphs have at most ten lines.",
    why="A page without a break is put aside for later.",
    source="AR 25-50: paragraphs of at most ten lines",
    wrong="{section=positions}\n## Key Demands\n\n" + "The council repeats its demand for winter. " * 24,
    right="{section=positions}\n## Key Demands\n\nThe council repeats its demand for winter.",
    example="memo",
)
def paragraphs_are_short(material: Material) -> Iterator[Finding]:
    """Count the words of each paragraph and list item."""
    for filled in material.memos:
        for unit in filled.said:
            count = word_count(unit.text)
            if filled.limits.paragraph and count > filled.limits.paragraph:
                message = f"the memo for {filled.audience} has a paragraph of {count} words: “{unit.text[:40]}…”"
                yield Finding("", message, "part it where the thought turns")


@rule(
    "LNG07",
    "note",
    "The reading ease of a memo, for comparison only.",
    why="Fog indexes take policy nouns for difficulty: they compare two drafts, and judge none.",
    source="Loughran and McDonald 2014, on readability measures",
    wrong="{section=positions}\n## Key Demands\n\nThe council repeats its demand.",
    right="",
    example="memo",
    on_demand=True,
)
def reading_ease(material: Material) -> Iterator[Finding]:
    """Work out the Gunning fog index of each memo."""
    for filled in material.memos:
        said = [one for unit in filled.said for one in sentences(unit.text)]
        count = sum(word_count(one) for one in said)
        long = sum(1 for one in said for word in re.findall(r"[A-Za-z]+", one) if _syllables(word) >= _LONG_WORD)
        if said and count:
            fog = 0.4 * (count / len(said) + 100 * long / count)
            yield Finding("", f"the memo for {filled.audience} has a fog index of {fog:.1f}")


def _syllables(word: str) -> int:
    return len(re.findall(r"[aeiouy]+", word.lower().removesuffix("es").removesuffix("ed").removesuffix("e"))) or 1
