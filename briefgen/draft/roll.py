"""The roll of actors: everybody the record names, each with one id."""

from dataclasses import replace

from briefgen.article.envelope import Actor
from briefgen.article.names import slug
from briefgen.article.values import ActorType, Side
from briefgen.draft.countries import by_people
from briefgen.draft.lexicon import words as listed
from briefgen.draft.names import Entity, Mention
from briefgen.draft.prose import Prose
from briefgen.draft.who import Who

_TYPES: dict[str, ActorType | None] = {
    "person": "person",
    "organisation": "organisation",
    "state": "state",
    "place": None,
}
_NOT_A_NAME = frozenset({"a", "an", "the", "its", "his", "her", "their", "our"}) | listed("grammar", "epithets")
"""Words before what somebody is called."""


class Roll:
    """Gives ids, and remembers who was given one, in the order of the text."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._actors: dict[str, Actor] = {}
        self._names: dict[str, str] = {}
        self._sides: dict[str, Side] = {}
        for mention in prose.mentions:
            if mention.span.of(prose.text) not in by_people():
                self._enter(mention)

    def id_of(self, who: Who) -> str:
        """Give the id of somebody; people without a name enter the roll as the text words them."""
        name = who.entity.name if who.entity else plain(who.words)
        known = self._names.get(name.casefold())
        if known is not None:
            return known
        entity = who.entity
        kind = _TYPES[entity.kind] if entity else None
        return self._add(Actor(id=self._free(name), name=name, type=kind, role=entity.role if entity else ""))

    def takes(self, actor: str, side: Side) -> None:
        """Note on which side an actor stands; what was noted first stays."""
        self._sides.setdefault(actor, side)

    def actors(self) -> tuple[Actor, ...]:
        """List all actors."""
        return tuple(replace(actor, side=self._sides.get(actor.id)) for actor in self._actors.values())

    def _enter(self, mention: Mention) -> None:
        entity = mention.entity
        words = mention.span.of(self._prose.text)
        known = self._names.get(entity.name.casefold())
        if known is None:
            name = entity.name
            known = self._add(
                Actor(
                    id=self._free(name),
                    name=name,
                    type=_TYPES[entity.kind],
                    role=entity.role,
                    aliases=entity.aliases,
                )
            )
        actor = self._actors[known]
        if words.casefold() not in self._names and _is_form(words, entity):
            self._names[words.casefold()] = known
            if words not in actor.aliases:
                self._actors[known] = replace(actor, aliases=(*actor.aliases, words))

    def _add(self, actor: Actor) -> str:
        self._actors[actor.id] = actor
        self._names.setdefault(actor.name.casefold(), actor.id)
        for alias in actor.aliases:
            self._names.setdefault(alias.casefold(), actor.id)
        return actor.id

    def _free(self, name: str) -> str:
        made = slug(name)[:60].strip("-")
        number = 1
        while (made if number == 1 else f"{made}-{number}") in self._actors:
            number += 1
        return made if number == 1 else f"{made}-{number}"


def _is_form(words: str, entity: Entity) -> bool:
    """Tell whether words are another name of an entity, not an adjective: *Moscow* is, *Russian* is not."""
    return words not in by_people() and words != entity.name


def plain(words: str) -> str:
    """Give words without article and epithet before them: *a French official* → *French official*."""
    first, _, rest = words.partition(" ")
    return plain(rest) if rest and first.lower() in _NOT_A_NAME else words
