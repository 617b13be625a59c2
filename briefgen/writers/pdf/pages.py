"""Place a story on pages, one leaf under the other; the first page may have less room than those that follow.

A leaf that does not fit under what stands there is asked for parts, of which the first does; without parts it begins
the next page.
Of the white space between two leaves only the larger of what they want is left, and at the top of a page none.
Nothing is painted before all have their places, so that other ways to fill the pages can be tried.
"""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from briefgen.errors import WriteError
from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.keeping import Kept
from briefgen.writers.pdf.leaves import ROUNDING, Leaf, NewPage
from briefgen.writers.room import Room


class Placed(NamedTuple):
    """A leaf, or a part of one, on its page."""

    leaf: Leaf
    foot: float
    """Where it ends, from the lower edge of the page."""


Page: TypeAlias = tuple[Placed, ...]


def place(story: Iterable[Leaf | Kept], theme: Theme, first: Room, others: Room) -> tuple[Page, ...]:
    """Give `story` its places; `WriteError` for a leaf too tall for any page."""
    waiting, pages = deque(story), list[Page]()
    page = _Filling(theme, first)
    while waiting:
        item = waiting.popleft()
        rest = page.take(item)
        if rest is not None:
            waiting.extendleft(reversed(rest))
            continue
        if not page.placed:
            hint = "make the letterhead lower, the letters smaller or the margins narrower"
            raise WriteError.of("PDF03", "a part of the memo is higher than its page", hint=hint)
        waiting.appendleft(item)
        pages.append(tuple(page.placed))
        page = _Filling(theme, others)
    return (*pages, tuple(page.placed)) if page.placed else tuple(pages)


def paint(pages: Iterable[Page], canvas: TaggedCanvas, theme: Theme) -> None:
    """Paint pages whose leaves have their places."""
    for page in pages:
        for leaf, foot in page:
            leaf.place_at(canvas, theme.margins.left, foot, theme.column)
        canvas.showPage()


class _Filling:
    """A page being filled from the top."""

    def __init__(self, theme: Theme, room: Room) -> None:
        self.bottom, self.width = room.bottom, theme.column
        self.y = room.bottom + (theme.paper.height - room.top - room.bottom)
        """Where the free room begins."""
        self.placed: list[Placed] = []
        self.at_top = True
        self.above = 0.0
        """The white space that the last leaf wants after it."""

    def take(self, item: Leaf | Kept) -> tuple[Leaf | Kept, ...] | None:
        """Place a leaf and give what is to be placed next, or None where a page must begin before it."""
        match item:
            case NewPage():
                return None if self.placed else ()
            case Leaf() if self._put(item):
                return ()
            case _:
                room = self._room(item)
                return (item.parts(self.width, room, at_top=self.at_top) if room > 0 else ()) or None

    def _put(self, leaf: Leaf) -> bool:
        """Put a leaf under the others, if it fits."""
        foot = self.y - (leaf.full(self.width) + self._space(leaf))
        if self._room(leaf) <= 0 or foot < self.bottom - ROUNDING:
            return False
        self.placed.append(Placed(leaf, foot))
        self.at_top = self.at_top and foot - leaf.after == self.y
        self.y, self.above = foot - leaf.after, leaf.after
        return True

    def _room(self, item: Leaf | Kept) -> float:
        return self.y - self.bottom - self._space(item)

    def _space(self, item: Leaf | Kept) -> float:
        return 0 if self.at_top else max(item.before - self.above, 0)
