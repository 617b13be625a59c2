"""Read an article file as a record, or say everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import field, replace
from hashlib import sha256
from types import MappingProxyType

from briefgen.article.build import Builder, is_faulty
from briefgen.article.envelope import Actor
from briefgen.article.model import Article
from briefgen.article.names import names_of
from briefgen.article.yaml_nodes import Node, Scalar, read_yaml, replaced
from briefgen.errors import RecordError
from briefgen.notices import Place, in_file_order
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """An article, and where in its file each part stands."""

    article: Article
    places: Mapping[str, Place]
    """By path, such as `positions[1].actor`, counted from 0."""
    written: bytes = b""
    """The file as it was, comments and all."""
    file: str = ""
    """As printed in errors."""
    given: Mapping[str, str] = field(default_factory=dict)
    """The fields that were replaced, by their path."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self.written).hexdigest()


def read(data: bytes, file: str, given: Mapping[str, str] = MappingProxyType({})) -> Record:
    """Read YAML or JSON; `RecordError` holds every mistake, in the order of the file.

    `given` replaces fields by their path: `{"marking.level": "OFFICIAL", "positions.0.label": "Quota"}`.
    Its values are taken as they are; those that begin with a bracket or brace are YAML.
    """
    root = read_yaml(data, file)
    for path, value in given.items():
        root = replaced(root, tuple(path.split(".")), _given(value, Place(f"--set {path}")))
    names = names_of(root)
    builder = Builder(names)
    article = builder.build(Article, root)
    notices = (*names.repeated, *builder.notices)
    if notices or is_faulty(article):
        raise RecordError(*in_file_order(notices))
    if not article.sources:
        raise RecordError.of("REC05", "sources: at least one source is needed", place=builder.places["sources"])
    if names.implicit_actors:
        named = tuple(Actor(id=id_, name=name) for id_, name in names.implicit_actors.items())
        article = replace(article, actors=named)
    return Record(article, builder.places, data, file, dict(given))


def _given(value: str, place: Place) -> Node:
    if value.lstrip().startswith(("[", "{")):
        return read_yaml(value.encode(), place.file)
    return Scalar(value.strip(), place, quoted=False)
