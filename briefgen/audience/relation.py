"""Who is who to the reader: own side, partner, opponent or neutral, worked out from viewpoint and groups."""

from collections.abc import Mapping
from typing import Literal

from briefgen.article.envelope import Actor
from briefgen.article.model import Article

Relation = Literal["partner", "own", "neutral", "opponent"]
"""In the order in which responses are printed."""

_AGAINST = {"sanctions", "retaliates", "litigates"}


def relations(article: Article) -> Mapping[str, Relation]:
    """Give each actor's relation to the viewpoint; empty where the record has none.

    Own is the viewpoint and who belongs to it; a partner shares a group with it; an opponent shares none and makes
    demands, or acts against positions of our side; everybody else is neutral.
    """
    if not article.viewpoint:
        return {}
    own = {actor.id for actor in article.actors if _is_own(actor, article.viewpoint)}
    groups = {group for actor in article.actors if actor.id in own for group in actor.groups} | {article.viewpoint}
    partners = {actor.id for actor in article.actors if groups & {actor.id, *actor.groups}} - own
    against = _opponents(article, own)
    return {actor.id: _relation(actor, own, partners, against) for actor in article.actors}


def homes(article: Article) -> Mapping[str, str]:
    """Give for each person the actor they act for: the first of their groups that is an actor of the record."""
    known = {actor.id for actor in article.actors}
    people = (actor for actor in article.actors if actor.type == "person")
    found = ((actor.id, next((group for group in actor.groups if group in known), "")) for actor in people)
    return {id_: home for id_, home in found if home}


def _is_own(actor: Actor, viewpoint: str) -> bool:
    return actor.id == viewpoint or viewpoint in actor.groups


def _opponents(article: Article, own: set[str]) -> set[str]:
    demanding = {actor.id for actor in article.actors if actor.side == "demander"}
    ours = {position.id for position in article.positions if position.actor in own}
    acting = {
        one.actor
        for one in article.responses
        if one.action in _AGAINST or (one.action == "opposes" and ours & set(one.to))
    }
    represented = {actor.id for actor in article.actors if demanding & set(actor.groups)}
    return demanding | acting | represented


def _relation(actor: Actor, own: set[str], partners: set[str], against: set[str]) -> Relation:
    if actor.id in own:
        return "own"
    if actor.id in partners:
        return "partner"
    return "opponent" if actor.id in against else "neutral"
