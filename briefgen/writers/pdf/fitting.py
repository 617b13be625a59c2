"""Choose how a memo fills its pages, as a typographer would: by setting it, and looking.

First it is set as it comes. Where a page break then parts a figure from its table, or the last page holds next to
nothing, it is set again, with figures kept with their tables and a little closer. The best never takes more pages than
the usual; whole figures count more than a page less, and a page less more than the usual distances.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.theme import TextStyle, Theme
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.furniture import Announced
from briefgen.writers.pdf.structure import Element

_LITTLE = 1 / 4
"""The part of a page that is too little for the last."""
_WON = 1 / 8
"""The part of a page that can be won back, at most, on each page before the last."""
_LEADING, _SPACE = 0.95, 0.7
"""Of the usual, where lines and paragraphs are set closer."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A way to set a memo."""

    whole_figures: bool = False
    """A page never ends between a figure and its table, where both find room on one."""
    closer: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A memo on its pages, and what is still to be painted around the text."""

    canvas: TaggedCanvas
    announced: Announced


def best_fit(set_by: Callable[[Fit], Setting], theme: Theme) -> Setting:
    """Set a memo in the ways that may be better than the usual, until one is good, and give the best of them."""
    usual = set_by(Fit())
    parted, little = _parts_a_figure(usual.canvas), _ends_with_little(usual.canvas, theme)
    most = usual.canvas.page
    settings = [usual]
    for fit in _promising(parted=parted, little=little):
        settings.append(set_by(fit))
        too_many, parts, pages = _faults(settings[-1].canvas, most)
        if not too_many and not parts and not (little and pages == most):
            break
    return min(settings, key=lambda one: _faults(one.canvas, most))  # of equals the first


def _promising(*, parted: bool, little: bool) -> tuple[Fit, ...]:
    return (
        *([Fit(whole_figures=True)] if parted else []),
        *([Fit(closer=True)] if little else []),
        *([Fit(whole_figures=True, closer=True)] if parted or little else []),
    )


def _faults(canvas: TaggedCanvas, most: int) -> tuple[bool, bool, int]:
    """Tell what is bad about a setting, the worst first: more than the most pages, a parted figure, its pages."""
    return canvas.page > most, _parts_a_figure(canvas), canvas.page


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


def _ends_with_little(canvas: TaggedCanvas, theme: Theme) -> bool:
    margins = theme.margins
    room = theme.paper.height - margins.top - margins.bottom
    held = theme.paper.height - margins.top - canvas.lowest
    return held < room * min(_LITTLE, _WON * (canvas.page - 1))


def _parts_a_figure(canvas: TaggedCanvas) -> bool:
    """Tell whether some figure's table is on another page, or goes on there."""
    return any(figure.pages() != table.pages() for figure, table in _figures(canvas.structure.root))


def _figures(element: Element) -> Iterator[tuple[Element, Element]]:
    """Find the figures, each with the table that follows it."""
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    yield from (pair for pair in pairwise(kids) if (pair[0].role, pair[1].role) == ("Figure", "Table"))
    for kid in kids:
        yield from _figures(kid)
