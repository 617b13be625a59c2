"""Mail servers for tests: a well-behaved one, and one that does in each phase what it is told.

Both speak over real TLS and record what they became responsible for: what they answered with 250 after the final dot.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USERNAME, PASSWORD = "desk", "sword=fish&co"


@dataclass(frozen=True, slots=True)
class Taken:
    """A message for one recipient that a server became responsible for."""

    recipient: str
    content: bytes


@dataclass(frozen=True, slots=True)
class House:
    """An authority of our own, and where its certificate lies."""

    authority: trustme.CA
    ca_file: Path

    def server_context(self, name: str = "localhost", **options: Any) -> ssl.SSLContext:
        """Give what a server called `name` encrypts with."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.authority.issue_cert(name, **options).configure_cert(context)
        return context


def house(folder: Path) -> House:
    """Found an authority that keeps its certificate in `folder`."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    return House(authority, folder / "ca.pem")


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- the well-behaved server ---------------------------------------------------------------------


@dataclass  # with slots, aiosmtpd cannot look for its methods on Python 3.11.2
class Office:
    """aiosmtpd's handler: takes everything, and keeps it."""

    taken: list[Taken] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    """What was said with MAIL FROM."""
    port: int = 0

    async def handle_MAIL(self, _server: Any, _session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802 - aiosmtpd's name
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        self.options += options
        return "250 2.1.0 sender ok"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.taken += (Taken(recipient, envelope.content) for recipient in envelope.rcpt_tos)
        return "250 2.0.0 kept"

    def recipients(self) -> list[str]:
        """Name whom messages were taken for, in their order."""
        return [one.recipient for one in self.taken]


@contextmanager
def office(context: ssl.SSLContext, *, login: bool = False, **options: Any) -> Iterator[Office]:
    """Run a server that requires STARTTLS, and with `login` a password."""
    handler = Office(port=free_port())

    def authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
        is_known = isinstance(given, LoginPassword) and given == LoginPassword(USERNAME.encode(), PASSWORD.encode())
        handler.logins.append(given.login.decode())
        return AuthResult(success=is_known, handled=is_known)

    if login:
        options |= {"authenticator": authenticate, "auth_required": True}
    controller = Controller(
        handler,
        hostname="127.0.0.1",
        port=handler.port,
        server_hostname="localhost",
        tls_context=context,
        require_starttls=True,
        **options,
    )
    controller.start()
    try:
        yield handler
    finally:
        controller.stop()


# --- the one that does what it is told ----------------------------------------------------------

DROP, SILENCE = "drop", "silence"
"""Instead of an answer: close the connection, or say nothing until the other side gives up."""
Answers = Callable[[str, str], str]
"""Phase and what was said → the answer."""


def answers(**by_phase: str) -> Answers:
    """Answer in these phases as told, and in the others well."""
    return lambda phase, _: by_phase.get(phase, _WELL[phase])


def first(answer: str, phase: str, *, times: int = 1) -> Answers:
    """Answer so in a phase the first times, and then well."""
    left = [answer] * times

    def answered(asked: str, _said: str) -> str:
        return left.pop() if asked == phase and left else _WELL[asked]

    return answered


_WELL = {
    "greeting": "220 localhost ESMTP",
    "ehlo": "250-localhost\r\n250-SIZE 10000000\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN XOAUTH2",
    "auth": "235 2.7.0 welcome",
    "mail": "250 2.1.0 ok",
    "rcpt": "250 2.1.5 ok",
    "data": "354 go ahead",
    "content": "",
    "dot": "250 2.0.0 queued",
    "rset": "250 ok",
    "quit": "221 bye",
    "starttls": "220 go ahead",
}
"""`content` is asked once the first bytes of a message have come."""


@dataclass(slots=True)
class Scripted:
    """A server of plain sockets."""

    answered: Answers
    context: ssl.SSLContext | None
    implicit: bool = True
    delay: float = 0
    taken: list[Taken] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The first word of every command."""
    connections: int = 0
    port: int = 0

    def recipients(self) -> list[str]:
        """Name whom messages were taken for, in their order."""
        return [one.recipient for one in self.taken]

    def serve(self, connection: socket.socket) -> None:
        """Speak with one client until it leaves, or is left."""
        with ExitStack() as closing, suppress(OSError, EOFError):
            closing.enter_context(connection)
            if self.implicit:
                connection = self._encrypted(connection, closing)
            self._speak(connection, closing)

    def _encrypted(self, connection: socket.socket, closing: ExitStack) -> socket.socket:
        return (
            closing.enter_context(self.context.wrap_socket(connection, server_side=True))
            if self.context
            else connection
        )

    def _speak(self, connection: socket.socket, closing: ExitStack) -> None:
        self._answer(connection, "greeting", "")
        lines = closing.enter_context(connection.makefile("rb"))
        recipients: list[str] = []
        while read := lines.readline():
            line = read.decode("utf-8", "replace").rstrip("\r\n")
            verb = line.partition(" ")[0].lower()
            self.said.append(verb)
            phase = verb if verb in _WELL else "auth"
            answer = self._answer(connection, phase, line)
            if phase == "mail":
                recipients = []
            elif phase == "rcpt" and answer.startswith("2"):
                recipients.append(line.partition("<")[2].partition(">")[0])
            elif phase == "data" and answer.startswith("354"):
                self._take(connection, lines, recipients)
            elif phase == "starttls" and answer.startswith("2"):
                connection = self._encrypted(connection, closing)
                lines = closing.enter_context(connection.makefile("rb"))
            elif phase == "quit":
                return

    def _take(self, connection: socket.socket, lines: Any, recipients: list[str]) -> None:
        content = lines.readline()
        self._answer(connection, "content", "")
        while not content.endswith(b"\r\n.\r\n"):
            line = lines.readline()
            if not line:
                raise EOFError
            content += line
        told = self.answered("dot", "")
        kept = [Taken(recipient, content[:-3].replace(b"\r\n..", b"\r\n.")) for recipient in recipients]
        if told.startswith("2") or told.endswith(" taken"):
            self.taken += kept
        self._say(connection, told.removesuffix(" taken"))

    def _answer(self, connection: socket.socket, phase: str, said: str) -> str:
        told = self.answered(phase, said)
        self._say(connection, told)
        return told

    def _say(self, connection: socket.socket, told: str) -> None:
        if told == DROP:
            raise EOFError
        if told == SILENCE:
            connection.recv(1)
            raise EOFError
        if told:
            time.sleep(self.delay)
            connection.sendall(told.encode() + b"\r\n")


@contextmanager
def scripted(
    answered: Answers, context: ssl.SSLContext | None, *, implicit: bool = True, delay: float = 0
) -> Iterator[Scripted]:
    """Run a server that answers as told: over TLS from the start, or after STARTTLS, or without."""
    server = Scripted(answered, context, implicit, delay)
    threads: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server.port = listening.getsockname()[1]

        def listen() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    server.connections += 1
                    threads.append(threading.Thread(target=server.serve, args=(connection,), daemon=True))
                    threads[-1].start()

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)
        listener.join()
    for thread in threads:
        thread.join(timeout=1)
