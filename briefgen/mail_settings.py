"""What `briefgen.toml` says about mail: the server, who may get what, and whom each audience stands for.

`host`, `port`, `security`, `username` and `ratelimit` are named as in mailmerge, so that its users can paste them.
There is no key for a password.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from briefgen.values import dataclass

Security = Literal["SSL/TLS", "STARTTLS", "XOAUTH", "PLAIN"]
Bundling = Literal["each", "group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """The table `[mail]`; paths are as written, relative to the project's folder."""

    sender: str = ""
    """`Desk <desk@example.org>`."""
    reply_to: str = ""
    host: str = ""
    port: int = 0
    """0 for the usual one: 465 for SSL/TLS, 25 for PLAIN, else 587."""
    security: Security = "STARTTLS"
    """PLAIN is no encryption; XOAUTH is STARTTLS (SSL/TLS on port 465) with a token for a password."""
    allow_unencrypted: bool = False
    """PLAIN is for this machine alone unless this is true."""
    ca_file: str = ""
    """Trust the authorities of this file, and no others."""
    username: str = ""
    password_command: tuple[str, ...] = ()
    """A program that prints the password, or the token of XOAUTH."""
    ratelimit: int = 0
    """Messages a minute; 0 for no limit."""
    timeout: float = 60
    """Seconds to wait for an answer."""
    final_timeout: float = 600
    """Seconds to wait for the answer to a whole message (RFC 5321, §4.5.3.2.6)."""
    retry_after: tuple[int, ...] = (60, 300, 900)
    """Seconds before each further attempt within a run, when the server says *not now*."""
    size_limit: int = 0
    """Bytes of a message; 0 for what the server says."""
    words: int = 120
    """At most so many in the body of a message."""
    verify: bool = True
    """Have memos judged by the standards' checkers before they are sent, where those are installed."""
    outbox: str = "outbox"
    """The folder of the ledger and of drafts."""
    markings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Marking → domains that may receive it; `*` for any."""
    oauth: Literal["", "microsoft", "google"] = ""
    client_id: str = ""
    """Of the application registered with the provider."""
    tenant: str = "organizations"
    credentials: str = ""
    """Google: the file of a service account or of an authorised user."""
    smime_certificate: str = ""
    smime_key: str = ""
    smime_recipients: str = ""
    """A folder with a certificate for each address, such as `minister@example.org.pem`; then messages are encrypted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceMail:
    """What a table `[audience.NAME]` says about mail."""

    recipients: tuple[str, ...] = ()
    """Addresses, and CSV files of them; empty for those of the audience pack."""
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    """Both only in a message to a group."""
    message: Bundling = "each"
    """One message for each recipient, or one for the whole group."""
    domains: tuple[str, ...] = ()
    """Recipients elsewhere are refused; empty for no such limit."""
    under_embargo: bool = False
    """Whether they may have it before the embargo ends."""
