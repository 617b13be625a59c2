"""Find the people, bodies and countries that a text names, each under one name."""

import re
from collections import Counter
from typing import Literal

from briefgen.draft.countries import by_name, by_people, by_seat
from briefgen.draft.lexicon import words as listed
from briefgen.draft.offices import BODIES, BODY_NOUNS, FIRST_NAMES, HONORIFICS, OFFICES, SEXED
from briefgen.draft.runs import JOINING, Run, runs_in
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, AUXILIARIES, LABELLING, SAYING
from briefgen.values import dataclass

Kind = Literal["person", "organisation", "state", "place"]


_PLACED = listed("grammar", "placing")


_PLURAL = re.compile(r"[A-Z]{2,}s")
"""*MPs*, *NGOs*."""


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


def mentions(sentences: tuple[tuple[Token, ...], ...], text: str) -> tuple[Mention, ...]:
    """Find every mention of a name in the sentences of `text`, in their order."""
    common = Counter(token.low for words in sentences for token in words if not token.is_capital)
    inner = {t.low for words in sentences for t in words[1:] if t.is_capital}
    runs = [run for words in sentences for run in runs_in(words, common, inner)]
    people = _people(runs, text)
    bodies = _bodies(runs, people, text)
    found = [Mention(entity, run.span) for run in runs if (entity := _entity(run, people, bodies))]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _people(runs: list[Run], text: str) -> dict[str, Entity]:
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


def _is_person(run: Run, lone: set[str]) -> bool:
    words = run.words
    if words in by_name() or words in by_people() or words in by_seat() or len(run.name) > 5:
        return False
    if any(token.low in BODIES or _PLURAL.fullmatch(token.text) for token in run.name):
        return False
    if run.name[-1].text in by_people() or run.name[-1].text[-1].isdigit():
        return False
    office = [token for token in run.office if token.text not in by_people()]
    if office and run.name[0].text in FIRST_NAMES:
        return True
    if office and any(token.low.lower().rstrip(".") in HONORIFICS | OFFICES for token in office):
        return all(token.is_capital or token.low in JOINING for token in run.name) and run.before != "of the"
    if len(run.name) == 1 or (run.before in _PLACED and run.name[0].text not in FIRST_NAMES):
        return False
    if run.before == "the" or any(token.low in {"of", "for"} for token in run.name):
        return False
    if run.name[0].text in FIRST_NAMES or run.name[-1].text in lone:
        return not run.name[0].text.isupper() or run.name[0].text in FIRST_NAMES
    return _is_introduced(run)


def _is_introduced(run: Run) -> bool:
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
    if run.lead in BODIES | BODY_NOUNS:
        return False
    apposed = run.before == "," and words[0] == "," and words[1:2] != ["which"]
    placed = words[0] == "of" and len(run.after) > 1 and (run.after[1].is_capital or words[1] == "the")
    of_somewhere = placed and len(run.name) in {2, 3} and run.before in {"", ",", "and", "by", "but"}
    turned = run.before in {"said", "says"} and len(run.name) in {2, 3}
    return (
        following == "who"
        or of_somewhere
        or apposed
        or turned
        or (words[0] == "," and following in SAYING | LABELLING and run.before == ",")
    )


def _role(run: Run, text: str) -> str:
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


def _bodies(runs: list[Run], people: dict[str, Entity], text: str) -> dict[str, Entity]:
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
        if run.before in _PLACED | {"of", "for", "by", "with"} and not is_body:
            continue
        short = re.match(r" \(([A-Z][A-Za-z&-]{1,9})\)", text[run.span.end : run.span.end + 14])
        kind: Kind = "organisation" if is_body or len(run.name) > 1 or words.isupper() else "place"
        entity = Entity(words, kind, aliases=(short[1],) if short else (), first=run.span.start)
        found[words] = entity
        if short:
            found[short[1]] = entity
    return found


def _acts(run: Run) -> bool:
    """Tell whether a name does something, as bodies and countries do."""
    words = [token.low for token in run.after[:2]]
    if words[:1] == ["and"] and len(run.after) > 2 and run.after[1].is_capital:
        words = [token.low for token in run.after[2:4]]
    follows = words[1] if words[:1] == [","] and len(words) > 1 else words[0] if words else ""
    return follows in ACTING | AUXILIARIES - {"'s"} or words == [",", "which"] or follows.endswith("ly")


def _entity(run: Run, people: dict[str, Entity], bodies: dict[str, Entity]) -> Entity | None:
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
