"""Memo × Theme → bytes, one module or package per format.

Each has one public function `write(memo, theme) -> bytes`, which writes every word it is given or raises `WriteError`.
What else a new format needs is told in docs/architecture.md.
"""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from briefgen.memo import Memo
from briefgen.theme import Theme
from briefgen.values import dataclass

Write = Callable[[Memo, Theme], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format that memos are written in."""

    module: str
    """Imported only when a memo is written in this format."""
    media_type: str

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self.media_type.startswith("text/")

    @property
    def write(self) -> Write:
        """The function that makes the bytes."""
        return cast("Write", import_module(self.module).write)


WRITERS = {
    "pdf": Format("briefgen.writers.pdf", "application/pdf"),
    "docx": Format("briefgen.writers.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "html": Format("briefgen.writers.html", "text/html"),
    "txt": Format("briefgen.writers.text", "text/plain"),
    "md": Format("briefgen.writers.markdown", "text/markdown"),
}
"""By file name extension, in the order of the documentation."""
