"""Keep what a model replied, so that the same question to the same model gives the same draft, and is put once.

A reply holds passages of the article: its file can be read by its owner only, and no key of a service is in it.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen import files
from briefgen.draft.endpoint import Endpoint
from briefgen.errors import OutputError
from briefgen.values import dataclass

_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the reply to one question is kept."""

    folder: Path
    question: str
    """The SHA-256 of service, model and words of the question."""

    @property
    def path(self) -> Path:
        """The file of the reply, there or not."""
        return self.folder / f"{self.question}.json"


def place(folder: Path, endpoint: Endpoint, instructions: str, article: str) -> Kept:
    """Say where below `folder` the reply to a question is kept."""
    asked = json.dumps([endpoint.address.rstrip("/"), endpoint.model, instructions, article])
    return Kept(folder, _digest(asked))


def recall(kept: Kept) -> str | None:
    """Give the reply that is kept; a file that is damaged, or that answers something else, counts as none."""
    try:
        entry: Any = json.loads(files.read_bytes(kept.path))
    except (OutputError, ValueError, RecursionError):
        return None
    match entry:
        case {"question": kept.question, "reply": str(reply), "sha256": str(digest)} if digest == _digest(reply):
            return reply
        case _:
            return None


def keep(kept: Kept, reply: str) -> None:
    """Write a reply down; `OutputError` says why that could not be done."""
    entry = {"question": kept.question, "reply": reply, "sha256": _digest(reply)}
    files.write_atomically(kept.path, json.dumps(entry).encode(), mode=_OWNER_ONLY)


def _digest(text: str) -> str:
    """Compute the SHA-256 of a text, half characters from JSON's escapes included."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
