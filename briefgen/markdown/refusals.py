"""What a memo cannot hold, told with its line in the filled Markdown."""

from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from briefgen.notices import Notice, Place


class Refusals:
    """Gathers what is refused in one text."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file, self.lines = file, lines
        self.notices: list[Notice] = []

    def refuse(self, node: SyntaxTreeNode, code: str, message: str, hint: str = "") -> None:
        """Note that `node` is refused, and repeat its line."""
        line = line_of(node)
        shown = self.line(line).strip()
        quoted = f"\n  | {shown}" if shown else ""
        self.notices.append(Notice("error", code, message + quoted, Place(self.file, line), hint))

    def line(self, number: int) -> str:
        """Give a line of the text, counted from 1; an empty one beyond its ends."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def line_of(node: SyntaxTreeNode) -> int:
    """Find the line of the nearest block around `node`, counted from 1; 0 if there is none."""
    around: SyntaxTreeNode | None = node
    while around is not None and not around.is_root:
        if around.map:
            return around.map[0] + 1
        around = around.parent
    return 0
