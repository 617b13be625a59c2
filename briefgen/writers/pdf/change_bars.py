"""Put bars beside the leaves that are new or changed, one for those that follow each other."""

from collections.abc import Iterable

from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.margin_marks import beside
from briefgen.writers.pdf.shapes import Backdrop
from briefgen.writers.pdf.writing import Layer, Writing


def bar(leaves: Iterable[Leaf], writing: Writing) -> None:
    """Mark the leaves of a story."""
    behind: Backdrop | None = None
    for leaf in leaves:
        if not leaf.changed:
            behind = None
            continue
        behind = behind or beside(writing)
        leaf.layers = (*leaf.layers, Layer(behind))
