"""Read an article file as a record, or say everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from briefgen.article.build import Builder, is_faulty
from briefgen.article.envelope import Actor
from briefgen.article.model import Article
from briefgen.article.names import names_of
from briefgen.article.statements import Statement
from briefgen.article.yaml_nodes import read_yaml, replaced
from briefgen.errors import RecordError
from briefgen.notices import Place, in_file_order


@dataclass(frozen=True, slots=True)
class Record:
    """An article, and where in its file each part stands."""

    article: Article
    places: Mapping[str, Place]
    """By path, such as `positions[1].actor`, counted from 0."""


def read(data: bytes, file: str, given: Mapping[str, str] = MappingProxyType({})) -> Record:
    """Read YAML or JSON; `RecordError` holds every mistake, in the order of the file.

    `given` replaces fields by their path: `{"marking.level": "OFFICIAL"}`; its values are YAML.
    """
    root = read_yaml(data, file)
    for path, value in given.items():
        root = replaced(root, tuple(path.split(".")), read_yaml(value.encode(), f"--set {path}"))
    names = names_of(root)
    builder = Builder(names)
    article = builder.build(Article, root)
    if builder.notices or is_faulty(article):
        raise RecordError(*in_file_order(tuple(builder.notices)))
    if not article.sources:
        raise RecordError.of("REC05", "sources: at least one source is needed", place=builder.places["sources"])
    lone = names.lone_source()
    if lone:
        article = _with_source(article, lone)
    if names.implicit_actors:
        named = tuple(Actor(id=id_, name=name) for id_, name in names.implicit_actors.items())
        article = replace(article, actors=named)
    return Record(article, builder.places)


def _with_source(article: Article, source: str) -> Article:
    """Let evidence and quotes that name no source rest on the only one."""
    return replace(
        article,
        background=_sourced(article.background, source),
        positions=_sourced(article.positions, source),
        responses=_sourced(article.responses, source),
        statistics=_sourced(article.statistics, source),
        timeline=_sourced(article.timeline, source),
        quotes=tuple(replace(quote, source=quote.source or source) for quote in article.quotes),
    )


S = TypeVar("S", bound=Statement)


def _sourced(statements: tuple[S, ...], source: str) -> tuple[S, ...]:
    sourced = []
    for statement in statements:
        evidence = tuple(replace(item, source=item.source or source) for item in statement.evidence)
        sourced.append(replace(statement, evidence=evidence))
    return tuple(sourced)
