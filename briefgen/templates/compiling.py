"""What templates are compiled to: Python that joins and cuts through the sandbox, kept for the next memo and run."""

from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame

from briefgen.cache import keep, kept
from briefgen.files import read_bytes
from briefgen.provenance import digest

_KIND = "template"
_MOST_CODES = 256


class Compiler(CodeGenerator):
    """Joins with `~` as Python's `+` does, and cuts lists only through the sandbox."""

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
