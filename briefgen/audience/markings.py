"""Marking schemes as data: their levels from the lowest up, how they are spelt, what is retired, what a banner says.

A scheme is a file `_markings/<id>.yaml` beside the audiences; a house adds its own in the same way.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from briefgen.article.envelope import Marking
from briefgen.article.yaml_nodes import read_yaml
from briefgen.audience.sheets import Sheets
from briefgen.errors import AudienceError, RecordError
from briefgen.memo import Banner
from briefgen.nearest import meant
from briefgen.shelf import Shelf
from briefgen.values import dataclass

KEYS = ("name", "levels", "portions", "retired", "unmistakable", "joint", "colours", "ground")
_FOLDER = "_markings/"
TLP = "tlp"
"""The scheme of the field `tlp`."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme of marking."""

    id: str
    name: str
    levels: tuple[str, ...]
    """From the lowest up, spelt exactly."""
    portions: Mapping[str, str]
    """Level → what stands in brackets before a marked part."""
    retired: Mapping[str, str]
    """Labels that must not be used any more, and what to do instead."""
    unmistakable: tuple[str, ...]
    """Those of them that mean nothing else, and are looked for in prose too."""
    joint: str
    """What stands between level and caveats in a banner."""
    colours: Mapping[str, str]
    """Level → colour of its letters."""
    ground: str
    """The colour behind the letters; empty for none."""


Schemes = Mapping[str, Scheme]


def schemes(shelf: Shelf) -> Schemes:
    """Read the schemes that stand beside the audiences; `AudienceError` says what is wrong with one."""
    found = {}
    for path, sheet in shelf.files.items():
        if is_scheme(path):
            name = path[len(_FOLDER) : -len(".yaml")]
            found[name] = _scheme(name, sheet.text, sheet.path)
    return found


def is_scheme(path: str) -> bool:
    """Tell whether a file beside the audiences holds a scheme."""
    return path.startswith(_FOLDER) and path.endswith(".yaml")


def says(text: str, label: str) -> bool:
    """Tell whether a label stands in a text by itself: `OFFICIAL` does not in `OFFICIAL-SENSITIVE`."""
    return label in text and bool(re.search(rf"(?<![\w-]){re.escape(label)}(?![\w+-])", text))


def covers(banner: str, marking: Marking, known: Schemes) -> bool:
    """Tell whether a banner names a marking or a higher one of its scheme; what no scheme ranks it must name itself."""
    parts = ((marking.scheme, marking.level), (TLP, marking.tlp or ""))
    return all(any(says(banner, one) for one in _from(level, scheme, known)) for scheme, level in parts if level)


def above(marking: Marking, ceiling: Mapping[str, str], known: Schemes) -> str:
    """Name the part of a marking that lies above `ceiling`, or nothing; what cannot be compared lies above."""
    if not ceiling:
        return ""
    parts = [(marking.scheme, marking.level), (TLP, marking.tlp or "")]
    return next((level for scheme, level in parts if level and not _within(scheme, level, ceiling, known)), "")


def highest(markings: Iterable[Marking], known: Schemes) -> Marking:
    """Join markings to the one that covers all; `AudienceError` if their schemes cannot be compared."""
    joined = Marking()
    for marking in markings:
        if marking.level and joined.level and marking.scheme != joined.scheme:
            message = f"{marking.level!r} of the scheme {marking.scheme!r} and {joined.level!r} of {joined.scheme!r}"
            raise AudienceError.of("AUD06", f"{message} cannot be compared", hint="use one scheme in a record")
        order = known[marking.scheme].levels if marking.scheme in known else ()
        if marking.level and (not joined.level or _rank(marking.level, order) > _rank(joined.level, order)):
            joined = replace(joined, scheme=marking.scheme, level=marking.level)
        labels = known[TLP].levels if TLP in known else ()
        if marking.tlp and (not joined.tlp or _rank(marking.tlp, labels) > _rank(joined.tlp, labels)):
            joined = replace(joined, tlp=marking.tlp)
        joined = replace(joined, caveats=tuple(dict.fromkeys((*joined.caveats, *marking.caveats))))
    return joined


def banner(marking: Marking, known: Schemes) -> Banner | None:
    """Give what stands at the top and bottom of every page: the level with its caveats, or the label, or both."""
    scheme = known.get(marking.scheme)
    level = (scheme.joint if scheme else " ").join(part for part in (marking.level, *marking.caveats) if part)
    label = marking.tlp or ""
    text = " · ".join(part for part in (level, label) if part)
    if not text:
        return None
    styled = known.get(TLP) if label and not level else scheme
    shown = label if label and not level else marking.level
    if styled is None or shown not in styled.colours:
        return Banner(text)
    return Banner(text, styled.colours[shown], styled.ground or None)


def portion(marking: Marking | None, known: Schemes) -> str:
    """Give the mark that stands before a part: `(O-S)`; nothing where its scheme has none."""
    if marking is None:
        return ""
    scheme = known.get(marking.scheme)
    short = scheme.portions.get(marking.level, "") if scheme else ""
    return f"({short or marking.tlp})" if short or marking.tlp else ""


def _within(scheme: str, level: str, ceiling: Mapping[str, str], known: Schemes) -> bool:
    if scheme not in ceiling or scheme not in known:
        return False
    order = known[scheme].levels
    return level in order and ceiling[scheme] in order and order.index(level) <= order.index(ceiling[scheme])


def _from(level: str, scheme: str, known: Schemes) -> tuple[str, ...]:
    order = known[scheme].levels if scheme in known else ()
    return order[order.index(level) :] if level in order else (level,)


def _rank(level: str, order: tuple[str, ...]) -> int:
    return order.index(level) if level in order else len(order)


@lru_cache(maxsize=32)
def _scheme(name: str, text: str, path: str) -> Scheme:
    try:
        node = read_yaml(text.encode(), path)
    except RecordError as error:
        raise AudienceError(*error.notices) from error
    sheet = Sheets()
    fields = sheet.fields(node, KEYS, ("name", "levels"), path)
    scheme = Scheme(
        id=name,
        name=sheet.text(fields.get("name")),
        levels=sheet.texts(fields.get("levels")),
        portions=sheet.mapping(fields.get("portions")),
        retired=sheet.mapping(fields.get("retired")),
        unmistakable=sheet.texts(fields.get("unmistakable")),
        joint=sheet.text(fields.get("joint")) or " ",
        colours=sheet.mapping(fields.get("colours")),
        ground=sheet.text(fields.get("ground")),
    )
    for label in scheme.unmistakable:
        if label not in scheme.retired:
            place = fields["unmistakable"].place
            sheet.fail(f"unmistakable: {label!r} is not among the retired labels", place, meant(label, scheme.retired))
    sheet.finish()
    return scheme
