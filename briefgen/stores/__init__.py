"""Where memos are kept: a folder of this machine, or storage that many machines share.

What a store writes is there whole or not at all, and whoever writes the same bytes again changes nothing.
"""

import re
from collections.abc import Iterable
from typing import Protocol


class Store(Protocol):
    """Files by their path in one place, and a journal of what was written there."""

    def shown(self, name: str) -> str:
        """Give the place of a file as people read it."""

    def read(self, name: str) -> bytes | None:
        """Read a file; None where there is none, `OutputError` if it cannot be read."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file, replacing what is there; `OutputError` if that cannot be done."""

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""

    def note(self, lines: Iterable[str]) -> None:
        """Add lines to the journal."""

    def journal(self) -> tuple[str, ...]:
        """Read the lines of the journal, also those of runs that died."""

    def end_journal(self) -> None:
        """Remove the journal; what it says stands elsewhere by now."""


def is_url(output: str) -> bool:
    """Tell a URL from the path of a folder."""
    return bool(re.match(r"[a-z][a-z0-9+.-]+://", output, re.IGNORECASE))
