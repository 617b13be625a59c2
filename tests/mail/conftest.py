"""An authority for certificates, and a post office of our own for every test."""

import ssl
from pathlib import Path
from typing import Any

import pytest
from support.letters import Post, Posting
from support.mail_servers import House, house

from briefgen.mail_settings import MailSettings


@pytest.fixture(scope="session")
def own_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return house(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="session")
def tls(own_house: House) -> ssl.SSLContext:
    return own_house.server_context()


@pytest.fixture
def post(tmp_path: Path, own_house: House) -> Posting:
    """Make a post for the server at a port: implicit TLS, nothing tried twice, short patience."""

    def made(port: int, *, credentials: Any = None, pace: dict[str, Any] | None = None, **settings: Any) -> Post:
        values: dict[str, Any] = {
            "host": "localhost",
            "port": port,
            "security": "SSL/TLS",
            "ca_file": str(own_house.ca_file),
            "timeout": 0.4,
            "final_timeout": 0.4,
        }
        return Post(tmp_path / "outbox", MailSettings(**(values | settings)), credentials, pace=pace or {})

    return made
