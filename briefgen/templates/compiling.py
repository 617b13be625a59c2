"""How templates become Python: as Jinja2 does it, with the sandbox asked at each step that could take long."""

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, operators

COUNTED = "#counted"
"""The filter that every loop runs through; no template can write its name."""


def counted_loops(tree: nodes.Template) -> nodes.Template:
    """Send what each loop goes over through the filter that counts it."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None, lineno=loop.lineno)
    return tree


def too_large(tree: nodes.Template) -> Iterator[nodes.Const]:
    """Find numbers that Python would print as a word."""
    infinite = (float("inf"), float("-inf"))
    yield from (number for number in tree.find_all(nodes.Const) if number.value in infinite)


class Compiler(CodeGenerator):
    """Joins with `~` as Python's `+` does, cuts lists only through the sandbox, and counts what is written."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """Count the template's own words; what is printed of values is counted as it is printed."""
        written = sum(len(part.data) for part in node.nodes if isinstance(part, nodes.TemplateData))
        if written:
            self.writeline(f"environment.meter.take({written})")
        super().visit_Output(node, frame)

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """Count the lists that are compared or looked through."""
        self.write(f" {operators[node.op]} environment.counted(")
        self.visit(node.expr, frame)
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """Join texts through the sandbox."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """Cut lists through the sandbox."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.cut(")
        self.visit(node.node, frame)
        self.write(", slice(")
        for part in (node.arg.start, node.arg.stop, node.arg.step):
            self.visit(part or nodes.Const(None), frame)
            self.write(", ")
        self.write("))")
