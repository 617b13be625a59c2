"""The guard before every request: who may ask at all, and what every answer tells the browser to keep to.

The token is the first part of every address. A cookie would be sent to whatever else listens on 127.0.0.1, for
browsers do not tell the ports of a host apart; an address goes nowhere by itself.
"""

import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from briefgen.values import dataclass

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What the page may load: what comes from here, and nothing that stands in the page itself."""
MEMO_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""For the memo as HTML: its own style sheet and drawings, no script, no form, nothing from anywhere."""
FORM_KEY = "x-briefgen-key"
"""The header that what changes something must carry."""
_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), clipboard-write=(self)",
    "Cache-Control": "no-store",
}
_LOOKS_ONLY = ("GET", "HEAD")


def new_secret() -> str:
    """Make what nobody can guess."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets a request through to `app`, or answers it with 403 or 421."""

    app: ASGIApp
    token: str
    form_key: str
    port: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Judge a request; other events of the server are passed on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self.refuses(scope["method"], scope["path"], Headers(scope=scope))
        app = PlainTextResponse(f"{refused}\n", 403) if refused else self.app
        await app(scope, receive, _with_headers(send))

    def refuses(self, method: str, path: str, headers: Mapping[str, str]) -> str:
        """Say why a request is refused; nothing if it is not."""
        if headers.get("host", "") not in self.hosts:
            return "This page is only for this machine."
        if not secrets.compare_digest(path.lstrip("/").partition("/")[0].encode(), self.token.encode()):
            return "This page needs the whole address that briefgen preview printed."
        site, is_visit = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-dest") == "document"
        if method in _LOOKS_ONLY:
            return "" if site in {"same-origin", "none"} or is_visit else "Other sites may not ask."
        is_ours = headers.get("origin", "") in {f"http://{host}" for host in self.hosts}
        if not is_ours or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "Only the page itself may ask for this."
        if not secrets.compare_digest(headers.get(FORM_KEY, "").encode(), self.form_key.encode()):
            return "The page is out of date: load it again."
        return ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """What the page's address may begin with; any other name that leads here was rebound."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
