"""S/MIME: sign a message with the house's certificate, and encrypt it for its recipients (RFC 8551).

What the headers say, the subject among it, stays readable on the way: S/MIME covers the content alone.
"""

from base64 import encodebytes
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from hashlib import sha256

from briefgen.errors import ConfigurationError
from briefgen.extras import needs
from briefgen.mail.letter import Letter
from briefgen.mail.wire import wired
from briefgen.notices import Notice
from briefgen.values import dataclass

_SIGNATURE = 10_000
"""Bytes of a signature with its certificate, in base64."""
_ENVELOPE = 4000
"""Bytes that encryption adds besides base64, whose lines stand for three quarters of their length."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Certificates and the key as the bytes of PEM files."""

    certificate: bytes = b""
    """Empty to send unsigned."""
    key: bytes = b""
    recipients: Mapping[str, bytes] | None = None
    """Address → certificate; None to send unencrypted."""


class Sealer:
    """Seals messages; made once, since reading keys takes time."""

    def __init__(self, keys: Keys) -> None:
        with needs("smime", "MAI26"):
            from cryptography.hazmat.primitives import serialization
            from cryptography.x509 import load_pem_x509_certificate
        try:
            self._recipients = {
                address.casefold(): load_pem_x509_certificate(pem) for address, pem in (keys.recipients or {}).items()
            }
            self._certificate = load_pem_x509_certificate(keys.certificate) if keys.certificate else None
            self._key = serialization.load_pem_private_key(keys.key, None) if keys.certificate else None
        except (ValueError, TypeError) as error:
            message = f"a certificate or key of S/MIME cannot be read: {error}"
            raise ConfigurationError.of("MAI26", message) from error
        self.encrypts = keys.recipients is not None

    def lacking(self, letters: Iterable[Letter]) -> tuple[Notice, ...]:
        """Name the recipients that no message can be encrypted for."""
        addresses = dict.fromkeys(box.key for letter in letters for box in letter.envelope)
        missing = [address for address in addresses if self.encrypts and address not in self._recipients]
        hint = "put the certificate into the folder smime_recipients, as ADDRESS.pem"
        return tuple(
            Notice("error", "SND17", f"there is no certificate of {address}", hint=hint) for address in missing
        )

    def size(self, plain: int) -> int:
        """Tell how large a message becomes, or a little more."""
        signed = plain + _SIGNATURE if self._certificate else plain
        return signed * 15 // 11 + _ENVELOPE if self.encrypts else signed

    def seal(self, message: EmailMessage, letter: Letter) -> bytes:
        """Give the bytes of a message with its content signed, then encrypted."""
        head, entity = _parted(wired(message))
        mark = sha256(letter.message_id.encode()).hexdigest()[:32]
        if self._certificate:
            entity = self._signed(entity, f"=_signed_{mark}")
        if self.encrypts:
            entity = self._encrypted(entity, letter)
        return head + entity

    def _signed(self, entity: bytes, boundary: str) -> bytes:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.serialization import Encoding
        from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

        builder = PKCS7SignatureBuilder().set_data(entity)
        builder = builder.add_signer(self._certificate, self._key, SHA256())  # type: ignore[arg-type] # keys that sign
        options = [PKCS7Options.DetachedSignature, PKCS7Options.Binary]
        signature = _base64(builder.sign(Encoding.DER, options))
        head = (
            'Content-Type: multipart/signed; protocol="application/pkcs7-signature";\r\n'
            f' micalg=sha-256; boundary="{boundary}"\r\n\r\n--{boundary}\r\n'
        )
        part = (
            f"\r\n--{boundary}\r\n"
            'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\nContent-Transfer-Encoding: base64\r\n'
            'Content-Disposition: attachment; filename="smime.p7s"\r\n\r\n'
        )
        return head.encode() + entity + part.encode() + signature + f"\r\n--{boundary}--\r\n".encode()

    def _encrypted(self, entity: bytes, letter: Letter) -> bytes:
        from cryptography.hazmat.primitives.ciphers.algorithms import AES256
        from cryptography.hazmat.primitives.serialization import Encoding
        from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7EnvelopeBuilder, PKCS7Options

        builder = PKCS7EnvelopeBuilder().set_data(entity).set_content_encryption_algorithm(AES256)
        for box in letter.envelope:
            builder = builder.add_recipient(self._recipients[box.key])
        head = (
            'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\n'
            "Content-Transfer-Encoding: base64\r\n"
            'Content-Disposition: attachment; filename="smime.p7m"\r\n\r\n'
        )
        return head.encode() + _base64(builder.encrypt(Encoding.DER, [PKCS7Options.Binary]))


def _parted(message: bytes) -> tuple[bytes, bytes]:
    """Part the headers of the message from those of its content, which are sealed with it."""
    head, _, body = message.partition(b"\r\n\r\n")
    outer: list[bytes] = []
    inner: list[bytes] = []
    is_inner = False
    for line in head.split(b"\r\n"):
        if not line.startswith((b" ", b"\t")):
            is_inner = line.lower().startswith(b"content-")
        (inner if is_inner else outer).append(line)
    return b"".join(line + b"\r\n" for line in outer), b"\r\n".join(inner) + b"\r\n\r\n" + body


def _base64(data: bytes) -> bytes:
    return encodebytes(data).replace(b"\n", b"\r\n")
