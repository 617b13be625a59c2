"""Choose how a memo fills its pages, as a typographer would: by laying it out, and looking.

First it is laid out as it comes. Where a page break then parts a figure from its table, or the last page holds next to
nothing, other ways are tried, with figures kept with their tables and, in all but long memos, a little closer. The best
never takes more pages than the usual; whole figures count more than a page less, and a page less more than the usual
distances.
"""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from briefgen.theme import TextStyle, Theme
from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.furniture import Announced
from briefgen.writers.pdf.grid import Grid
from briefgen.writers.pdf.keeping import Kept, kept
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.pages import Page

_LITTLE = 1 / 4
"""The part of a page that is too little for the last."""
_WON = 1 / 8
"""The part of a page that can be won back, at most, on each page before the last."""
_MANY = 100
"""Pages of a memo in which nobody misses one, and which takes long to lay out again."""
_LEADING, _SPACE = 0.95, 0.7
"""Of the usual, where lines and paragraphs are set closer."""

Leaves: TypeAlias = tuple[Leaf, ...]
Place: TypeAlias = Callable[[tuple[Leaf | Kept, ...]], tuple[Page, ...]]


@dataclass(frozen=True, slots=True)
class Galley:
    """A memo in lines, to be parted into pages, with the canvas to paint it on and what is painted around it."""

    canvas: TaggedCanvas
    announced: Announced
    leaves: Leaves


class Fit(NamedTuple):
    """A way to fill the pages of a memo."""

    galley: Galley
    pages: tuple[Page, ...]


def best_fit(set_in: Callable[[Theme], Galley], place: Place, theme: Theme) -> Fit:
    """Place a memo in the ways that may be better than the usual, until one is good, and give the best of them."""
    galley = set_in(theme)
    usual = Fit(galley, place(kept(galley.leaves)))
    parted, little, most = _parts_a_figure(usual), _ends_with_little(usual, theme), len(usual.pages)
    fits = [usual]
    for fit in _promising(usual, set_in, place, theme, parted=parted, little=little):
        fits.append(fit)
        too_many, parts, pages = _faults(fit, most)
        if not too_many and not parts and not (little and pages == most):
            break
    return min(fits, key=lambda one: _faults(one, most))  # of equals the first


def _promising(
    usual: Fit, set_in: Callable[[Theme], Galley], place: Place, theme: Theme, *, parted: bool, little: bool
) -> Iterator[Fit]:
    if parted:
        yield Fit(usual.galley, place(kept(_whole_figures(usual.galley.leaves))))
    if (parted or little) and len(usual.pages) <= _MANY:
        closer = set_in(set_closer(theme))
        if little:
            yield Fit(closer, place(kept(closer.leaves)))
        yield Fit(closer, place(kept(_whole_figures(closer.leaves))))


def _faults(fit: Fit, most: int) -> tuple[bool, bool, int]:
    """Tell what is bad about a fit, the worst first: more than the most pages, a parted figure, its pages."""
    return len(fit.pages) > most, _parts_a_figure(fit), len(fit.pages)


def set_closer(theme: Theme) -> Theme:
    """Give a theme with a little less white between lines and paragraphs; letters keep their size."""
    first, second, third = map(_closer, theme.headings)
    return replace(
        theme,
        label=_closer(theme.label),
        body=_closer(theme.body),
        headings=(first, second, third),
        bluf=_closer(theme.bluf),
        line=_closer(theme.line),
        table=_closer(theme.table),
        small=_closer(theme.small),
        table_before=theme.table_before * _SPACE,
        table_after=theme.table_after * _SPACE,
    )


def _closer(style: TextStyle) -> TextStyle:
    return replace(style, leading=style.leading * _LEADING, before=style.before * _SPACE, after=style.after * _SPACE)


def _whole_figures(leaves: Leaves) -> Leaves:
    """Keep figures with their tables, which are then not parted, as long as both find room on a page."""
    return tuple(_kept_whole(leaf) if leaf.figure else leaf for leaf in leaves)


def _kept_whole(leaf: Leaf) -> Leaf:
    held = copy(leaf)
    match held:
        case Grid():
            held.whole = True
        case _:
            held.kept = True
    return held


def _ends_with_little(fit: Fit, theme: Theme) -> bool:
    margins, height = theme.margins, theme.paper.height
    room = height - margins.top - margins.bottom
    held = height - margins.top - fit.pages[-1][-1].foot
    return held < room * min(_LITTLE, _WON * (len(fit.pages) - 1))


def _parts_a_figure(fit: Fit) -> bool:
    """Tell whether some figure's table is on another page, or goes on there."""
    drawn = {
        (leaf.figure, number)
        for number, page in enumerate(fit.pages)
        for leaf, _ in page
        if leaf.figure and leaf.figure.role == "Figure"
    }
    return len(drawn) > len({figure for figure, _ in drawn})
