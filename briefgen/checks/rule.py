"""What a rule is: a question an editor would ask, with its reason, its source and an example of either answer."""

from collections.abc import Callable, Iterable
from typing import Literal

from briefgen.checks.material import Material
from briefgen.notices import Level
from briefgen.values import dataclass

Example = Literal["record", "memo", "editions", "file"]
"""What an example is: YAML of a record, Markdown of a memo, the YAML of two editions, or the pages of a file.

Lines such as `Banner: OFFICIAL` above the Markdown say what the file says of itself.
The Markdown may follow a piece of the record it is made from, after a line of three dashes, as the second edition
follows the first.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place at which a rule is broken."""

    path: str
    """Of the part of the record, such as `positions[1].text`; empty for the record as a whole."""
    message: str
    hint: str = ""
    words: str = ""
    """The words in question, which the caret points at."""
    level: Level | None = None
    """Where it is not the rule's own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, and all that is printed to explain it."""

    code: str
    level: Level
    says: str
    """What it demands, in one sentence."""
    why: str
    source: str
    """Who else demands it."""
    wrong: str
    """An example that breaks it, put into the record of `docs/checks.md`."""
    right: str
    """The same, mended."""
    find: Callable[[Material], Iterable[Finding]]
    example: Example = "record"
    of_memos: bool = False
    """Looks at memos, and so is asked once they are filled."""
    on_demand: bool = False
    """Runs only where it is selected by its code."""


def rule(
    code: str,
    level: Level,
    says: str,
    *,
    why: str,
    source: str,
    wrong: str,
    right: str,
    example: Example = "record",
    of_memos: bool = False,
    on_demand: bool = False,
) -> Callable[[Callable[[Material], Iterable[Finding]]], Rule]:
    """Make a rule of the function that finds where it is broken."""

    def made(find: Callable[[Material], Iterable[Finding]]) -> Rule:
        looks_at_memos = of_memos or example in {"memo", "file"}
        return Rule(code, level, says, why, source, wrong, right, find, example, looks_at_memos, on_demand)

    return made
