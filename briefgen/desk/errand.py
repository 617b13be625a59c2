"""Work that can be done anywhere: a memo to make, in this process, in another, on another machine.

Everything here can be sent to where the work is done, and what comes back is the same everywhere.
"""

import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefgen.desk import making
from briefgen.desk.making import Finished, Kept, Order, Piece, Settings
from briefgen.desk.manuscript import Manuscript, record_of
from briefgen.errors import BriefgenError
from briefgen.provenance import digest
from briefgen.stores import Store
from briefgen.values import dataclass

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Errand:
    """A memo to make, and how its files are called."""

    manuscript: Manuscript
    audience: str
    files: tuple[tuple[str, str], ...]
    """Format and name of each."""
    made_from: str


@dataclass(frozen=True, slots=True)
class Making:
    """Makes memos; with a `store` it puts them there, so that their bytes need not travel back."""

    settings: Settings
    store: Store | None = None

    def __call__(self, errand: Errand) -> Finished:
        """Make a memo."""
        names = dict(errand.files)
        order = Order(record_of(errand.manuscript), errand.audience, tuple(names), errand.made_from)
        finished = making.make(order, self.settings)
        if self.store is None:
            return finished
        return replace(
            finished, pieces=tuple(_kept(piece, names[piece.format], self.store) for piece in finished.pieces)
        )


@dataclass(frozen=True, slots=True)
class Lost:
    """Work that came to nothing although its input was good."""

    code: str
    message: str
    hint: str
    traceback: str = ""


def attempt(work: Callable[[T], R], task: T) -> R | Lost:
    """Do one piece of work; a mistake in briefgen loses this one and no other."""
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001 - the one place where a mistake must not end the run
        what = "".join(traceback.format_exception_only(error)).strip()
        hint = "report it with the lines above"
        return Lost("RUN02", f"this is a mistake in briefgen: {what}", hint, traceback.format_exc())


def _kept(piece: Piece, name: str, store: Store) -> Piece:
    if piece.failed:
        return piece
    try:
        store.write(name, piece.data)
    except BriefgenError as error:
        return replace(piece, data=b"", failed=error)
    return replace(piece, data=b"", kept=Kept(digest(piece.data), len(piece.data)))
