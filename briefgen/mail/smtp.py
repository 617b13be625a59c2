"""Speak SMTP one phase at a time, so that the answer for each recipient is known.

smtplib keeps the connection; its `sendmail` is not used, since it hides in which phase something went wrong.
"""

import smtplib
from collections.abc import Mapping, Sequence
from contextlib import suppress

from briefgen.values import dataclass

_GO_AHEAD = 354
_LONGEST = 500


class Lost(Exception):  # noqa: N818 - what happened, not whose fault it was
    """The connection is gone, or never came about; its text says how."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said; code 0 for what it could not even be asked."""

    code: int
    text: str

    @property
    def is_yes(self) -> bool:
        """Whether it took what it was given."""
        return 200 <= self.code < 300  # noqa: PLR2004 - RFC 5321, §4.2.1

    @property
    def is_not_now(self) -> bool:
        """Whether it may say otherwise later."""
        return 400 <= self.code < 500  # noqa: PLR2004 - as above

    @property
    def is_no(self) -> bool:
        """Whether it will never say otherwise."""
        return 500 <= self.code < 600  # noqa: PLR2004 - as above


@dataclass(frozen=True, slots=True)
class Features:
    """What the server offers that decides what can be sent."""

    size: int
    """Bytes of the largest message; 0 where it does not say."""
    utf8: bool


class Session:
    """A connection that takes messages, until it is lost."""

    def __init__(self, client: smtplib.SMTP, hidden: Sequence[str], *, timeout: float, final_timeout: float) -> None:
        self._client, self._hidden = client, hidden
        self._timeout, self._final_timeout = timeout, final_timeout
        size = client.esmtp_features.get("size", "")
        self.features = Features(int(size) if size.isdigit() else 0, client.has_extn("smtputf8"))

    def leave(self) -> None:
        """Say goodbye and close."""
        with suppress(OSError, smtplib.SMTPException):
            self._client.docmd("QUIT")
        self._client.close()

    def envelope(self, sender: str, recipients: Sequence[str], *, size: int, utf8: bool) -> Mapping[str, Answer]:
        """Name the sender and the recipients; tell the answer for each, which is the sender's where that was refused.

        `Lost` if the connection is; nothing has been delivered then.
        """
        self._wait(self._timeout)
        options = [f"SIZE={size}"] if self._client.has_extn("size") else []
        options += ["SMTPUTF8"] if utf8 else []
        answer = self._ask(f"MAIL FROM:<{sender}> {' '.join(options)}".rstrip())
        if not answer.is_yes:
            return dict.fromkeys(recipients, answer)
        return {recipient: self._ask(f"RCPT TO:<{recipient}>") for recipient in recipients}

    def announce(self) -> Answer | None:
        """Ask to send the content; None is the leave to do so, an answer the refusal. `Lost` as for `envelope`."""
        answer = self._ask("DATA")
        if answer.code == _GO_AHEAD:
            return None
        if answer.is_not_now or answer.is_no:
            return answer
        raise Lost(f"the server answered DATA with {answer.code} {answer.text}")

    def content(self, message: bytes) -> Answer:
        """Send the content and tell the answer; after `Lost` nobody knows whether it was delivered."""
        self._wait(self._final_timeout)
        try:
            doubled = message.replace(b"\r\n.", b"\r\n..")
            doubled = b"." + doubled if doubled.startswith(b".") else doubled
            self._client.send(doubled + (b"" if doubled.endswith(b"\r\n") else b"\r\n") + b".\r\n")
            return self._answer(*self._client.getreply())
        except (OSError, smtplib.SMTPException) as error:
            raise Lost(self._told(error)) from error

    def reset(self) -> None:
        """Forget the envelope after a refusal, so that the next message begins afresh."""
        self._ask("RSET")

    def drop(self) -> None:
        """Close a connection that is lost, without a word."""
        self._client.close()

    def _ask(self, command: str) -> Answer:
        try:
            self._client.command_encoding = "utf-8"
            return self._answer(*self._client.docmd(command))
        except (OSError, smtplib.SMTPException) as error:
            raise Lost(self._told(error)) from error

    def _answer(self, code: int, text: bytes) -> Answer:
        if code < 0:
            raise Lost("the server spoke no SMTP")
        return Answer(code, self._clean(text))

    def _wait(self, seconds: float) -> None:
        if self._client.sock:
            self._client.sock.settimeout(seconds)

    def _told(self, error: Exception) -> str:
        return clean(reason(error), self._hidden)

    def _clean(self, text: bytes) -> str:
        return clean(text.decode("utf-8", "replace"), self._hidden)


def clean(text: str, hidden: Sequence[str] = ()) -> str:
    """Put an answer on one line of bounded length, with nothing in it that must stay secret."""
    for secret in hidden:
        text = text.replace(secret, "•••")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST]


def reason(error: Exception) -> str:
    """Say in words why a connection failed."""
    match error:
        case smtplib.SMTPResponseException():
            text = error.smtp_error
            return f"{error.smtp_code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}"
        case TimeoutError():
            return "no answer in time"
        case OSError(strerror=str(told)):
            return told.lower()
        case _:
            return str(error) or type(error).__name__
