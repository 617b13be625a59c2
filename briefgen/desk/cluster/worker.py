"""What happens on the workers of a cluster: work like that of this machine, or none."""

import threading
from collections.abc import Callable
from typing import Any

from briefgen.desk.errand import attempt
from briefgen.desk.ingredients import installed
from briefgen.errors import BriefgenError, ConfigurationError
from briefgen.provenance import Parts
from briefgen.theme import Theme
from briefgen.values import dataclass

_ONE_AT_A_TIME = threading.Lock()
"""Our libraries do not promise that threads may share them; workers should have one thread each."""
_fit: set[tuple[tuple[str, str], ...]] = set()
"""What this worker was found to have."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all tasks have in common."""

    work: Callable[[Any], Any]
    here: Parts
    """What the machine has that gives out the work."""
    theme: Theme


@dataclass(frozen=True, slots=True)
class Unfit:
    """A worker that would make other bytes; it makes none."""

    error: BriefgenError


def held(shared: Shared) -> Shared:
    """Hold what all tasks have in common."""
    return shared


def do(shared: Shared, tasks: tuple[Any, ...]) -> tuple[Any, ...] | Unfit:
    """Do a batch of tasks, and give what became of each."""
    with _ONE_AT_A_TIME:
        wanted = tuple(shared.here.items())
        if wanted not in _fit:  # also a worker that joined after the others were asked
            if lines := differences(shared.here, shared.theme):
                return Unfit(ConfigurationError.of("CFG18", f"a worker that joined {'; '.join(lines)}"))
            _fit.add(wanted)
        return tuple(attempt(shared.work, task) for task in tasks)


def differences(expected: Parts, theme: Theme) -> tuple[str, ...]:
    """Name what this machine has otherwise; fonts of a house style are looked for where they are on the other one."""
    own = installed(theme)
    return tuple(
        f"has {name} {own.get(name) or 'not at all'}, and not {expected.get(name) or 'none'}"
        for name in sorted({*expected, *own})
        if own.get(name, "") != expected.get(name, "")
    )


def passes() -> tuple[str, ...]:
    """Find nothing missing on the scheduler, which makes nothing and yet must know what it passes on."""
    return ()
