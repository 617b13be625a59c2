"""Where a sentence of a memo comes from: the parts of the record that it prints, and the passages under them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from briefgen.article.folded import folded
from briefgen.article.model import Article
from briefgen.article.passages import Passage, Stored, chosen, nearest, passages, quoted
from briefgen.article.statements import Quote, Statement
from briefgen.checks.material import Material
from briefgen.checks.sentences import word_count
from briefgen.values import dataclass

_AROUND = 180
"""Characters of the source shown on either side of a passage."""
_SHORTEST = 3
"""Words: fewer are a label, which stands in many sentences."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage that a sentence rests on, as it stands in its source, or as the record has it where that is unknown."""

    source: str
    title: str
    passage: str
    before: str = ""
    after: str = ""
    start: int = -1
    """Where it begins in the stored text; -1 where it was not found there."""
    end: int = -1
    missing: str = ""
    """Why it is not shown in its source."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose words a sentence is, and what they rest on."""

    whose: str
    paths: tuple[str, ...]
    """The parts of the record that it prints."""
    grounds: tuple[Ground, ...]


def origin_of(text: str, material: Material) -> Origin:
    """Find out where the words of a memo come from."""
    printed = paths_in(text, material)
    return Origin(_whose(printed, material), printed, grounds_of(printed, material))


def paths_in(text: str, material: Material) -> tuple[str, ...]:
    """Name the parts of the record whose words stand in `text`, or that `text` is a part of."""
    sought, is_long = _plain(text), word_count(text) >= _SHORTEST
    return tuple(
        path
        for path, words, length in _printed(material)
        if words == sought or (length >= _SHORTEST and words in sought) or (is_long and sought in words)
    )


def grounds_of(paths: Iterable[str], material: Material) -> tuple[Ground, ...]:
    """List the passages under some parts of the record, those of other parts they rest on included."""
    found = [ground for path in paths for ground in _under(path, material)]
    return tuple(dict.fromkeys(found))


def _under(path: str, material: Material) -> Iterator[Ground]:
    for said in material.statements:
        if f"{path}.".startswith(f"{said.path}."):
            yield from _of_statement(said.statement, material)
    for number, quote in enumerate(material.article.quotes):
        if path.startswith(f"quotes[{number}]"):
            yield _of_quote(quote, material)
    wanted = set(_based_on(path, material.article))
    for said in material.statements:
        if getattr(said.statement, "id", "") in wanted:
            yield from _of_statement(said.statement, material)


def _based_on(path: str, article: Article) -> tuple[str, ...]:
    """Name what the desk says its own words rest on."""
    if path.startswith("bluf") and article.bluf:
        return article.bluf.based_on
    found = (one for n, one in enumerate(article.outlook.judgements) if path.startswith(f"outlook.judgements[{n}]"))
    return next((one.based_on for one in found), ())


def _of_statement(statement: Statement, material: Material) -> Iterator[Ground]:
    for evidence in statement.evidence:
        stored = material.texts.get(evidence.source)
        found = passages(stored, evidence.exact) if stored else ()
        right = chosen(stored, found, prefix=evidence.prefix, suffix=evidence.suffix) if stored else ()
        yield _ground(evidence.source, evidence.exact, next(iter(right or found), None), material)


def _of_quote(quote: Quote, material: Material) -> Ground:
    words = quote.exact or quote.text
    stored = material.texts.get(quote.source)
    return _ground(quote.source, words, quoted(stored, words) if stored else None, material)


def _ground(source: str, exact: str, spot: Passage | None, material: Material) -> Ground:
    """Show a passage where it stands; where it does not, the one that comes nearest."""
    title, stored = source_title(source, material.article), material.texts.get(source)
    if stored is None:
        return Ground(source, title, exact, missing="no stored text")
    if spot:
        return _shown(Ground(source, title, ""), spot, stored)
    near = nearest(stored, exact)
    if near is None:
        return Ground(source, title, exact, missing="not found in the stored text")
    return _shown(
        Ground(source, title, "", missing="the nearest passage: the record’s is not there"), near.passage, stored
    )


def _shown(ground: Ground, spot: Passage, stored: Stored) -> Ground:
    """Put a passage between what stands around it."""
    start, end, text = spot.start, spot.end, stored.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = f"… {before.partition(' ')[2]}" if start > _AROUND else before
    after = f"{after.rpartition(' ')[0]} …" if end + _AROUND < len(text) else after
    return replace(ground, passage=text[start:end], before=before, after=after, start=start, end=end)


def source_title(source: str, article: Article) -> str:
    """Say what people call a source."""
    found = next((one for one in article.sources if one.id == source), None)
    return (found and (found.title or found.container_title or found.descriptor)) or source


def _whose(paths: tuple[str, ...], material: Material) -> str:
    """Say whose words they are, by the part of the record that is printed."""
    article = material.article
    for path in paths:
        for number, judgement in enumerate(article.outlook.judgements):
            if path.startswith(f"outlook.judgements[{number}]"):
                return f"A judgement of {judgement.by}." if judgement.by else "A judgement of the desk."
    if any(path.startswith(f"{said.path}.") for path in paths for said in material.statements):
        return "A statement of the record."
    if any(path.startswith("quotes[") for path in paths):
        return "A quotation."
    if any(path.startswith("bluf") for path in paths):
        return "The bottom line, in the desk’s words."
    return "Words of the desk." if paths else "Words of the template, or put together from values of the record."


def _printed(material: Material) -> tuple[tuple[str, str, int], ...]:
    """List the words of the record that memos print: where they stand, plain, and how many."""
    quotes = ((f"quotes[{n}].text", quote.text) for n, quote in enumerate(material.article.quotes))
    prose = ((one.path, one.text) for one in material.prose)
    return tuple((path, _plain(text), word_count(text)) for path, text in (*prose, *quotes) if text.strip())


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return folded(text).rstrip(".").lower()
