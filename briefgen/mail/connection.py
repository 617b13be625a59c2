"""Reach the mail server, make sure that it is the one, and log in."""

import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from briefgen.errors import MailError
from briefgen.mail.smtp import Lost, Session, clean, reason
from briefgen.mail_settings import MailSettings
from briefgen.values import dataclass

_PORTS = {"SSL/TLS": 465, "STARTTLS": 587, "XOAUTH": 587, "PLAIN": 25}
_CHALLENGE = 334
_WELCOME = (235, 503)
"""Accepted, and accepted already."""
_HOSTILE = "do not send over this network until you know why; a server that encrypts always offers it"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who we are for the server; `secret` is asked anew for each connection, since tokens expire."""

    username: str
    secret: Callable[[], str]
    is_token: bool = False


def connect(settings: MailSettings, context: ssl.SSLContext, credentials: Credentials | None) -> Session:
    """Connect, encrypt and log in.

    `Lost` if the server cannot be reached now; `MailError` if it must not be trusted, or does not know us.
    """
    host, port = settings.host, settings.port or _PORTS[settings.security]
    if settings.security == "PLAIN" and not settings.allow_unencrypted and not _is_here(host):
        hint = 'set security = "STARTTLS", or allow_unencrypted = true if you know the whole way to be safe'
        raise MailError.of("MAI21", f"{host}: unencrypted mail is for this machine alone", hint=hint)
    secret = credentials.secret() if credentials else ""
    hidden = _spellings(credentials.username, secret) if credentials else ()
    with _told_as_ours(f"{host}:{port}", hidden):
        client = _client(settings, host, port, context)
        try:
            client.local_hostname = _own_name(client)
            client.ehlo_or_helo_if_needed()
            if not isinstance(client, smtplib.SMTP_SSL) and settings.security != "PLAIN":
                _encrypt(client, host, context)
            if credentials:
                _log_in(client, credentials, secret, hidden)
        except BaseException:
            client.close()
            raise
    return Session(client, hidden, timeout=settings.timeout, final_timeout=settings.final_timeout)


def trust(ca_file: str) -> ssl.SSLContext:
    """Trust the authorities of this machine, or only those of `ca_file`."""
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except (OSError, ssl.SSLError) as error:
        raise MailError.of("MAI22", f"{ca_file}: no certificates can be read from it: {reason(error)}") from error


def _client(settings: MailSettings, host: str, port: int, context: ssl.SSLContext) -> smtplib.SMTP:
    """Connect; the name is set later, since finding that of the machine may take long and tells too much."""
    implicit = settings.security == "SSL/TLS" or (settings.security == "XOAUTH" and port == _PORTS["SSL/TLS"])
    if implicit:
        return smtplib.SMTP_SSL(host, port, "localhost", timeout=settings.timeout, context=context)
    return smtplib.SMTP(host, port, "localhost", timeout=settings.timeout)


def _own_name(client: smtplib.SMTP) -> str:
    """Name this machine by its address (RFC 5321, §4.1.3)."""
    if client.sock is None:
        raise Lost("the connection was closed")
    address = str(client.sock.getsockname()[0])
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _encrypt(client: smtplib.SMTP, host: str, context: ssl.SSLContext) -> None:
    if not client.has_extn("starttls"):
        raise MailError.of("MAI22", f"{host} does not offer STARTTLS, though it should", hint=_HOSTILE)
    client.starttls(context=context)
    client.ehlo_or_helo_if_needed()


def _log_in(client: smtplib.SMTP, credentials: Credentials, secret: str, hidden: tuple[str, ...]) -> None:
    offered = client.esmtp_features.get("auth", "").upper().split()
    username = credentials.username
    if credentials.is_token:
        code, text = _say(client, "XOAUTH2", f"user={username}\x01auth=Bearer {secret}\x01\x01")
        if code == _CHALLENGE:  # the server explains in base64 why not, and wants an empty line before it refuses
            code, text = client.docmd("")
    elif "PLAIN" in offered:
        code, text = _say(client, "PLAIN", f"\0{username}\0{secret}")
    elif "LOGIN" in offered:
        code, text = client.docmd("AUTH", "LOGIN")
        for part in (username, secret):
            code, text = client.docmd(_encoded(part)) if code == _CHALLENGE else (code, text)
    else:
        ways = ", ".join(offered) or "none"
        raise MailError.of("MAI23", f"the server offers no way to log in that briefgen knows: {ways}")
    if code not in _WELCOME:
        told = f"{code} {clean(text.decode('utf-8', 'replace'), hidden)}"
        if code // 100 == 4:  # noqa: PLR2004 - RFC 5321, §4.2.1: not now
            raise Lost(told)
        hint = "see username in [mail], and where the password comes from: BRIEFGEN_MAIL_PASSWORD is looked at first"
        raise MailError.of("MAI23", f"the server does not let {username} in: {told}", hint=hint)


def _say(client: smtplib.SMTP, mechanism: str, response: str) -> tuple[int, bytes]:
    return client.docmd("AUTH", f"{mechanism} {_encoded(response)}")


def _encoded(text: str) -> str:
    return b64encode(text.encode()).decode()


def _spellings(username: str, secret: str) -> tuple[str, ...]:
    """List the forms in which a server could show a secret that it was told."""
    if not secret:
        return ()
    bearer = f"user={username}\x01auth=Bearer {secret}\x01\x01"
    return (secret, _encoded(secret), _encoded(f"\0{username}\0{secret}"), _encoded(bearer))


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def _told_as_ours(where: str, hidden: tuple[str, ...]) -> Iterator[None]:
    try:
        yield
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError, TimeoutError) as error:
        raise Lost(f"{where}: {clean(reason(error), hidden)}") from error
    except ssl.SSLError as error:
        told = getattr(error, "verify_message", "") or error.reason or str(error)
        hint = "set host to a name of the certificate, and ca_file if your house has its own authority"
        raise MailError.of("MAI22", f"{where} cannot be trusted: {told.lower()}", hint=hint) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Lost(f"{where}: {clean(reason(error), hidden)}") from error
