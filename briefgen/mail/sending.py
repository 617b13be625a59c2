"""Hand letters to the server, one phase after the other, and have each phase in the ledger before it begins.

What is permanent is not tried again; what is for now is tried again after a while; what nobody can know is left
alone.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import field
from email.message import EmailMessage
from functools import lru_cache

from briefgen.errors import OutputError
from briefgen.mail.letter import Letter
from briefgen.mail.outbox import Clock, Delivery, Outbox, Phase, State
from briefgen.mail.smtp import Answer, Lost, Session
from briefgen.mail.wire import message, needs_utf8
from briefgen.values import dataclass

_BUSY = 421
"""The server closes the connection: too many messages, or it is going down (RFC 5321, §3.8)."""
_PATIENCE_OF_SERVERS = 10
"""Seconds of silence that every server bears."""

Seal = Callable[[EmailMessage, Letter], bytes]
"""Turns a message into what goes over the wire, signed and encrypted where that is wanted."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast to send, and how long to wait before trying again."""

    per_minute: float = 0
    """0 for as fast as the server takes them."""
    retry_after: tuple[int | float, ...] = ()
    """Seconds before each further attempt of this run."""
    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    """Never jumps, unlike the clock."""


@dataclass(slots=True)
class Sender:
    """Sends the letters of an outbox over sessions made by `connect`."""

    outbox: Outbox
    connect: Callable[[], Session]
    seal: Seal
    pace: Pace
    clock: Clock
    tell: Callable[[Delivery, State, str], None]
    """Told of every delivery that is settled, with the answer."""
    wait: Callable[[float, str], None]
    """Told how many seconds pass, and why."""
    _session: Session | None = None
    _last: float | None = None
    _has_connected: bool = False
    _troubles: int = 0
    """Losses since the last message that was accepted."""
    _contents: Callable[[str], bytes] = field(init=False)

    def __post_init__(self) -> None:
        self._contents = lru_cache(maxsize=8)(self.outbox.contents)

    def open(self) -> Session:
        """Give the connection, made anew where it was lost; `Lost` when the server stays away.

        The first one is tried once: what is wrong from the start does not mend itself while somebody waits.
        """
        while self._session is None:
            try:
                self._session = self.connect()
            except Lost as error:
                if not self._has_connected:
                    raise
                self._pause(error)
        self._has_connected = True
        return self._session

    def close(self) -> None:
        """Take leave of the server."""
        if self._session:
            self._session.leave()
        self._session = None

    def send(self, deliveries: Iterable[Delivery]) -> None:
        """Send these deliveries, those of one letter together, and again those that were deferred.

        `Lost` when the server stays away, and `MailError` when it does not let us in any more; what was not sent by
        then is still queued.
        """
        deliveries = tuple(deliveries)
        early = tuple(one for one in deliveries if self._is_early(one))
        waiting = _by_letter(one for one in deliveries if one not in early)
        for seconds in (*self.pace.retry_after, None):
            for group in waiting:
                self._keep_pace()
                self._deliver(group)
            waiting = _by_letter(self._deferred(deliveries))
            if not waiting or seconds is None:
                return
            self.wait(seconds, f"{sum(map(len, waiting))} deferred")
            self._rest(seconds)

    def _is_early(self, delivery: Delivery) -> bool:
        """Tell whether it was deferred until later; a moment further off than we ever wait is the clock's mistake."""
        left = delivery.due - self.clock().timestamp()
        return delivery.state == "deferred" and 0 < left <= max(self.pace.retry_after, default=0)

    def _deferred(self, deliveries: Sequence[Delivery]) -> tuple[Delivery, ...]:
        ids = {delivery.id for delivery in deliveries}
        return tuple(one for one in self.outbox.deliveries(state="deferred") if one.id in ids)

    def _deliver(self, group: Sequence[Delivery]) -> None:
        """Send one letter to the recipients of `group`."""
        letter = self.outbox.letter(group[0].letter)
        content = self.seal(message(letter, self._contents, date=self.clock()), letter)
        session = self.open()
        exchange = _Exchange(list(group))
        try:
            self._exchange(exchange, letter, content, session)
        except Lost as error:
            self._lose(exchange, str(error))
            self._pause(error)
        except BaseException:
            with suppress(OutputError):
                self._lose(exchange, "briefgen was interrupted")
            raise

    def _exchange(self, exchange: "_Exchange", letter: Letter, content: bytes, session: Session) -> None:
        addresses = {box.key: box.address for box in letter.envelope}
        named = {addresses[one.address]: one for one in exchange.open}
        self.outbox.begin([one.id for one in exchange.open], "envelope")
        answers = session.envelope(letter.sender.address, tuple(named), size=len(content), utf8=needs_utf8(letter))
        for address, answer in answers.items():
            if not answer.is_yes:
                self._settle(exchange, [named[address]], answer)
        last = self._content(exchange, content, session) if exchange.open else None
        if any(answer.code == _BUSY for answer in (*answers.values(), last) if answer is not None):
            raise Lost("the server is busy")
        if exchange.phase == "envelope":
            session.reset()

    def _content(self, exchange: "_Exchange", content: bytes, session: Session) -> Answer:
        answer = session.announce()
        if answer is None:
            self.outbox.begin([one.id for one in exchange.open], "data")
            exchange.phase = "data"
            answer = session.content(content)
        self._settle(exchange, exchange.open, answer)
        return answer

    def _settle(self, exchange: "_Exchange", deliveries: Sequence[Delivery], answer: Answer) -> None:
        state = _state(answer, exchange.phase)
        due = self._due(deliveries[0]) if state == "deferred" else 0
        done = tuple(deliveries)
        self.outbox.settle([one.id for one in done], state, code=answer.code, answer=answer.text, due=due)
        exchange.open = [one for one in exchange.open if one not in done]
        if state == "accepted":
            self._troubles = 0
        for one in done:
            self.tell(one, state, f"{answer.code or ''} {answer.text}".strip())

    def _lose(self, exchange: "_Exchange", reason: str) -> None:
        """Settle what the lost connection leaves open, and forget the connection."""
        if self._session:
            self._session.drop()
        self._session = None
        if not exchange.open:
            return
        state: State = "unknown" if exchange.phase == "data" else "deferred"
        due = self._due(exchange.open[0]) if state == "deferred" else 0
        self.outbox.settle([one.id for one in exchange.open], state, answer=reason, due=due)
        for one in exchange.open:
            self.tell(one, state, reason)

    def _due(self, delivery: Delivery) -> float:
        waits = self.pace.retry_after
        return self.clock().timestamp() + waits[min(delivery.attempts, len(waits) - 1)] if waits else 0

    def _pause(self, error: Lost) -> None:
        """Wait before going on after a loss; raise it when that has not helped often enough."""
        if self._troubles >= len(self.pace.retry_after):
            raise error
        seconds = self.pace.retry_after[self._troubles]
        self._troubles += 1
        self.wait(seconds, str(error))
        self.pace.sleep(seconds)

    def _rest(self, seconds: float) -> None:
        """Wait, and do not keep the server waiting with us for long: it would hang up."""
        if seconds > _PATIENCE_OF_SERVERS:
            self.close()
        self.pace.sleep(seconds)

    def _keep_pace(self) -> None:
        if self.pace.per_minute and self._last is not None:
            left = 60 / self.pace.per_minute - (self.pace.monotonic() - self._last)
            if left > 0:
                self._rest(left)
        self._last = self.pace.monotonic()


@dataclass(slots=True)
class _Exchange:
    """One attempt: whose fate is still open, and how far it has come."""

    open: list[Delivery]
    phase: Phase = "envelope"


def _state(answer: Answer, phase: Phase) -> State:
    if answer.is_yes:
        return "accepted"
    if answer.is_no:
        return "refused"
    return "deferred" if answer.is_not_now or phase == "envelope" else "unknown"


def _by_letter(deliveries: Iterable[Delivery]) -> list[list[Delivery]]:
    groups: dict[int, list[Delivery]] = {}
    for delivery in deliveries:
        groups.setdefault(delivery.letter, []).append(delivery)
    return list(groups.values())
