"""The words of a record that memos print: each with its path, and whether they are a source's or the desk's own."""

from collections.abc import Iterator
from typing import Any, Literal

from briefgen.article.folded import folded
from briefgen.article.model import Article
from briefgen.article.statements import Response, Statement
from briefgen.values import dataclass

Voice = Literal["sourced", "judged", "own", "advice", "spoken", "asked"]
"""Whose words they are: statements rest on sources, judgements are signed, lines are to be spoken."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Some words of the record."""

    path: str
    text: str
    voice: Voice
    statement: Statement | None = None
    """The statement they belong to."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the record."""

    path: str
    statement: Statement

    @property
    def words_path(self) -> str:
        """Where its own words stand."""
        return f"{self.path}.{_words_field(self.statement)}"

    @property
    def words(self) -> str:
        """Its own words, which the memo prints."""
        return str(getattr(self.statement, _words_field(self.statement)))


_STATEMENTS = ("background", "positions", "responses", "statistics", "timeline")
_BESIDE = ("label", "conditions", "consequence")
"""Words of a statement beside its own sentence."""
_OTHER: tuple[tuple[str, Voice, tuple[str, ...]], ...] = (
    ("outlook.judgements", "judged", ("text", "so_what", "alternatives")),
    ("outlook.assumptions", "own", ("text", "if_wrong")),
    ("outlook.scenarios", "own", ("label", "text", "triggers", "implications")),
    ("outlook.indicators", "own", ("watch", "threshold")),
    ("gaps", "own", ("text", "consequence", "how_to_close")),
    ("implications", "own", ("text",)),
    ("options", "advice", ("label", "text", "for", "against", "cost", "risk", "legal", "timing")),
    ("recommendation", "advice", ("text", "reason_for_date", "contrary_views")),
    ("lines", "spoken", ("text",)),
    ("qa", "asked", ("question",)),
    ("qa", "spoken", ("answer",)),
)
_FIELDS = {"for": "arguments_for", "against": "arguments_against"}
"""Keys of the file whose fields have other names."""


def statements_of(article: Article) -> tuple[Said, ...]:
    """List the statements in the order of the record."""
    return tuple(
        Said(f"{section}[{number}]", statement)
        for section in _STATEMENTS
        for number, statement in enumerate(getattr(article, section))
    )


def prose_of(article: Article) -> tuple[Prose, ...]:
    """List all words that memos print."""
    return tuple(found for found in _prose(article) if found.text.strip())


def is_the_sources(prose: Prose) -> bool:
    """Tell whether the words are still those of the evidence, uncut and unchanged."""
    evidence = prose.statement.evidence if prose.statement else ()
    return any(folded(prose.text) in folded(one.exact) for one in evidence)


def _prose(article: Article) -> Iterator[Prose]:
    yield Prose("title", article.title, "own")
    yield Prose("question", article.question, "asked")
    yield Prose("why_now", article.why_now, "own")
    if article.bluf:
        yield Prose("bluf.text", article.bluf.text, "own")
    for said in statements_of(article):
        for name in _BESIDE:
            yield Prose(f"{said.path}.{name}", getattr(said.statement, name, ""), "sourced", said.statement)
        yield Prose(said.words_path, said.words, "sourced", said.statement)
    for section, voice, names in _OTHER:
        for number, item in enumerate(_items(article, section)):
            for name in names:
                yield from _field(f"{section}[{number}].{name}", getattr(item, _FIELDS.get(name, name)), voice)


def _field(path: str, value: object, voice: Voice) -> Iterator[Prose]:
    match value:
        case str():
            yield Prose(path, value, voice)
        case tuple():
            for number, text in enumerate(value):
                yield Prose(f"{path}[{number}]", str(text), voice)
        case _:
            message = f"{path} holds no words"
            raise TypeError(message)


def _items(article: Article, section: str) -> tuple[Any, ...]:
    holder: Any = article
    for name in section.split("."):
        holder = getattr(holder, name)
    return tuple(holder)


def _words_field(statement: Statement) -> str:
    match statement:
        case Response(summary=summary) if summary:
            return "summary"
        case _:
            return "text"
