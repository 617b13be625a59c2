"""Whether a source's caution survives into the record and into the memo."""

import re
from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.checks.material import Filled, Material
from briefgen.checks.phrases import Phrases
from briefgen.checks.prose import Said
from briefgen.checks.rule import Finding, rule
from briefgen.whole_words import begins_in

_SMALL = {"have", "has", "had", "is", "are", "was", "were", "be", "been", "that", "the", "a", "an", "it", "to", "of"}
_CLASSES = {
    "at most": r"up to|at most|no more than|not more than|as many as|maximum|a ceiling|or fewer|or less|below|under",
    "could": r"could|may|might|can|possibl[ey]|possibility|potential(ly)?|would",
    "hint": r"hint(s|ed|ing)?|suggest(s|ed|ing)?|signal(s|led|ling)?|indicat(e|es|ed|ing)|impl(y|ies|ied)",
    "appear": r"appear(s|ed)?|seem(s|ed)?|apparent(ly)?|looks? like",
    "likely": r"likely|probabl[ey]|unlikely|expect(s|ed)?|forecasts?|projected|would|could|may|might",
    "about": r"about|around|roughly|some|nearly|almost|approximately|an estimated|close to|circa",
    "if": r"if|unless|provided|only when|once|conditional|on condition|should|as long as|depend(s|ing)?|until|subject to",
    "not all": r"not all|not every|some|part of|several",
    "no indication": r"no (indication|sign|evidence)|without (any )?(indication|sign)|not (seen|seeing) any",
    "not": r"not|no|never|none|nothing|nobody|neither|nor|cannot|\w+n't|without|reject\w*|refus\w*|rul(es?|ed|ing) out|"
    r"den(y|ies|ied)|lack\w*|fail\w*|oppos\w*|exclu\w*|void|silent|missing|un\w{4,}|only|block\w*|beyond|withheld|withholds?",
}
"""What a caution is called → the words that express it."""
_TOKENS = {
    "at most": r"up to|at most|as many as",
    "could": r"could|might|may",
    "hint": r"hint(?:ed|s)?|suggest(?:ed|s)?",
    "appear": r"appear(?:s|ed)? to|seem(?:s|ed)? to|apparently",
    "likely": r"likely|probably",
    "about": r"about(?= \d)|around(?= \d)|roughly|approximately|an estimated",
    "if": r"if|unless",
    "not all": r"not all|not every",
    "no indication": r"no (?:indication|sign|evidence)",
    "not": r"(?:not|no|never|cannot)(?! (?:only|just|merely|more than|less than|later than|fewer than|longer than|names?\b|named\b|identif\w+|yet\b))",
}
"""The clear signs of each in a source."""
_SIGNS = Phrases(rf"\b(?:{'|'.join(_TOKENS.values())})\b")
_EACH = {name: (re.compile(rf"\b({_TOKENS[name]})\b"), re.compile(rf"\b(?:{_CLASSES[name]})\b")) for name in _TOKENS}
"""What a caution is called → its signs in a source, and the words that express it, both in small letters."""
_MAY = re.compile(r"\bMay\b")
"""The month."""
_LONGEST = 45
"""Words: in a longer passage the caution may belong to something that the statement does not say."""


def cautions(text: str) -> tuple[str, ...]:
    """List the words of caution in a source."""
    plain = _MAY.sub("", folded(text))
    return tuple(dict.fromkeys(found[0].lower() for found in _SIGNS.finditer(plain)))


@rule(
    "SRC13",
    "error",
    "The source's own words of caution, recorded as `hedge`, stand in the memo beside what they qualify.",
    why="“Up to 30” becomes 30, and “hinted” becomes “said”, one rewriting after the other.",
    source="ICD 203, standard 3; Butler review 2004 on assessments that harden",
    wrong="""
background:
  - {text: 30 farms lose their winter market., hedge: up to, exact: Up to 30 farms could lose their winter market}
""",
    right="""
background:
  - {text: Up to 30 farms could lose their winter market., hedge: up to, exact: Up to 30 farms could lose their winter market}
""",
    of_memos=True,
)
def hedges_survive(material: Material) -> Iterator[Finding]:
    """Look for each recorded hedge, in the memos where there are some, else in the record."""
    for said in material.statements:
        hedge = said.statement.hedge
        if not hedge or not said.words or _has(said.words, hedge):
            continue
        losers = [filled.audience for filled in material.memos if _loses(filled, said)]
        if losers or not material.memos:
            where = f" in the memo for {' and '.join(losers)}" if losers else ""
            message = f"the hedge “{hedge}” is lost{where}"
            yield Finding(said.words_path, message, "write it into the sentence that it qualifies")


def _loses(filled: Filled, said: Said) -> bool:
    """Tell whether a memo prints the statement and nowhere beside it the hedge."""
    sought = folded(said.words).rstrip(".").lower()
    pieces = [piece for piece in filled.pieces if sought in folded(piece).lower()]
    return bool(pieces) and not any(_has(piece, said.statement.hedge) for piece in pieces)


def _has(text: str, hedge: str) -> bool:
    """Tell whether `text` has the words that matter of `hedge`, in whatever inflection."""
    words = [word for word in re.findall(r"\w+", hedge.lower()) if word not in _SMALL] or [hedge.lower()]
    if hedge.lower() == "up to":
        words = [hedge.lower()]
    plain = folded(text).lower()
    return all(begins_in(_stem(word), plain) for word in words)


def _stem(word: str) -> str:
    stem = re.sub(r"(ed|ing|es|s)$", "", word)
    return stem if len(stem) > 3 else word  # noqa: PLR2004 - shorter stems fit too many words


@rule(
    "SRC14",
    "warning",
    "A statement is no surer than its evidence.",
    why="Certainty creeps in with every rewriting; only a person can judge it, but lost words of caution can be shown.",
    source="Butler review 2004; ICD 203, standard 3",
    wrong="""
background:
  - {text: The operator has no intention of compromising., exact: there was no indication that the operator is willing to compromise}
""",
    right="""
background:
  - {text: "One official saw no indication that the operator would compromise.", exact: there was no indication that the operator is willing to compromise}
""",
)
def statements_are_no_surer(material: Material) -> Iterator[Finding]:
    """Find cautions of the evidence for which the statement has no word."""
    for said in material.statements:
        words = folded(said.words)
        if not words or any(words in folded(one.exact) for one in said.statement.evidence):
            continue
        passage = _MAY.sub("", folded(" ".join(evidence.exact for evidence in said.statement.evidence))).lower()
        printed = f"{said.words} {said.statement.hedge} {getattr(said.statement, 'conditions', '')}".lower()
        for name in _lost(passage, printed) if len(passage.split()) <= _LONGEST else ():
            found = _EACH[name][0].search(passage)
            if found and said.statement.hedge.lower() != found[1]:
                hint = "keep it, or compare the two with --side-by-side and ignore this with a reason"
                yield Finding(said.words_path, f"the evidence says “{found[1]}”, the statement nothing like it", hint)


def _lost(passage: str, printed: str) -> tuple[str, ...]:
    if not _SIGNS.search(passage):
        return ()
    plain = folded(printed)
    return tuple(name for name, (signs, words) in _EACH.items() if signs.search(passage) and not words.search(plain))
