"""Settings and where each of them stands: in TOML, whose reader forgets the lines, or in YAML."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, assert_never

from briefgen.article.yaml_nodes import Mapping as Names
from briefgen.article.yaml_nodes import Node, Scalar, Sequence, read_yaml
from briefgen.errors import ConfigurationError, RecordError
from briefgen.notices import Place
from briefgen.toml_text import Path, line_of, parse_toml
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """A table of settings."""

    name: str
    """As printed: `[brand]`."""
    values: Mapping[str, Any]
    place: Callable[[Path], Place]
    """Where the setting at a path within the table stands, or what is around it."""
    folder: str = ""
    """From the project's folder to that of the file, from which it names other files."""

    def holds(self, path: Path) -> bool:
        """Tell whether there is a setting at `path`."""
        inner: Any = self.values
        for name in path:
            if not isinstance(inner, Mapping) or name not in inner:
                return False
            inner = inner[name]
        return True


def toml_settings(values: Mapping[str, Any], text: str, file: str, prefix: Path) -> Settings:
    """Give the table at `prefix` of a TOML file with the contents `text`."""
    return Settings(f"[{prefix[-1]}]", values, lambda path: Place(file, line_of((*prefix, *path), text)))


def file_settings(data: bytes, file: str, folder: str) -> Settings:
    """Read a file that holds nothing but settings: TOML, or else YAML."""
    if not file.endswith(".toml"):
        return _yaml_settings(data, file, folder)
    text = data.decode("utf-8-sig", errors="replace")
    return Settings(file, parse_toml(text, file), lambda path: Place(file, line_of(path, text)), folder)


def _yaml_settings(data: bytes, file: str, folder: str) -> Settings:
    try:
        root = read_yaml(data, file)
    except RecordError as error:
        raise ConfigurationError(*error.notices) from error
    if not isinstance(root, Names):
        raise ConfigurationError.of("CFG02", "expected names with a value for each", place=root.place)
    places = dict(_places(root))
    return Settings(file, _plain(root), partial(_nearest, places), folder)


def _nearest(places: Mapping[Path, Place], path: Path) -> Place:
    """Give the place of a setting, or of what is around it."""
    return next(places[path[:end]] for end in range(len(path), -1, -1) if path[:end] in places)


def _places(node: Node, path: Path = ()) -> Iterator[tuple[Path, Place]]:
    yield path, node.place
    match node:
        case Names(items):
            for key, inner in items:
                yield from _places(inner, (*path, key.text))
        case Sequence() | Scalar():
            return
        case _:
            assert_never(node)


def _plain(node: Node) -> Any:  # noqa: ANN401 - text, texts or names
    match node:
        case Names(items):
            return {key.text: _plain(inner) for key, inner in items}
        case Sequence(items):
            return [_plain(inner) for inner in items]
        case Scalar():
            return "" if node.is_null else node.text
        case _:
            assert_never(node)
