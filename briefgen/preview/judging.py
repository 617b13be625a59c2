"""What the standards' own checkers say of a file that is shown, and what a check asks."""

import tempfile
from pathlib import Path

from briefgen.checks.explain import explained, rule_of
from briefgen.errors import BriefgenError
from briefgen.notices import Notice
from briefgen.standards import checkers_for
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one checker found."""

    checker: str
    proves: str
    findings: tuple[Notice, ...]
    lacking: str = ""
    """How to get the checker, where it is not installed."""


def verdicts(kind: str, data: bytes) -> tuple[Verdict, ...]:
    """Have a file judged by all checkers for its format."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"memo.{kind}"
        path.write_bytes(data)
        return tuple(
            Verdict(
                one.name, one.proves, one.run([path]) if one.version() else (), "" if one.version() else one.how_to_get
            )
            for one in checkers_for(path)
        )


def explanation(code: str) -> str:
    """Say what a check asks and why; empty for what is no check."""
    try:
        return explained(rule_of(code))
    except BriefgenError:
        return ""
