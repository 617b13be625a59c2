"""The server: on this machine alone, on a port that is free, until somebody ends it."""

import socket
from collections.abc import Callable, Coroutine
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from briefgen.errors import ConfigurationError
from briefgen.files import reason

HOST = "127.0.0.1"


def listening(port: int) -> socket.socket:
    """Take a port of this machine, 0 for any that is free."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        hint = "leave --port out, and a free one is taken"
        raise ConfigurationError.of("PRV02", f"port {port} cannot be used: {reason(error)}", hint=hint) from error
    return listener


def serve(app: ASGIApp, listener: socket.socket, started: Callable[[], None], ending: "Ending") -> None:
    """Serve until Ctrl-C; `started` is called when the page can be opened, `ending` before connections are closed."""
    settings = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        ws="none",
        http="h11",
        loop="asyncio",
    )
    try:
        _Server(settings, started, ending).run(sockets=[listener])
    except KeyboardInterrupt:
        return


Ending = Callable[[], Coroutine[Any, Any, None]]


class _Server(uvicorn.Server):
    """Says when it has started, and lets those go that wait for changes before it stops."""

    def __init__(self, settings: uvicorn.Config, started: Callable[[], None], ending: Ending) -> None:
        super().__init__(settings)
        self._tell, self._ending = started, ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._tell()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._ending()
        await super().shutdown(sockets)
