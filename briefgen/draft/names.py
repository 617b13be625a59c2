"""Find the people, bodies and countries that a text names, each under one name."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from briefgen.draft.countries import by_name, by_people, by_seat
from briefgen.draft.grammar import DETERMINERS, LINKING, PARTICLES, PRONOUNS, STOPPING
from briefgen.draft.lexicon import words as listed
from briefgen.draft.offices import BODIES, FIRST_NAMES, HONORIFICS, OFFICES, QUALIFIERS, SEXED
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, AUXILIARIES, LABELLING, SAYING

Kind = Literal["person", "organisation", "state", "place"]

_JOINING = PARTICLES - {"and"}
_CALENDAR = listed("grammar", "calendar")
_NOT_NAMES = DETERMINERS | PRONOUNS | _CALENDAR | listed("grammar", "indefinite")
_NOT_OPENING = _NOT_NAMES | LINKING | STOPPING
_CONTRACTED = re.compile(r"(?:i|we|he|she|they|it|you|that|there|who|what|let)'")
_PLACED = listed("grammar", "placing")


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name."""

    name: str
    kind: Kind
    role: str = ""
    """The office as the text words it first."""
    aliases: tuple[str, ...] = ()
    """Other forms that the text uses."""
    sex: str = ""
    first: int = 0
    """Where the text names it first."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named."""

    entity: Entity
    span: Span


@dataclass(frozen=True, slots=True)
class _Run:
    """Words with capitals in a row: an office, if any, and a name."""

    office: tuple[Token, ...]
    name: tuple[Token, ...]
    before: str
    """The word before it, in lower case."""
    after: tuple[Token, ...]
    opens: bool
    """Whether it opens its sentence."""

    @property
    def words(self) -> str:
        return re.sub(r" (?=['’])", "", " ".join(token.text for token in self.name))

    @property
    def span(self) -> Span:
        return Span(self.name[0].span.start, self.name[-1].span.end)


def mentions(sentences: tuple[tuple[Token, ...], ...], text: str) -> tuple[Mention, ...]:
    """Find every mention of a name in the sentences of `text`, in their order."""
    common = Counter(token.low for words in sentences for token in words if not token.is_capital)
    inner = {t.low for words in sentences for t in words[1:] if t.is_capital}
    runs = [run for words in sentences for run in _runs(words, common, inner)]
    people = _people(runs, text)
    bodies = _bodies(runs, people, text)
    found = [Mention(entity, run.span) for run in runs if (entity := _entity(run, people, bodies))]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _runs(words: tuple[Token, ...], common: Counter[str], inner: set[str]) -> list[_Run]:
    """Collect the runs of capitalised words in a sentence."""
    runs: list[_Run] = []
    at = 0
    opening = next((n for n, word in enumerate(words) if word.is_word), 0)
    while at < len(words):
        if not _begins(words, at, opening, common, inner):
            at += 1
            continue
        last = at + 1
        while last < len(words) and _continues(words, last):
            last += 1
        while words[last - 1].low in _JOINING or not words[last - 1].is_word:
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
    if word.low in _NOT_OPENING or (word.low.endswith(("ing", "ed", "ly")) and word.text not in FIRST_NAMES):
        return False
    follows = at + 1 < len(words) and words[at + 1].is_capital and words[at + 1].low not in _CALENDAR
    pair = f"{word.text} {words[at + 1].text}" if at + 1 < len(words) else ""
    known = (
        pair in by_name()
        or pair in by_people()
        or word.text in by_name()
        or word.text in by_people()
        or word.text in by_seat()
        or word.text in FIRST_NAMES
    )
    is_seen = word.low in inner and not common[word.low]
    return known or word.text[1:].isupper() or is_seen or (follows and not common[word.low]) or word.low in OFFICES


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
    return word.low in _JOINING and following.is_capital


def _split(words: tuple[Token, ...], first: int, last: int, opening: int) -> list[_Run]:
    """Part offices from names, and a country's adjective from what it qualifies."""
    run = words[first:last]
    before = words[first - 1].low if first else ""
    after = words[last : last + 8]
    if run[0].low in OFFICES and len(run) == 5 and run[1].low == "of":
        return [_Run(run[:3], run[3:], before, after, first == opening)]
    office = max((n for n, word in enumerate(run) if word.low.rstrip(".") in OFFICES | HONORIFICS), default=-1)
    given = next(
        (n for n, word in enumerate(run) if word.text in FIRST_NAMES and n > office and 0 < n < len(run) - 1), 0
    )
    office_like = given and any(w.low in OFFICES | HONORIFICS or w.text in by_people() for w in run[:given])
    if (
        office_like
        and len(run) - given <= 3
        and not any(word.low in BODIES or word.low == "and" for word in run[given:])
    ):
        return [*_runs_within(run[:given]), _Run(run[:given], run[given:], before, after, first == opening)]
    tail = run[office + 1 :]
    is_body = any(word.low in BODIES for word in run) and not (len(tail) > 1 and _is_person_tail(tail))
    if office >= 0 and not is_body and office + 1 < len(run) and run[office + 1].low not in _JOINING:
        inner = _runs_within(run[: office + 1])
        person = _Run(run[: office + 1], run[office + 1 :], before, after, first == opening)
        return [*inner, person]
    if office == len(run) - 1 and not is_body:
        return _runs_within(run)
    lower = _office_before(words, first)
    adjective = next((n for n in (2, 1) if " ".join(w.text for w in run[:n]) in by_people() and len(run) > n), 0)
    if adjective and not is_body:
        return [
            _Run((), run[:adjective], before, run[adjective:], first == opening),
            _Run(run[:adjective], run[adjective:], before, after, opens=False),
        ]
    return [_Run(lower, run, before, after, first == opening)]


def _is_person_tail(run: tuple[Token, ...]) -> bool:
    return 1 <= len(run) <= 4 and not any(word.low in BODIES or word.low in _JOINING for word in run)


def _runs_within(office: tuple[Token, ...]) -> list[_Run]:
    """Find the country or body that an office belongs to: *Bank of England Governor*."""
    for last in range(len(office), 0, -1):
        part = office[:last]
        words = " ".join(word.text for word in part)
        is_body = any(word.low in BODIES for word in part) and part[-1].low not in OFFICES
        if words in by_name() or words in by_people() or (is_body and last > 1):
            return [_Run((), part, "", office[last:], opens=False)]
    return []


def _office_before(words: tuple[Token, ...], first: int) -> tuple[Token, ...]:
    """Take an office in small letters before a name: *foreign minister Sergey Lavrov*."""
    at = first
    while at > 0 and words[at - 1].low.rstrip(".") in OFFICES | QUALIFIERS and not words[at - 1].is_capital:
        at -= 1
    return words[at:first] if at < first and words[first - 1].low in OFFICES else ()


def _people(runs: list[_Run], text: str) -> dict[str, Entity]:
    """Index people by each form of their name; the surname alone is one."""
    found: dict[str, Entity] = {}
    lone = {run.words for run in runs if len(run.name) == 1}
    for run in runs:
        if not _is_person(run, lone) or run.words in found:
            continue
        surname = run.name[-1].text
        if len(run.name) == 1 and surname in found:
            continue
        role = _role(run, text)
        sexes = [SEXED.get(word.low.rstrip("."), "") for word in run.office] + [FIRST_NAMES.get(run.name[0].text, "")]
        sex = next((sex for sex in sexes if sex), "") or _sex_of(role)
        entity = Entity(run.words, "person", role, sex=sex, first=run.span.start)
        forms = {" ".join(token.text for token in run.name[n:]) for n in range(len(run.name))}
        for form in forms - {""}:
            if form not in found or len(found[form].name) < len(form):
                found[form] = entity
    return found


def _sex_of(role: str) -> str:
    return next((SEXED[word] for word in role.lower().split() if word in SEXED), "")


def _is_person(run: _Run, lone: set[str]) -> bool:
    words = run.words
    if words in by_name() or words in by_people() or words in by_seat() or len(run.name) > 5:
        return False
    if any(token.low in BODIES or token.text[-1].isdigit() for token in run.name):
        return False
    office = [token for token in run.office if token.text not in by_people()]
    if office and run.name[0].text in FIRST_NAMES:
        return True
    if office and any(token.low.rstrip(".") in HONORIFICS | OFFICES for token in office):
        return all(token.is_capital or token.low in _JOINING for token in run.name) and run.before != "of the"
    if len(run.name) == 1 or (run.before in _PLACED and run.name[0].text not in FIRST_NAMES):
        return False
    if run.before == "the" or any(token.low in {"of", "for"} for token in run.name):
        return False
    if run.name[0].text in FIRST_NAMES or run.name[-1].text in lone:
        return not run.name[0].text.isupper() or run.name[0].text in FIRST_NAMES
    return _is_introduced(run)


def _is_introduced(run: _Run) -> bool:
    """Tell a person by what follows: an age, an office, a verb of saying."""
    words = [token.low for token in run.after[:6]]
    if not words:
        return False
    if (
        words[0] == ","
        and len(words) > 1
        and words[1] != "and"
        and (words[1].isdigit() or (len(words) > 2 and bool(set(words[1:6]) & OFFICES)))
    ):
        return True
    following = words[1] if words[0] == "," and len(words) > 1 else words[0]
    apposed = run.before == "," and words[0] == "," and words[1:2] != ["which"]
    turned = run.before in {"said", "says"} and len(run.name) in {2, 3}
    return (
        following == "who"
        or apposed
        or turned
        or (words[0] == "," and following in SAYING | LABELLING and run.before == ",")
    )


def _role(run: _Run, text: str) -> str:
    """Cut the office of a person out of the text: before the name, else between commas behind it."""
    if run.office and any(token.low.rstrip(".") not in HONORIFICS for token in run.office):
        office = list(run.office)
        while office and office[-1].low.rstrip(".") in HONORIFICS:
            office.pop()
        return text[office[0].span.start : office[-1].span.end]
    behind = text[run.span.end : run.span.end + 160]
    found = re.match(
        r", (?:\d+, )?(?:who is )?((?:the |a |an )?(?:(?:[A-Z]\.)+|[^,.;:—“\"]){3,110}?)(?=[,.;:—]|$)", behind
    )
    if (
        found
        and set(re.findall(r"[a-z-]+", found[1].lower())) & OFFICES
        and not re.match(r"(?:and|but|said|who)\b", found[1])
    ):
        return re.sub(r"^(?:the|a|an) ", "", found[1])
    return ""


def _bodies(runs: list[_Run], people: dict[str, Entity], text: str) -> dict[str, Entity]:
    """Index bodies by name and by the short form in brackets behind it."""
    found: dict[str, Entity] = {}
    for run in runs:
        words = run.words
        if words in people or words in by_name() or words in by_people() or words in by_seat() or words in found:
            continue
        is_body = any(token.low in BODIES for token in run.name) or (
            len(words) > 1 and words.isupper() and words.isalpha()
        )
        if not is_body and not (run.before in {"the", ""} and len(run.name) > 1) and not _acts(run):
            continue
        if run.before in _PLACED and not is_body:
            continue
        short = re.match(r" \(([A-Z][A-Za-z&-]{1,9})\)", text[run.span.end : run.span.end + 14])
        kind: Kind = "organisation" if is_body or len(run.name) > 1 or words.isupper() else "place"
        entity = Entity(words, kind, aliases=(short[1],) if short else (), first=run.span.start)
        found[words] = entity
        if short:
            found[short[1]] = entity
    return found


def _acts(run: _Run) -> bool:
    """Tell whether a name does something, as bodies and countries do."""
    words = [token.low for token in run.after[:2]]
    follows = words[1] if words[:1] == [","] and len(words) > 1 else words[0] if words else ""
    return follows in ACTING | AUXILIARIES - {"'s"} or words == [",", "which"] or follows.endswith("ly")


def _entity(run: _Run, people: dict[str, Entity], bodies: dict[str, Entity]) -> Entity | None:
    words = run.words
    plain = words.removeprefix("The ")
    if words in people and (len(run.name) > 1 or words not in by_name()):
        return people[words]
    country = by_name().get(plain) or by_people().get(plain) or by_seat().get(plain)
    if country:
        return Entity(country.name, "state", first=0) if plain not in by_seat() or run.before not in _PLACED else None
    if words in bodies:
        return bodies[words]
    acronym = "".join(token.text[0] for token in run.name if token.is_capital)
    return next((body for name, body in bodies.items() if words == acronym == name), None)
