"""The audiences and templates at hand: what templates may include, and nothing else."""

from collections.abc import Mapping

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of an audience: where it is, and what it says."""

    path: str
    """As printed in errors."""
    text: str
    data: bytes = b""
    """What a Word template holds, in place of a text."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Files by their path below the folder of audiences, such as `minister/memo.md.j2`."""

    files: Mapping[str, Sheet]

    def audiences(self) -> tuple[str, ...]:
        """Name the folders that hold an `audience.yaml`."""
        return tuple(sorted(name.partition("/")[0] for name in self.files if is_pack(name)))


def is_pack(name: str) -> bool:
    """Tell whether a file is the pack of an audience."""
    return name.count("/") == 1 and name.endswith("/audience.yaml")
