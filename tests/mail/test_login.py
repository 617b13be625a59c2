"""The secret comes from where it is safe, and is shown nowhere."""

import json
import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest
from support.letters import Posting, letter
from support.mail_servers import PASSWORD, House, answers, office, scripted

from briefgen.errors import ConfigurationError, MailError
from briefgen.mail.connection import Credentials
from briefgen.mail.login import credentials, password
from briefgen.mail.oauth import token
from briefgen.mail_settings import MailSettings

ONE = "r0@example.org"
SETTINGS = MailSettings(host="smtp.example.org", username="desk")


def nobody_is_told(text: str) -> None:
    raise AssertionError(text)


# --- where it comes from -----------------------------------------------------------------------------


def test_without_a_username_nobody_logs_in(tmp_path: Path) -> None:
    assert credentials(MailSettings(), {}, tmp_path, tell=nobody_is_told, ask=None) is None


def test_the_environment_comes_first(tmp_path: Path) -> None:
    settings = MailSettings(username="desk", password_command=("false",))

    assert password(settings, {"BRIEFGEN_MAIL_PASSWORD": PASSWORD}, tmp_path) == PASSWORD


def test_a_command_prints_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{PASSWORD}\nnot this\n", encoding="utf-8")

    assert password(MailSettings(username="desk", password_command=("cat", "secret")), {}, tmp_path) == PASSWORD


COMMANDS = {
    "that fails": (("sh", "-c", "echo hunter2; exit 3"), "password_command: sh ended with status 3"),
    "that prints nothing": (("true",), "password_command: true printed nothing"),
    "that is not there": (("no-such-program",), "password_command: no-such-program: no such file or directory"),
}


@pytest.mark.parametrize("case", COMMANDS.values(), ids=COMMANDS)
def test_a_command(case: tuple[tuple[str, ...], str], tmp_path: Path) -> None:
    command, told = case

    with pytest.raises(ConfigurationError) as raised:
        password(MailSettings(username="desk", password_command=command), {}, tmp_path)

    assert str(raised.value) == f"error MAI24 {told}"


def test_the_keyring_is_asked_by_server_and_name(tmp_path: Path) -> None:
    import keyring
    from keyring.backend import KeyringBackend

    class Ring(KeyringBackend):
        priority: ClassVar[float] = -1
        """Never chosen by itself, here or in other tests."""

        def get_password(self, service: str, username: str) -> str | None:
            return PASSWORD if (service, username) == ("briefgen", "desk@smtp.example.org") else None

        def set_password(self, service: str, username: str, password: str) -> None:
            raise NotImplementedError

        def delete_password(self, service: str, username: str) -> None:
            raise NotImplementedError

    before = keyring.get_keyring()
    keyring.set_keyring(Ring())  # type: ignore[no-untyped-call] # keyring's metaclass
    try:
        found = password(SETTINGS, {}, tmp_path)
    finally:
        keyring.set_keyring(before)

    assert found == PASSWORD


def test_a_person_is_asked_where_one_is_there(tmp_path: Path) -> None:
    assert password(SETTINGS, {}, tmp_path, ask=lambda: PASSWORD) == PASSWORD


def test_where_there_is_none_it_says_how_to_give_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"keyring set briefgen desk@smtp\.example\.org"):
        password(SETTINGS, {}, tmp_path)


# --- what is done with it ----------------------------------------------------------------------------


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_a_password_lets_us_in(mechanism: str, post: Posting, tls: ssl.SSLContext) -> None:
    known = Credentials("desk", lambda: PASSWORD)
    other = {"PLAIN", "LOGIN"} - {mechanism}

    with office(tls, login=True, auth_exclude_mechanism=other) as server:
        found = post(server.port, security="STARTTLS", credentials=known).send(letter(ONE))

    assert (found[ONE][0], server.logins) == ("accepted", ["desk"])


def test_a_password_may_hold_any_letter(post: Posting, tls: ssl.SSLContext) -> None:
    said: list[str] = []

    def answered(phase: str, line: str) -> str:
        said.append(line)
        return answers()(phase, line)

    with scripted(answered, tls) as server:
        post(server.port, credentials=Credentials("desk", lambda: "pässwörd €")).send(letter(ONE))

    assert f"AUTH PLAIN {b64encode(chr(0).join(['', 'desk', 'pässwörd €']).encode()).decode()}" in said


def test_a_token_is_said_as_xoauth2(post: Posting, tls: ssl.SSLContext) -> None:
    said: list[str] = []

    def answered(phase: str, line: str) -> str:
        said.append(line)
        return answers()(phase, line)

    with scripted(answered, tls) as server:
        post(server.port, credentials=Credentials("desk", lambda: "t0ken", is_token=True)).send(letter(ONE))

    assert f"AUTH XOAUTH2 {b64encode(b'user=desk%cauth=Bearer t0ken%c%c' % (1, 1, 1)).decode()}" in said


def test_a_token_that_has_expired_is_refused_in_the_servers_words(post: Posting, tls: ssl.SSLContext) -> None:
    explained = b64encode(b'{"status":"401"}').decode()
    told = iter([f"334 {explained}", "535 5.7.3 expired"])

    def answered(phase: str, line: str) -> str:
        return next(told) if phase == "auth" else answers()(phase, line)

    with scripted(answered, tls) as server:
        sent = post(server.port, credentials=Credentials("desk", lambda: "t0ken", is_token=True))
        with pytest.raises(MailError, match=r"does not let desk in: 535 5\.7\.3 expired"):
            sent.send(letter(ONE))


def test_a_server_without_a_way_to_log_in_is_told(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(ehlo="250-localhost\r\n250 AUTH CRAM-MD5"), tls) as server:
        sent = post(server.port, credentials=Credentials("desk", lambda: PASSWORD))
        with pytest.raises(MailError, match="no way to log in that briefgen knows: CRAM-MD5"):
            sent.send(letter(ONE))


ECHOED = {
    "the password": PASSWORD,
    "the password in base64": b64encode(PASSWORD.encode()).decode(),
    "the whole command": f"AUTH PLAIN {b64encode(f'{chr(0)}desk{chr(0)}{PASSWORD}'.encode()).decode()}",
}


@pytest.mark.parametrize("echoed", ECHOED.values(), ids=ECHOED)
def test_an_answer_that_repeats_a_secret_is_blotted(echoed: str, post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(auth=f"535 5.7.8 wrong: {echoed}"), tls) as server:
        sent = post(server.port, credentials=Credentials("desk", lambda: PASSWORD))
        with pytest.raises(MailError, match="•••") as raised:
            sent.send(letter(ONE))

    assert echoed not in str(raised.value)


# --- tokens ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Provider:
    """A provider of tokens: OpenID discovery, the device flow, and the grant of service accounts."""

    port: int = 0
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)


@contextmanager
def provider(context: ssl.SSLContext | None) -> Iterator[Provider]:
    known = Provider(answer={"access_token": "t0ken", "token_type": "Bearer", "expires_in": 3600})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            at = f"https://localhost:{known.port}/desk"
            self._tell(
                {
                    "issuer": at,
                    "authorization_endpoint": f"{at}/authorize",
                    "token_endpoint": f"{at}/token",
                    "device_authorization_endpoint": f"{at}/devicecode",
                }
            )

        def do_POST(self) -> None:
            known.asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            device = {"device_code": "d", "user_code": "ABC", "verification_uri": "https://x", "message": "enter ABC"}
            self._tell(device | {"expires_in": 60, "interval": 1} if "devicecode" in self.path else known.answer)

        def _tell(self, answer: dict[str, Any]) -> None:
            self.send_response(400 if "error" in answer else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        known.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield known
        finally:
            server.shutdown()
            thread.join()


def microsoft(port: int) -> MailSettings:
    return MailSettings(
        username="desk@example.org",
        host="localhost",
        security="XOAUTH",
        oauth="microsoft",
        client_id="briefgen",
        tenant=f"https://localhost:{port}/desk",
    )


def test_microsoft_gives_a_token_after_a_person_has_agreed(
    own_house: House, tls: ssl.SSLContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(own_house.ca_file))
    told: list[str] = []
    with provider(tls) as known:
        found = token(microsoft(known.port), tmp_path, tell=told.append)

    assert (found, told) == ("t0ken", ["enter ABC"])
    assert "https://outlook.office.com/SMTP.Send" in known.asked[0]["scope"][0]


def test_microsoft_refuses_in_its_own_words(
    own_house: House, tls: ssl.SSLContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(own_house.ca_file))
    with provider(tls) as known:
        known.answer = {"error": "access_denied", "error_description": "the desk may not send"}
        with pytest.raises(MailError, match=r"no token for desk@example\.org: the desk may not send"):
            token(microsoft(known.port), tmp_path, tell=lambda _: None)


def test_google_gives_a_token_to_a_service_account(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with provider(None) as known:
        account = {
            "type": "service_account",
            "client_email": "briefgen@example.org",
            "private_key": key.decode(),
            "token_uri": f"http://localhost:{known.port}/token",
        }
        (tmp_path / "account.json").write_text(json.dumps(account), encoding="utf-8")
        settings = MailSettings(username="desk@example.org", oauth="google", credentials="account.json")
        found = token(settings, tmp_path, tell=nobody_is_told)

    assert (found, known.asked[0]["grant_type"]) == ("t0ken", ["urn:ietf:params:oauth:grant-type:jwt-bearer"])


WANTING: dict[str, tuple[dict[str, Any], str]] = {
    "without an application": ({"oauth": "microsoft"}, "nothing says which application asks for a token"),
    "without its file": ({"oauth": "google", "credentials": "gone.json"}, "gone.json: no token for desk"),
}


@pytest.mark.parametrize("case", WANTING.values(), ids=WANTING)
def test_a_token_is_not_found(case: tuple[dict[str, Any], str], tmp_path: Path) -> None:
    changed, told = case

    with pytest.raises((ConfigurationError, MailError), match=told):
        token(MailSettings(username="desk", **changed), tmp_path, tell=nobody_is_told)
