"""Place a story on pages, one leaf under the other; the first page may have less room than those that follow.

A leaf that does not fit under what stands there is asked for parts, of which the first does; without parts it begins
the next page.
Of the white space between two leaves only the larger of what they want is left, and at the top of a page none.
"""

from collections import deque
from collections.abc import Iterable

from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.keeping import Kept
from briefgen.writers.pdf.leaves import ROUNDING, Leaf, NewPage
from briefgen.writers.room import Room


def place(story: Iterable[Leaf | Kept], canvas: TaggedCanvas, theme: Theme, first: Room, others: Room) -> None:
    """Fill the pages of `canvas` with `story`; `RuntimeError` for a leaf too tall for any page, which is a bug."""
    waiting = deque(story)
    page = _Page(canvas, theme, first)
    while waiting:
        item = waiting.popleft()
        rest = page.take(item)
        if rest is not None:
            waiting.extendleft(reversed(rest))
            continue
        if page.is_empty:
            message = f"too tall for any page: {item!r}"
            raise RuntimeError(message)
        waiting.appendleft(item)
        canvas.showPage()
        page = _Page(canvas, theme, others)
    if not page.is_empty:
        canvas.showPage()


class _Page:
    """A page being filled from the top."""

    def __init__(self, canvas: TaggedCanvas, theme: Theme, room: Room) -> None:
        self.canvas = canvas
        self.left, self.bottom, self.width = theme.margins.left, room.bottom, theme.column
        self.y = room.bottom + (theme.paper.height - room.top - room.bottom)
        """Where the free room begins."""
        self.is_empty = self.at_top = True
        self.above = 0.0
        """The white space that the last leaf wants after it."""

    def take(self, item: Leaf | Kept) -> tuple[Leaf | Kept, ...] | None:
        """Place a leaf and give what is to be placed next, or None where a page must begin before it."""
        match item:
            case NewPage():
                return () if self.is_empty else None
            case Leaf() if self._fits(item):
                self._put(item)
                return ()
            case _:
                room = self._room(item)
                return (item.parts(self.width, room, at_top=self.at_top) if room > 0 else ()) or None

    def _fits(self, leaf: Leaf) -> bool:
        return self._room(leaf) > 0 and self._foot(leaf) >= self.bottom - ROUNDING

    def _put(self, leaf: Leaf) -> None:
        foot = self._foot(leaf)
        leaf.place_at(self.canvas, self.left, foot, self.width)
        self.at_top = self.at_top and foot - leaf.after == self.y
        self.is_empty, self.y, self.above = False, foot - leaf.after, leaf.after

    def _foot(self, leaf: Leaf) -> float:
        return self.y - (leaf.full(self.width) + self._space(leaf))

    def _room(self, item: Leaf | Kept) -> float:
        return self.y - self.bottom - self._space(item)

    def _space(self, item: Leaf | Kept) -> float:
        return 0 if self.at_top else max(item.before - self.above, 0)
