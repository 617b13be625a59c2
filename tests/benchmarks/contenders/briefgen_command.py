"""briefgen as people start it: the whole command, from the article file to files that were read back."""

import sys
from collections.abc import Callable
from pathlib import Path

OUTPUT = "out"


def program() -> str:
    """Give the path of the command that belongs to this Python."""
    return str(Path(sys.executable).with_name("briefgen"))


def made(formats: str) -> Callable[[str, str], list[str]]:
    """Give what makes the command for one memo in some formats."""

    def one(memo: str, kit: str) -> list[str]:  # noqa: ARG001 - the same for all contenders
        audience = Path(memo, "audience").read_text(encoding="utf-8")
        return [
            *(program(), "make", f"{memo}/article.yaml", "--audience", audience, "--format", formats),
            *("--output", f"{memo}/{OUTPUT}", "--force"),
        ]

    return one


def started(option: str) -> Callable[[str, str], list[str]]:
    """Give what makes the command that only says something of itself."""

    def one(memo: str, kit: str) -> list[str]:  # noqa: ARG001 - the same for all contenders
        return [program(), option]

    return one
