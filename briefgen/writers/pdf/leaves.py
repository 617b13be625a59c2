"""The blocks that are placed on pages, one under the other.

Nested blocks come as one flat row of leaves, each with its own indents and with the backdrops it stands on:
so a list in a quotation breaks over pages like any other text.
Leaves paint at their place on the page, without a coordinate system of their own.
"""

from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.margin_marks import cut_mark
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Layer, Spot, Writing

ROUNDING = 1e-6
"""Points by which a leaf may be taller than the room that is left."""


class Leaf:
    """A block that cannot be split, unless its kind says how; each kind measures and paints itself."""

    def __init__(self, spot: Spot, writing: Writing, *, before: float = 0, after: float = 0) -> None:
        self.spot = spot
        self.writing = writing
        self.before = before
        self.after = after
        self.kept = False
        """Stays on one page with the leaf that follows."""
        self.figure: Element | None = None
        """The figure that it shows, or tells as a table; where nothing is drawn, what that stands in."""
        self.layers: tuple[Layer, ...] = ()
        self.changed = spot.path in writing.marks.changed
        self.cut_before = spot.path in writing.marks.cut
        """Something that stood before it was left out."""
        self.place = ""
        """The name under which links find it."""
        self.bookmark: tuple[str, int] | None = None
        """Title and level, for headings."""

    def measured(self, width: float) -> float:
        """Give the height of what is painted on `width` points, without padding."""
        raise NotImplementedError

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Paint on `width` points below `top`."""
        raise NotImplementedError

    def least(self, column: float) -> float:
        """Give the height below which nothing of it can be placed at the end of a page."""
        return self.full(column)

    def full(self, column: float) -> float:
        """Give its height in a column of text, with padding."""
        return self.padding_above + self.measured(self.inner(column)) + self.padding_below

    def inner(self, column: float) -> float:
        """Give the width that its indents leave of a column."""
        return column - self.spot.start - self.spot.end

    @property
    def offset(self) -> float:
        """The indent at its left."""
        return self.spot.end if self.writing.mirrored else self.spot.start

    @property
    def padding_above(self) -> float:
        """The white space between the edges of its backdrops and itself."""
        return sum(layer.padding for layer in self.layers if layer.first) if self.layers else 0

    @property
    def padding_below(self) -> float:
        """As `padding_above`."""
        return sum(layer.padding for layer in self.layers if layer.last) if self.layers else 0

    def parts(self, width: float, room: float, *, at_top: bool) -> "tuple[Leaf, ...]":  # noqa: ARG002 - for kinds that can be cut
        """Cut it for a page with `room` left, `at_top` where nothing is above; nothing sends it on as a whole."""
        return ()

    def place_at(self, canvas: TaggedCanvas, x: float, y: float, column: float) -> None:
        """Paint at (`x`, `y`), the lower left corner, in a column of text."""
        top = y + self.full(column)
        for layer in self.layers:
            canvas.extend(layer.behind, x, top, y)
        if self.cut_before:
            canvas.artifact(cut_mark(x, top + self.before / 2, self.writing))
        if self.place:
            canvas.navigation.place(self.place, canvas.page, top + self.before)
        if self.bookmark:
            canvas.navigation.bookmarks.add(*self.bookmark, self.place)
        self.paint(canvas, x + self.offset, top - self.padding_above, self.inner(column))


class NewPage(Leaf):
    """Begins a page, unless the page is empty."""

    def measured(self, width: float) -> float:  # noqa: ARG002 - nothing has no width
        """Give no height."""
        return 0

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Paint nothing."""
