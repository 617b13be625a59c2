"""Audiences that an office made its own: what they were copied from, what it changed, and what is new since.

Beside a copy lies the note `.origin.json` with the shipped files as they were, the common ground of a later merge.
"""

import json
from collections.abc import Mapping
from difflib import unified_diff

from briefgen.errors import AudienceError
from briefgen.merging import Merged, merge
from briefgen.notices import Place
from briefgen.values import dataclass

NOTE = ".origin.json"


@dataclass(frozen=True, slots=True)
class Origin:
    """The shipped files that a copy was made from."""

    version: str
    """Of briefgen."""
    files: Mapping[str, str]
    """File name → its text."""


def note(origin: Origin) -> str:
    """Write the note."""
    return json.dumps({"briefgen": origin.version, "files": dict(origin.files)}, indent=1, ensure_ascii=False) + "\n"


def read_note(text: str, file: str) -> Origin:
    """Read a note; `AudienceError` if somebody changed it beyond recognition."""
    try:
        told = json.loads(text)
        files = {str(name): str(content) for name, content in told["files"].items()}
        return Origin(str(told["briefgen"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "restore it, or eject the audience again under another name and move your changes over"
        raise AudienceError.of("AUD07", "not a note of briefgen", place=Place(file), hint=hint) from error


def changes(before: Mapping[str, str], after: Mapping[str, str], before_name: str, after_name: str) -> str:
    """Show what differs between two sets of files, as a unified diff."""
    return "".join(
        line
        for name in sorted({*before, *after})
        for line in unified_diff(
            before.get(name, "").splitlines(keepends=True),
            after.get(name, "").splitlines(keepends=True),
            f"{before_name}/{name}",
            f"{after_name}/{name}",
        )
    )


def upgraded(origin: Origin, own: Mapping[str, str], shipped: Origin) -> Mapping[str, Merged]:
    """Bring the office's changes and those of the newer shipped files together, file by file.

    A file that the office took away stays away unless it was changed since; one that no longer ships is kept.
    """
    names = sorted({*own, *shipped.files})
    merged = {name: _merged(name, origin, own, shipped) for name in names}
    return {name: result for name, result in merged.items() if name in own or result.text}


def _merged(name: str, origin: Origin, own: Mapping[str, str], shipped: Origin) -> Merged:
    base, ours = origin.files.get(name, ""), own.get(name, "")
    theirs = shipped.files.get(name, base)
    return merge(base, ours, theirs, our_name="yours", their_name=f"briefgen {shipped.version}")
