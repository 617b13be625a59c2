"""Where a block stands: at the edge of the column, or inside a list, a quotation or a callout."""

from dataclasses import replace

from briefgen.values import dataclass
from briefgen.writers.docx.numbering import LEVELS
from briefgen.writers.docx.properties import Layout
from briefgen.writers.docx.set_apart import Apart
from briefgen.writers.docx.styles import CONTINUED

_BODY, _CONTINUE = "BodyText", "ListContinue"


@dataclass(frozen=True, slots=True)
class Place:
    """A place for blocks; lengths are counted from the edge of the column."""

    style: str = _BODY
    """Of paragraphs, named by what they stand in."""
    left: float = 0
    """Where text begins."""
    styled: float = 0
    """As much of `left` as the style brings itself."""
    lists: float = 0
    """Where lists begin."""
    depth: int = 0
    """Of lists."""
    apart: Apart | None = None
    """The quotation or callout around."""
    kept: bool = False
    """On the page of what follows."""

    @property
    def layout(self) -> Layout:
        """Say what the style does not: how far a paragraph of `style` is moved."""
        layout = Layout(keep_next=True) if self.kept else Layout()
        if self.left == self.styled:
            return layout
        return layout | Layout(left=self.left) | self._line(self.left)

    @property
    def moved(self) -> Layout:
        """Say how far a paragraph is moved whose style begins at the edge of the column."""
        return Layout(left=self.left) if self.left else Layout()

    @property
    def level(self) -> int:
        """The level of a list that stands here."""
        return min(self.depth, LEVELS - 1)

    def listed(self, style: str, numbering: int, step: float) -> tuple[str, Layout]:
        """Give style and layout of an item's first paragraph; quotations and callouts keep their look."""
        layout = Layout(numbering=(numbering, self.level)) | self._line(self.lists + step * self.level)
        return (self.style if self.apart else style), layout

    def within(self, apart: Apart, *, kept: bool = False) -> "Place":
        """Give the place inside a quotation or callout that stands here."""
        left = self.left + apart.indent
        return Place(apart.style, left, apart.indent, left, apart=apart, kept=kept)

    def item(self, step: float) -> "Place":
        """Give the place inside an item of a list that stands here."""
        depth = self.depth + 1
        left = self.lists + step * depth
        inner = replace(self, left=left, styled=0, depth=depth)
        if self.apart or depth > CONTINUED:
            return inner
        return replace(inner, style=f"{_CONTINUE}{depth}" if depth > 1 else _CONTINUE, styled=left)

    def _line(self, left: float) -> Layout:
        return self.apart.further_in(left - self.lists) if self.apart else Layout()


COLUMN = Place()
