"""A model is asked over HTTP, and whatever its service does ends in a reply or in one error."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from briefgen.draft.endpoint import MOST_BYTES, Endpoint, ask
from briefgen.errors import ConfigurationError, OutputError


@dataclass(slots=True)
class Service:
    """A local stand-in for a model's service; `answer` is what it gives next."""

    address: str
    status: int = 200
    answer: bytes = b""
    wait: float = 0.0
    seen: list[tuple[str, dict[str, str], dict[str, object]]] = field(default_factory=list)


@pytest.fixture
def service() -> Iterator[Service]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            made.seen.append((self.path, dict(self.headers), body))
            time.sleep(made.wait)
            self.send_response(made.status)
            self.end_headers()
            self.wfile.write(made.answer)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made = Service(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def content(text: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def test_the_question_is_put_with_its_key_and_the_reply_given(service: Service) -> None:
    service.answer = content("{}")

    reply = ask(Endpoint(service.address, "m-1", key="secret"), "Be brief.", "An article.")

    (path, headers, body) = service.seen[0]
    assert reply == "{}"
    assert (path, headers["Authorization"]) == ("/v1/chat/completions", "Bearer secret")
    assert body == {
        "model": "m-1",
        "temperature": 0,
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "An article."}],
    }


@pytest.mark.parametrize(
    ("status", "answer", "reason"),
    [
        (500, b"oops", "status 500"),
        (401, b"secret", "status 401"),
        (302, b"", "status 302"),
        (200, b"oops", "a reply that is not of the kind OpenAI's has"),
        (200, b'{"choices": []}', "a reply that is not of the kind OpenAI's has"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "a reply without text"),
        (200, b"[" * 100_000, "a reply that is not of the kind OpenAI's has"),
        (200, b" " * (MOST_BYTES + 1), f"a reply of more than {MOST_BYTES:,} bytes"),
    ],
    ids=["error", "refused", "elsewhere", "junk", "empty", "null", "deep", "flood"],
)
def test_a_useless_reply_is_told(service: Service, status: int, answer: bytes, reason: str) -> None:
    service.status, service.answer = status, answer

    with pytest.raises(OutputError) as raised:
        ask(Endpoint(service.address, "m", key="secret"), "a", "b")

    assert str(raised.value) == f"error DRF24 the model at {service.address} was of no help: {reason}"


def test_a_service_that_is_too_slow_is_left(service: Service) -> None:
    service.wait = 1.0

    with pytest.raises(OutputError, match=r"no reply within 0\.2 seconds"):
        ask(Endpoint(service.address, "m", timeout=0.2), "a", "b")


def test_a_service_that_is_not_there_is_told() -> None:
    with pytest.raises(OutputError, match="DRF24"):
        ask(Endpoint("http://127.0.0.1:9/v1", "m"), "a", "b")


@pytest.mark.parametrize("address", ["", "ftp://example.org", "localhost:11434/v1", "file:///etc/passwd"])
def test_what_is_no_address_is_wrong_configuration(address: str) -> None:
    with pytest.raises(ConfigurationError, match="DRF23"):
        ask(Endpoint(address, "m"), "a", "b")


def test_a_key_never_travels_unencrypted() -> None:
    with pytest.raises(ConfigurationError, match="unencrypted to example"):
        ask(Endpoint("http://example.org/v1", "m", key="secret"), "a", "b")
