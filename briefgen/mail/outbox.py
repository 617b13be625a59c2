"""The outbox: a ledger of every letter and of what became of it, written before and after each phase of sending.

A SQLite file with a write-ahead log and `synchronous=FULL`: what a method of `Outbox` has recorded is on the disk
when it returns.
A delivery is one letter for one address. Its states:

    queued ──▶ sending ──▶ accepted
      ▲           ├──────▶ refused    (permanently, by the server)
      │           ├──────▶ deferred   (for now; tried again when due)
      │           └──────▶ unknown    (the connection or briefgen itself was lost after the content began to flow)
      └── replaced                    (a newer edition was queued before this one could be sent)

While it is `sending`, `phase` is `envelope` until the server has agreed to take the content, and `data` after that.
Whoever finds a delivery left in `envelope` may try again; in `data` nobody can know.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

from briefgen.errors import OutputError
from briefgen.extras import needs
from briefgen.files import reason, shown
from briefgen.mail import ledger_schema
from briefgen.mail.ledger_file import check, connected, create, current_copy, prepare, translated, version_of
from briefgen.mail.letter import Contents, Letter
from briefgen.values import dataclass

State = Literal["queued", "sending", "accepted", "refused", "deferred", "unknown", "replaced"]
Phase = Literal["envelope", "data"]
FILE = "ledger.sqlite"
Clock = Callable[[], datetime]
_COLUMNS = {"record": "letter.record", "audience": "delivery.audience", "state": "delivery.state"}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is known of one letter for one address."""

    id: int
    letter: int
    record: str
    edition: str
    audience: str
    address: str
    content: str
    state: State
    phase: str
    attempts: int
    due: float
    """Seconds since 1970; not to be tried before."""
    code: int
    """The last answer of the server, 0 for none."""
    answer: str
    changed: str
    """The moment of the last change, in UTC."""
    message_id: str
    marking: str
    subject: str


class Outbox:
    """The letters and deliveries of a project; made by `opened`."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock) -> None:
        self._connection, self._clock = connection, clock

    def queue(self, letters: Iterable[Letter], contents: Contents) -> int:
        """Keep letters to be sent, all of them or none; tell how many deliveries are new.

        Unsent letters with other content for the same people, audience and record are replaced by them.
        """
        with self._transaction() as cursor:
            return sum(self._queue(cursor, letter, contents) for letter in letters)

    def _queue(self, cursor: sqlite3.Cursor, letter: Letter, contents: Contents) -> int:
        kept = json.dumps(letter.as_json(), ensure_ascii=False)
        cursor.execute(
            "INSERT INTO letter (message_id, record, edition, audience, content, kept) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (message_id) DO NOTHING",
            (letter.message_id, letter.record, letter.edition, letter.audience, letter.content, kept),
        )
        for enclosure in letter.enclosures:
            there = cursor.execute("SELECT 1 FROM enclosure WHERE sha256 = ?", (enclosure.sha256,)).fetchone()
            if not there:
                cursor.execute("INSERT INTO enclosure VALUES (?, ?)", (enclosure.sha256, contents(enclosure.sha256)))
        count = 0
        for mailbox in letter.envelope:
            self._replace(cursor, letter, mailbox.key)
            added = cursor.execute(
                "INSERT INTO delivery (letter, edition, audience, address, content, state, changed)"
                " SELECT id, edition, audience, ?, content, 'queued', ? FROM letter WHERE message_id = ?"
                " ON CONFLICT (edition, audience, address, content) DO NOTHING",
                (mailbox.key, self._now(), letter.message_id),
            ).rowcount
            if added:
                self._note(cursor, [cast("int", cursor.lastrowid)])
            count += added
        return count

    def again(self, deliveries: Iterable[Delivery]) -> None:
        """Queue once more what was refused, unknown or replaced."""
        with self._transaction() as cursor:
            for one in deliveries:
                self._replace(cursor, self.letter(one.letter), one.address)
                self._set(cursor, [one.id], "queued")

    def _replace(self, cursor: sqlite3.Cursor, letter: Letter, address: str) -> None:
        older = cursor.execute(
            "SELECT delivery.id FROM delivery CROSS JOIN letter ON letter.id = delivery.letter WHERE record = ?"
            " AND delivery.audience = ? AND address = ? AND delivery.content <> ? AND state IN ('queued', 'deferred')",
            (letter.record, letter.audience, address, letter.content),
        ).fetchall()
        self._set(cursor, [row[0] for row in older], "replaced")

    def deliveries(self, **wanted: str) -> tuple[Delivery, ...]:
        """List deliveries in the order in which they were queued; `wanted` picks by `record`, `audience` or `state`."""
        conditions = " AND ".join(f"{_COLUMNS[name]} = ?" for name in wanted)
        rows = self._connection.execute(
            "SELECT delivery.id, letter, record, delivery.edition, delivery.audience, address, delivery.content, state,"  # noqa: S608 - columns of ours
            " phase, attempts, due, code, answer, changed, message_id, json_extract(kept, '$.marking'),"
            " json_extract(kept, '$.subject') FROM delivery JOIN letter ON letter.id = delivery.letter"
            f"{' WHERE ' if wanted else ''}{conditions} ORDER BY delivery.id",
            tuple(wanted.values()),
        )
        return tuple(Delivery(*row) for row in rows)

    def letter(self, number: int) -> Letter:
        """Give a letter by the number that its deliveries name."""
        (kept,) = self._connection.execute("SELECT kept FROM letter WHERE id = ?", (number,)).fetchone()
        try:
            return Letter.from_json(json.loads(kept))
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise sqlite3.DatabaseError(f"letter {number} cannot be read") from error

    def contents(self, sha256: str) -> bytes:
        """Give the bytes of an enclosure."""
        (content,) = self._connection.execute("SELECT content FROM enclosure WHERE sha256 = ?", (sha256,)).fetchone()
        return cast("bytes", content)

    def events(self, delivery: int) -> tuple[tuple[str, State, str, int, str], ...]:
        """Tell the history of a delivery: moment, state, phase, code and answer."""
        rows = self._connection.execute(
            "SELECT at, state, phase, code, answer FROM event WHERE delivery = ? ORDER BY id", (delivery,)
        )
        return tuple(rows)

    def begin(self, deliveries: Sequence[int], phase: Phase) -> None:
        """Record that a phase is about to start."""
        with self._transaction() as cursor:
            self._set(cursor, deliveries, "sending", phase=phase, further=int(phase == "envelope"))

    def settle(
        self, deliveries: Sequence[int], state: State, *, code: int = 0, answer: str = "", due: float = 0
    ) -> None:
        """Record what became of deliveries."""
        with self._transaction() as cursor:
            self._set(cursor, deliveries, state, code=code, answer=answer, due=due)

    def settle_left_over(self) -> None:
        """Decide about deliveries that a run left in the middle, by the phase in which it ended."""
        lost = "briefgen ended before the server answered"
        for phase, state in (("data", "unknown"), ("envelope", "queued")):
            rows = self._connection.execute("SELECT id FROM delivery WHERE state = 'sending' AND phase = ?", (phase,))
            left = [row[0] for row in rows]
            if left:
                self.settle(left, cast("State", state), answer=lost if state == "unknown" else "")

    def _set(
        self,
        cursor: sqlite3.Cursor,
        deliveries: Sequence[int],
        state: State,
        *,
        phase: str = "",
        code: int = 0,
        answer: str = "",
        due: float = 0,
        further: int = 0,
    ) -> None:
        cursor.executemany(
            "UPDATE delivery SET state = ?, phase = ?, code = ?, answer = ?, due = ?, attempts = attempts + ?,"
            " changed = ? WHERE id = ?",
            [(state, phase, code, answer, due, further, self._now(), one) for one in deliveries],
        )
        self._note(cursor, deliveries)

    def _note(self, cursor: sqlite3.Cursor, deliveries: Sequence[int]) -> None:
        cursor.executemany(
            "INSERT INTO event (delivery, at, state, phase, code, answer)"
            " SELECT id, changed, state, phase, code, answer FROM delivery WHERE id = ?",
            [(one,) for one in deliveries],
        )

    def _now(self) -> str:
        return f"{self._clock():%Y-%m-%dT%H:%M:%SZ}"

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Cursor]:
        with translated("the ledger"):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection.cursor()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Outbox]:
    """Open the outbox in `folder` to send from it; for one process at a time, others get an `OutputError`."""
    with needs("mail", "MAI26"):
        from filelock import FileLock, Timeout
    path = folder / FILE
    lock = FileLock(path.with_suffix(".lock"), blocking=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # letters are nobody else's business
        lock.acquire()
    except Timeout as error:
        hint = "wait until it has ended; what it does not send, the next run will"
        raise OutputError.of("MAI10", f"{shown(folder)}: another briefgen is sending from it", hint=hint) from error
    except OSError as error:
        raise OutputError.of("MAI11", f"{shown(path)}: {reason(error)}") from error
    try:
        with translated(shown(path)):
            if not path.exists():
                create(path)
            with closing(connected(path)) as connection:
                prepare(connection, path)
                outbox = Outbox(connection, clock)
                outbox.settle_left_over()
                yield outbox
    finally:
        lock.release()


@contextmanager
def looked_into(folder: Path, clock: Clock) -> Iterator[Outbox | None]:
    """Open the outbox in `folder` to read it, even while another process is sending; None where there is none."""
    path = folder / FILE
    if not path.exists():
        yield None
        return
    with translated(shown(path)), closing(connected(path, "?mode=ro")) as connection:
        check(connection, path)
        if version_of(connection) < ledger_schema.VERSION:
            connection = current_copy(connection)  # noqa: PLW2901 - a copy in memory that may be brought up to date
        yield Outbox(connection, clock)


def temporary(clock: Clock) -> Outbox:
    """Make an outbox that is forgotten at the end, for messages to oneself."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger_schema.migrate(connection, 0)
    return Outbox(connection, clock)
