"""Find runs of capitalised words, and part the office in them from the name."""

import re
from collections import Counter

from briefgen.draft.countries import by_name, by_people, by_seat
from briefgen.draft.grammar import DETERMINERS, LINKING, PARTICLES, PRONOUNS, STOPPING
from briefgen.draft.lexicon import words as listed
from briefgen.draft.offices import BODIES, FIRST_NAMES, HONORIFICS, OFFICES, QUALIFIERS
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import AUXILIARIES
from briefgen.values import dataclass

JOINING = PARTICLES - {"and"}
_CALENDAR = listed("grammar", "calendar")
_NOT_NAMES = DETERMINERS | PRONOUNS | _CALENDAR | listed("grammar", "indefinite")
_NOT_OPENING = _NOT_NAMES | LINKING | STOPPING | AUXILIARIES | listed("grammar", "epithets")
_CONTRACTED = re.compile(r"(?:i|we|he|she|they|it|you|that|there|who|what|let)'")


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals in a row: an office, if any, and a name."""

    office: tuple[Token, ...]
    name: tuple[Token, ...]
    before: str
    """The word before it, in lower case."""
    after: tuple[Token, ...]
    opens: bool
    """Whether it opens its sentence."""
    lead: str = ""
    """The word before the comma that stands before it: *the group, Unity*."""

    @property
    def words(self) -> str:
        """The name as it is printed."""
        return re.sub(r" (?=['’])", "", " ".join(token.text for token in self.name))

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.name[0].span.start, self.name[-1].span.end)


def runs_in(words: tuple[Token, ...], common: Counter[str], inner: set[str]) -> list[Run]:
    """Collect the runs of capitalised words in a sentence."""
    runs: list[Run] = []
    at = 0
    opening = next((n for n, word in enumerate(words) if word.is_word), 0)
    while at < len(words):
        if not _begins(words, at, opening, common, inner):
            at += 1
            continue
        last = at + 1
        while last < len(words) and _continues(words, last):
            last += 1
        while last > at + 1 and (words[last - 1].low in JOINING or not words[last - 1].is_word):
            last -= 1
        runs += _split(words, at, last, opening)
        at = last
    return runs


def _begins(words: tuple[Token, ...], at: int, opening: int, common: Counter[str], inner: set[str]) -> bool:
    word = words[at]
    if not word.is_capital or word.low in _NOT_NAMES or _CONTRACTED.match(word.low):
        return False
    if at != opening and not (at > 0 and words[at - 1].text in "“\"‘':"):
        return True
    follows = at + 1 < len(words) and words[at + 1].is_capital and words[at + 1].low not in _CALENDAR
    pair = f"{word.text} {words[at + 1].text}" if at + 1 < len(words) else ""
    known = (
        pair in by_name()
        or pair in by_people()
        or pair in by_seat()
        or word.text in by_name()
        or word.text in by_people()
        or word.text in by_seat()
        or word.text in FIRST_NAMES
    )
    if not known and (
        word.low in _NOT_OPENING or (word.low.endswith(("ing", "ed", "ly")) and word.text not in FIRST_NAMES)
    ):
        return False
    is_listed = len(words) > at + 2 and words[at + 1].low in {"and", ","} and words[at + 2].is_capital
    is_seen = word.low in inner and not common[word.low]
    is_titled = follows and words[at + 1].low in OFFICES and len(words) > at + 2 and words[at + 2].is_capital
    return (
        known
        or word.text[1:].isupper()
        or is_seen
        or (is_titled and word.low in QUALIFIERS)
        or ((follows or is_listed) and not common[word.low])
        or word.low in OFFICES
    )


def _continues(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a name goes on at `at`."""
    word = words[at]
    if word.is_capital:
        return word.low not in _CALENDAR and (word.low not in PRONOUNS)
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if word.low in {"of", "for"}:
        is_body = words[at - 1].low in BODIES | OFFICES
        return is_body and (
            following.is_capital
            or (following.low == "the" and words[at + 2 : at + 3] != () and words[at + 2].is_capital)
        )
    if word.low == "the":
        return words[at - 1].low in {"of", "for"} and following.is_capital
    if word.low in {"'", "’", "'s"}:
        return following.is_capital and following.low in BODIES
    if word.low == "and":
        left = {words[n].low for n in range(max(0, at - 4), at) if words[n].is_capital or words[n].low in {"of", "for"}}
        is_list = bool(left & BODIES) and bool(left & {"of", "for"})
        return following.is_capital and (is_list or words[at - 1].low in QUALIFIERS)
    return word.low in JOINING and following.is_capital


def _split(words: tuple[Token, ...], first: int, last: int, opening: int) -> list[Run]:
    """Part offices from names, and a country's adjective from what it qualifies."""
    run = words[first:last]
    before = words[first - 1].low if first else ""
    after = words[last : last + 8]
    if run[0].low in OFFICES and len(run) == 5 and run[1].low == "of":
        return [Run(run[:3], run[3:], before, after, first == opening)]
    office = max((n for n, word in enumerate(run) if word.low.lower().rstrip(".") in OFFICES | HONORIFICS), default=-1)
    given = next(
        (n for n, word in enumerate(run) if word.text in FIRST_NAMES and n > office and 0 < n < len(run) - 1), 0
    )
    office_like = given and any(
        w.low.lower().rstrip(".") in OFFICES | HONORIFICS or w.text in by_people() for w in run[:given]
    )
    if (
        office_like
        and len(run) - given <= 3
        and not any(word.low in BODIES or word.low == "and" for word in run[given:])
    ):
        return [*_runs_within(run[:given]), Run(run[:given], run[given:], before, after, first == opening)]
    tail = run[office + 1 :]
    is_body = any(word.low in BODIES for word in run) and not (len(tail) > 1 and _is_person_tail(tail))
    if office >= 0 and not is_body and office + 1 < len(run) and run[office + 1].low not in JOINING:
        inner = _runs_within(run[: office + 1])
        person = Run(run[: office + 1], run[office + 1 :], before, after, first == opening)
        return [*inner, person]
    if office == len(run) - 1 and not is_body:
        return _runs_within(run)
    lower = _office_before(words, first)
    adjective = next((n for n in (2, 1) if " ".join(w.text for w in run[:n]) in by_people() and len(run) > n), 0)
    if adjective and not is_body:
        return [
            Run((), run[:adjective], before, run[adjective:], first == opening),
            Run(run[:adjective], run[adjective:], before, after, opens=False),
        ]
    lead = words[first - 2].low if first > 1 and before == "," else ""
    return [Run(lower, run, before, after, first == opening, lead)]


def _is_person_tail(run: tuple[Token, ...]) -> bool:
    return 1 <= len(run) <= 4 and not any(word.low in BODIES or word.low in JOINING for word in run)


def _runs_within(office: tuple[Token, ...]) -> list[Run]:
    """Find the country or body that an office belongs to: *Bank of England Governor*."""
    for last in range(len(office), 0, -1):
        part = office[:last]
        words = " ".join(word.text for word in part)
        is_body = any(word.low in BODIES for word in part) and part[-1].low not in OFFICES
        if words in by_name() or words in by_people() or (is_body and last > 1):
            return [Run((), part, "", office[last:], opens=False)]
    return []


def _office_before(words: tuple[Token, ...], first: int) -> tuple[Token, ...]:
    """Take an office in small letters before a name: *foreign minister Sergey Lavrov*."""
    at = first
    while at > 0 and words[at - 1].low.lower().rstrip(".") in OFFICES | QUALIFIERS and not words[at - 1].is_capital:
        at -= 1
    return words[at:first] if at < first and words[first - 1].low in OFFICES else ()
