"""What templates are compiled to: Python that asks the sandbox at each step that could be long, kept for later runs."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, operators

from briefgen.cache import keep, kept
from briefgen.files import read_bytes
from briefgen.provenance import digest

_KIND = "template"
_MOST_CODES = 256
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
        """Let the sandbox join."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """Let the sandbox cut."""
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


class _Codes(BytecodeCache):
    """Remembers compiled templates by their text: they are filled once for every record."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        known = self.codes.get(_key(bucket))
        bucket.code = known or kept(_KIND, _key(bucket), _compiled_by(bucket.environment))
        if bucket.code and not known:
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._remember(bucket)
        keep(bucket.code, _KIND, _key(bucket), _compiled_by(bucket.environment))

    def _remember(self, bucket: Bucket) -> None:
        if len(self.codes) >= _MOST_CODES:
            self.codes.clear()
        if bucket.code:
            self.codes[_key(bucket)] = bucket.code


CODES = _Codes()


def _key(bucket: Bucket) -> str:
    return f"{bucket.key}{bucket.checksum}"


def _compiled_by(sandbox: Environment) -> str:
    """Name what decides, besides its text, what a template becomes."""
    return " ".join((jinja2.__version__, _own_source(), *sorted(sandbox.filters), *sorted(sandbox.tests)))


@cache
def _own_source() -> str:
    """Give the SHA-256 of this module, which has a part in compiling."""
    return digest(read_bytes(Path(__file__)))
