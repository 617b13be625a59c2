"""The file of the ledger: made whole, checked before it is used, and never made anew over a damaged one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from briefgen.errors import OutputError
from briefgen.files import shown
from briefgen.mail import ledger_schema


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Raise what SQLite says of a ledger as an `OutputError`; nothing in it is lost or made anew."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise
    except sqlite3.OperationalError as error:
        hint = "make room, or let the folder be written to, and run the same command again: nothing is sent twice"
        raise OutputError.of("MAI11", f"{what}: {error}", hint=hint) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # what SQLite says may repeat bytes of the file
        hint = "nothing was changed in it; keep the file, and restore it from a copy or with `sqlite3 … .recover`"
        raise OutputError.of("MAI12", f"{what}: damaged: {error}", hint=hint) from error


def create(path: Path) -> None:
    """Make the ledger beside its place and move it there whole, so that an empty file is always a damaged one.

    Its name is on the disk before anything is sent.
    """
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        ledger_schema.migrate(connection, 0)
    fresh.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def connected(path: Path, mode: str = "?mode=rw") -> sqlite3.Connection:
    """Open the file as it is; a missing one is not made."""
    return sqlite3.connect(f"{path.absolute().as_uri()}{mode}", uri=True, isolation_level=None, timeout=10)


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check a ledger, have it written safely, and bring its tables up to date."""
    check(connection, path)
    found = version_of(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if found < ledger_schema.VERSION:
        ledger_schema.migrate(connection, found)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise if the file is damaged, is no ledger, or is of a later version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if application != ledger_schema.APPLICATION or found != ("ok",):
        what = found[0] if application == ledger_schema.APPLICATION else "not a ledger of briefgen"
        raise sqlite3.DatabaseError(what)
    if version_of(connection) > ledger_schema.VERSION:
        message = f"{shown(path)}: written by a newer briefgen"
        raise OutputError.of("MAI13", message, hint="use that version, or a newer one")


def version_of(connection: sqlite3.Connection) -> int:
    """Give the version of the tables."""
    return cast("int", connection.execute("PRAGMA user_version").fetchone()[0])


def current_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Copy a ledger of an older version into memory, and bring the copy up to date."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    ledger_schema.migrate(copy, version_of(connection))
    return copy
