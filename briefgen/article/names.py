"""What an id in a record can name, found before the record is built, so that references are told at their place."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import field
from itertools import chain, count

from briefgen.article.values import Refers
from briefgen.article.yaml_nodes import Mapping, Node, Scalar, Sequence
from briefgen.notices import Notice, Place
from briefgen.values import dataclass

_STATEMENTS = {
    "summary": "pt",
    "background": "b",
    "positions": "p",
    "responses": "r",
    "timeline": "t",
    "statistics": "n",
    "quotes": "q",
    "gaps": "g",
    "implications": "m",
    "options": "o",
    "recommendation": "rec",
    "lines": "l",
    "qa": "qa",
}
_OUTLOOK = {"judgements": "j", "assumptions": "a", "scenarios": "sc", "indicators": "i"}


@dataclass(slots=True)
class Names:
    """Every namespace of a record: what may be written → the id it means."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)
    implicit_actors: dict[str, str] | None = None
    """Where the record lists no actors: the id of each actor named elsewhere, and the name."""
    repeated: list[Notice] = field(default_factory=list)
    """The ids that more than one thing has."""

    def resolve(self, text: str, refers: Refers) -> str | None:
        """Give the id that `text` means, or None where nothing is called so."""
        for namespace in refers.to:
            if text in self.known.get(namespace, {}):
                return self.known[namespace][text]
        if refers.else_text:
            return text
        if "actors" in refers.to and self.implicit_actors is not None:
            return self._declared(text, self.implicit_actors)
        return None

    @staticmethod
    def _declared(name: str, actors: dict[str, str]) -> str:
        """Give the id of an actor that is declared by being named; names that differ only in capitals are one."""
        plain = slug(name)
        ids = chain((plain,), (f"{plain}-{number}" for number in count(2)))
        return next(id_ for id_ in ids if actors.setdefault(id_, name).casefold() == name.casefold())


def names_of(root: Node) -> Names:
    """Collect the ids of a record, those that are made from names and numbers included."""
    top = _fields(root)
    actors, sources = _items(top.get("actors")), _items(top.get("sources"))
    names = Names(implicit_actors=None if "actors" in top else {})
    names.known["sources"] = _Ids(names).of("sources", "s", sources)
    _Ids(names).add(("actors", _actor_id(actor), actor) for actor in actors)
    names.known["actors"] = _called(actors)
    names.known["groups"] = {group: group for actor in actors for group in _texts(_fields(actor).get("groups"))}
    outlook = _fields(top.get("outlook"))
    if isinstance(top.get("outlook"), Sequence):
        outlook = {"judgements": top["outlook"]}
    lists = {key: (letter, top.get(key)) for key, letter in _STATEMENTS.items()}
    lists |= {key: (letter, outlook.get(key)) for key, letter in _OUTLOOK.items()}
    statement_ids = _Ids(names)
    for key, (letter, node) in lists.items():
        names.known[key] = statement_ids.of(key, letter, _items(node))
    everything = {id_: id_ for key in lists for id_ in names.known[key]}
    names.known["statements"] = everything | ({"bluf": "bluf"} if "bluf" in top else {})
    return names


def one(namespace: str) -> str:
    """Name one thing of a namespace: `positions` → `position`."""
    return namespace.removesuffix("s")


def slug(name: str) -> str:
    """Make an id of a name: `Sir Keir Starmer` → `sir-keir-starmer`."""
    plain = name.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "actor"


@dataclass(slots=True)
class _Ids:
    """The ids that must differ from each other."""

    names: Names
    seen: dict[str, Place] = field(default_factory=dict)

    def of(self, namespace: str, letter: str, items: tuple[Node, ...]) -> dict[str, str]:
        """Give the ids of a list, those that it does not write counted; note those that were there before."""
        ids = [_id(item, f"{letter}{number}") for number, item in enumerate(items, start=1)]
        self.add((namespace, id_, item) for id_, item in zip(ids, items, strict=True))
        return dict(zip(ids, ids, strict=True))

    def add(self, found: Iterable[tuple[str, str, Node]]) -> None:
        """Note ids, each with its namespace and what it belongs to."""
        for namespace, id_, item in found:
            if id_ in self.seen:
                message = f"{namespace}: the id {id_!r} was given before, in line {self.seen[id_].line}"
                hint = "every item needs an id of its own; those without one are counted"
                self.names.repeated.append(Notice("error", "REC10", message, item.place, hint))
            self.seen.setdefault(id_, item.place)


def _called(actors: tuple[Node, ...]) -> dict[str, str]:
    """Give every name of an actor the actor's id; a name that two of them share means neither."""
    meanings: dict[str, set[str]] = {}
    for actor in actors:
        for name in _actor_names(actor):
            meanings.setdefault(name, set()).add(_actor_id(actor))
    ids = {_actor_id(actor) for actor in actors}
    return {
        name: name if name in ids else next(iter(found))
        for name, found in meanings.items()
        if len(found) == 1 or name in ids
    }


def _fields(node: Node | None) -> dict[str, Node]:
    return {key.text: value for key, value in node.items} if isinstance(node, Mapping) else {}


def _items(node: Node | None) -> tuple[Node, ...]:
    match node:
        case None:
            return ()
        case Sequence(items):
            return items
        case Scalar() if node.is_null:
            return ()
        case _:
            return (node,)


def _texts(node: Node | None) -> tuple[str, ...]:
    return tuple(item.text for item in _items(node) if isinstance(item, Scalar))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) and not node.is_null else ""


def _id(item: Node, otherwise: str) -> str:
    return _text(_fields(item).get("id")) or otherwise


def _actor_id(actor: Node) -> str:
    name = actor.text if isinstance(actor, Scalar) else _text(_fields(actor).get("name"))
    return _id(actor, slug(name))


def _actor_names(actor: Node) -> tuple[str, ...]:
    fields = _fields(actor)
    name = actor.text if isinstance(actor, Scalar) else _text(fields.get("name"))
    return (_actor_id(actor), name, *_texts(fields.get("aliases")))
