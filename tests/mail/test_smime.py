"""Signed and encrypted messages are what other programs understand: OpenSSL verifies and decrypts them."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import trustme
from support.letters import PDF, contents, letter
from support.system_packages import program

from briefgen.errors import ConfigurationError
from briefgen.mail.letter import Letter
from briefgen.mail.smime import Keys, Sealer
from briefgen.mail.wire import message, wired

ONE = "jo@example.org"
WRITTEN = letter(ONE, text=".\nFirst – line\n\n" * 3, subject="Überfahrt")
COMPOSED = message(WRITTEN, contents, date=datetime(2025, 5, 6, tzinfo=UTC))
Openssl = Callable[..., bytes]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def openssl(tmp_path: Path, authority: trustme.CA) -> Openssl:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))

    def run(*arguments: str, given: bytes) -> bytes:
        command = [program("openssl"), "cms", *arguments]
        return subprocess.run(command, input=given, capture_output=True, check=True, cwd=tmp_path).stdout

    return run


def pem(certificate: trustme.LeafCert) -> tuple[bytes, bytes]:
    return certificate.cert_chain_pems[0].bytes(), certificate.private_key_pem.bytes()


def keys(authority: trustme.CA, *, encrypted: bool = False) -> tuple[Keys, bytes]:
    """Make keys that sign, and with `encrypted` those of the recipient and her private one."""
    own = pem(authority.issue_cert("desk@example.org", key_type=trustme.KeyType.RSA))
    hers = pem(authority.issue_cert(ONE, key_type=trustme.KeyType.RSA))
    return Keys(*own, recipients={ONE: hers[0]} if encrypted else None), b"".join(hers)


def sealed(keys: Keys, written: Letter = WRITTEN) -> bytes:
    return Sealer(keys).seal(COMPOSED, written)


def check(plain: bytes) -> None:
    """Compare the content that was sealed with the message as it would have gone out unsealed."""
    found, expected = (message_from_bytes(data, policy=default) for data in (plain, wired(COMPOSED)))
    assert [part.get_content_type() for part in found.walk()] == [part.get_content_type() for part in expected.walk()]
    assert [part.get_content() for part in found.iter_attachments()] == [PDF]
    body = found.get_body(("plain",))
    assert body is not None
    assert body.get_content().split() == WRITTEN.text.split()


def test_a_signature_is_verified(openssl: Openssl, authority: trustme.CA) -> None:
    data = sealed(keys(authority)[0])

    check(openssl("-verify", "-CAfile", "ca.pem", "-purpose", "any", given=data))


def test_a_changed_message_is_not_what_was_signed(openssl: Openssl, authority: trustme.CA) -> None:
    data = sealed(keys(authority)[0]).replace(b"line", b"lime", 1)

    with pytest.raises(subprocess.CalledProcessError):
        openssl("-verify", "-CAfile", "ca.pem", "-purpose", "any", given=data)


def test_an_encrypted_message_is_read_by_its_recipient(openssl: Openssl, authority: trustme.CA, tmp_path: Path) -> None:
    known, hers = keys(authority, encrypted=True)
    (tmp_path / "jo.pem").write_bytes(hers)
    data = sealed(known)
    opened = openssl("-decrypt", "-inkey", "jo.pem", "-recip", "jo.pem", given=data)

    check(openssl("-verify", "-CAfile", "ca.pem", "-purpose", "any", given=opened))
    assert b"First" not in data


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "signed"])
def test_the_size_is_known_before(authority: trustme.CA, *, encrypted: bool) -> None:
    known = keys(authority, encrypted=encrypted)[0]
    large = PDF * 500
    composed = message(WRITTEN, lambda _: large, date=datetime(2025, 5, 6, tzinfo=UTC))
    plain, done = len(wired(composed)), len(Sealer(known).seal(composed, WRITTEN))

    assert done <= Sealer(known).size(plain) <= done * 1.1 + 20_000


def test_the_headers_stay_where_servers_look_for_them(authority: trustme.CA) -> None:
    plain, found = (message_from_bytes(data, policy=default) for data in (wired(COMPOSED), sealed(keys(authority)[0])))
    names = [name for name in plain if not name.lower().startswith("content-")]

    assert {name: found[name] for name in names} == {name: plain[name] for name in names}
    assert found.get_content_type() == "multipart/signed"


def test_somebody_without_a_certificate_is_named_before_anything_is_sent(authority: trustme.CA) -> None:
    sealer = Sealer(keys(authority, encrypted=True)[0])

    assert [notice.message for notice in sealer.lacking([WRITTEN, letter("lee@example.org")])] == [
        "there is no certificate of lee@example.org"
    ]
    assert Sealer(keys(authority)[0]).lacking([WRITTEN]) == ()


def test_a_key_that_cannot_be_read_is_told() -> None:
    with pytest.raises(ConfigurationError, match="error MAI26 a certificate or key of S/MIME cannot be read"):
        Sealer(Keys(b"no certificate", b"no key"))
