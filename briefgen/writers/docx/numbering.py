"""Real numbering: Word counts, and every list starts where the memo says (ISO/IEC 29500-1 §17.9).

A scheme says how nine levels look; a numbering is one use of a scheme, which may start at a number of its own.
"""

from dataclasses import field
from functools import lru_cache
from typing import Literal

from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers.docx.namespaces import MAIN
from briefgen.writers.docx.properties import indent, run_properties, twips
from briefgen.writers.docx.xml import NOTHING, Xml, element, join, named

Kind = Literal["bullets", "numbers", "paragraphs", "headings", "sources", "fixed"]

LEVELS = 9
"""Word has no more; deeper lists stay on the last."""

_MARKS = ("•", "–")


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the levels of a numbering look, its first level `base` points from the column's edge."""

    kind: Kind
    base: float = 0
    text: str = ""
    """What a fixed numbering prints, which does not count."""


@dataclass(frozen=True, slots=True)
class Use:
    """One numbering: a scheme, and the number from which a level starts."""

    scheme: Scheme
    level: int = 0
    start: int | None = None


_STYLED = {
    "ListBullet": Use(Scheme("bullets")),
    "ListNumber": Use(Scheme("numbers")),
    "NumberedParagraph": Use(Scheme("paragraphs")),
    "Source": Use(Scheme("sources")),
}
"""What the styles themselves carry, for people who go on writing in Word: style id → numbering."""
_BULLETS, _, _PARAGRAPHS, _SOURCES = range(1, len(_STYLED) + 1)


def numbering_of_style(style: str) -> tuple[int, int]:
    """Give the numbering, and the level in it, that `style` brings with it."""
    return 1 + tuple(_STYLED).index(style), 0


@dataclass(slots=True)
class Numbering:
    """The numberings of one memo, gathered while its body is written."""

    uses: list[Use] = field(default_factory=lambda: list(_STYLED.values()))
    _shared: dict[Scheme, int] = field(default_factory=lambda: {Scheme("bullets"): _BULLETS})
    _last: dict[Kind, tuple[int, int]] = field(
        default_factory=lambda: {"paragraphs": (_PARAGRAPHS, 0), "sources": (_SOURCES, 0)}
    )
    """For what is counted through the memo: the running numbering and the number that it printed last."""
    _headings: tuple[int, ...] = ()

    def bullets(self, base: float) -> int:
        """Give the numbering of bullet lists that begin at `base`."""
        return self._share(Scheme("bullets", base))

    def ordered(self, base: float, level: int, start: int) -> int:
        """Give a new list its own numbering, with `level` counted from `start`."""
        return self._add(Use(Scheme("numbers", base), level, start))

    def counted(self, kind: Literal["paragraphs", "sources"], number: int) -> int:
        """Give a numbering that prints `number` next, the running one if it would."""
        use, last = self._last[kind]
        if number != last + 1:
            use = self._add(Use(Scheme(kind), 0, number))
        self._last[kind] = use, number
        return use

    def heading(self, number: str, level: int) -> int:
        """Give the numbering of headings if it would print `number` on `level` next, else a fixed one."""
        before = self._headings[: level + 1]
        following = (*before[:level], before[level] + 1 if len(before) > level else 1)
        if len(following) != level + 1 or number != ".".join(map(str, following)):
            return self.fixed(number, 0)
        self._headings = following
        return self._share(Scheme("headings"))

    def fixed(self, text: str, base: float) -> int:
        """Give a numbering that prints `text`, for numbers that do not follow one another."""
        return self._share(Scheme("fixed", base, text))

    def part(self, theme: Theme) -> Xml:
        """Write the numbering part."""
        schemes = tuple(dict.fromkeys(use.scheme for use in self.uses))
        definitions = [_scheme(scheme, index, theme) for index, scheme in enumerate(schemes)]
        numberings = [_use(use, index, schemes.index(use.scheme)) for index, use in enumerate(self.uses, 1)]
        return named("w:numbering", MAIN, *definitions, *numberings)

    def _share(self, scheme: Scheme) -> int:
        if scheme not in self._shared:
            self._shared[scheme] = self._add(Use(scheme))
        return self._shared[scheme]

    def _add(self, use: Use) -> int:
        self.uses.append(use)
        return len(self.uses)


def _use(use: Use, index: int, scheme: int) -> Xml:
    start = NOTHING
    if use.start is not None:
        start = element("lvlOverride", element("startOverride", val=use.start), ilvl=use.level)
    return element("num", element("abstractNumId", val=scheme), start, numId=index)


def _scheme(scheme: Scheme, index: int, theme: Theme) -> Xml:
    return element(
        "abstractNum", element("multiLevelType", val="multilevel"), _levels(scheme, theme), abstractNumId=index
    )


@lru_cache(maxsize=128)
def _levels(scheme: Scheme, theme: Theme) -> Xml:
    """Write the levels of a scheme; the same few schemes come back in every memo."""
    return join(*(_level(scheme, level, theme) for level in range(LEVELS)))


def _level(scheme: Scheme, level: int, theme: Theme) -> Xml:
    count, text, left, hanging = _looks(scheme, level, theme)
    style = _STYLE_OF.get((scheme, level))
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=count),
        element("pStyle", val=style) if style else NOTHING,
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", _tab_stop(left), indent(left, hanging=hanging)),
        _letters(scheme, theme),
        ilvl=level,
    )


_STYLE_OF = {(use.scheme, 0): style for style, use in _STYLED.items()}


def _letters(scheme: Scheme, theme: Theme) -> Xml:
    """Set back the numbers of paragraphs, which are looked up and not read."""
    return run_properties(colour=theme.colours.muted) if scheme.kind == "paragraphs" else NOTHING


def _looks(scheme: Scheme, level: int, theme: Theme) -> tuple[str, str, float, float]:
    """Give the count, the text, the place of the words and the width kept for the number."""
    step, gap = theme.list_indent, theme.number_indent
    match scheme.kind:
        case "bullets":
            return "bullet", _MARKS[level % len(_MARKS)], scheme.base + step * (level + 1), step
        case "numbers":
            return "decimal", f"%{level + 1}.", scheme.base + step * (level + 1), step
        case "paragraphs":
            return "decimal", f"%{level + 1}.", gap, gap
        case "sources":
            return "decimal", f"[%{level + 1}]", gap, gap
        case "fixed":
            return "decimal", scheme.text, scheme.base + gap, gap
        case "headings":
            return "decimal", ".".join(f"%{n}" for n in range(1, level + 2)), gap, gap


def _tab_stop(at: float) -> Xml:
    return element("tabs", element("tab", val="num", pos=twips(at)))
