"""What goes over the wire: the headers, the parts, and nothing that a value could smuggle in."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.letters import PDF, contents, letter

from briefgen.errors import MailError
from briefgen.mail.addresses import Mailbox
from briefgen.mail.compose import enclosure
from briefgen.mail.letter import Letter, message_id
from briefgen.mail.wire import message, size, wired

NOW = datetime(2025, 5, 6, 9, tzinfo=UTC)
WRITTEN = letter("jo@example.org")


def on_the_wire(written: Letter) -> bytes:
    return wired(message(written, contents, date=NOW))


def arrived(written: Letter) -> EmailMessage:
    return message_from_bytes(on_the_wire(written), policy=default)


def test_the_same_letter_is_the_same_bytes() -> None:
    assert on_the_wire(WRITTEN) == on_the_wire(WRITTEN)


def test_every_line_ends_as_mail_wants_and_is_ascii() -> None:
    data = on_the_wire(replace(WRITTEN, text="one\ntwo\r\nthree\rfour – Öst\n" * 30, subject="Überfahrt"))

    assert (data.replace(b"\r\n", b"").count(b"\n"), data.replace(b"\r\n", b"").count(b"\r")) == (0, 0)
    assert data.isascii()
    assert max(len(line) for line in data.split(b"\r\n")) <= 998


NAMES = {
    "Latin": "Überfahrt – Fähre.pdf",
    "Cyrillic": "Записка для міністра про переговори щодо поромного сполучення.pdf",
    "Arabic": "مذكرة.pdf",
    "Chinese": "备忘录.pdf",
    "quotes": 'a "b" c.pdf',
    "a semicolon": "a; b=c.pdf",
    "a percent sign": "100 %20.pdf",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_file_keeps_its_name(name: str) -> None:
    written = replace(WRITTEN, enclosures=(enclosure(name, "application/pdf", PDF),))

    assert [part.get_filename() for part in arrived(written).iter_attachments()] == [name]


def test_a_thread_is_kept() -> None:
    found = arrived(replace(WRITTEN, references=("<a@example.org>", "<b@example.org>")))

    assert (found["In-Reply-To"], found["References"]) == ("<b@example.org>", "<a@example.org> <b@example.org>")


def test_the_message_id_depends_on_all_that_makes_a_message_another() -> None:
    box = (Mailbox("jo@example.org"),)
    ids = {
        message_id(*values, domain="example.org")
        for values in [
            ("r@1", "minister", box, "c1"),
            ("r@2", "minister", box, "c1"),
            ("r@1", "public", box, "c1"),
            ("r@1", "minister", (Mailbox("lee@example.org"),), "c1"),
            ("r@1", "minister", box, "c2"),
        ]
    }

    assert len(ids) == 5
    assert message_id("r@1", "minister", (Mailbox("JO@example.org"),), "c1", "example.org") in ids


@pytest.mark.parametrize("kind", ["to", "cc"])
def test_a_group_is_stated(kind: str) -> None:
    group: Any = {kind: (Mailbox("a@example.org", "A, B"), Mailbox("b@example.org"))}
    found = arrived(replace(WRITTEN, **group))

    assert [box.addr_spec for box in found[kind].addresses] == ["a@example.org", "b@example.org"]


def test_hidden_recipients_stand_nowhere() -> None:
    written = letter("jo@example.org", envelope=(Mailbox("jo@example.org"), Mailbox("hidden@example.org")))

    assert b"hidden" not in on_the_wire(written)


BREAKING = [
    "\r\nBcc: evil@example.org",
    "\nBcc: evil@example.org",
    "\rX: 1",
    "\r\n\r\nBody",
    "\x00",
    "\u2028X: 1",
    "\x85",
]
FIELDS = {
    "the subject": lambda text: replace(WRITTEN, subject=f"a{text}"),
    "the sender's name": lambda text: replace(WRITTEN, sender=Mailbox("desk@example.org", f"a{text}")),
    "the sender's address": lambda text: replace(WRITTEN, sender=Mailbox(f"desk{text}@example.org")),
    "a recipient's name": lambda text: replace(WRITTEN, to=(Mailbox("jo@example.org", f"a{text}"),)),
    "a recipient's address": lambda text: replace(WRITTEN, to=(Mailbox(f"jo{text}@example.org"),)),
    "a copy's name": lambda text: replace(WRITTEN, cc=(Mailbox("jo@example.org", f"a{text}"),)),
    "the answer's address": lambda text: replace(WRITTEN, reply_to=f"desk@example.org{text}"),
    "the audience": lambda text: replace(WRITTEN, audience=f"minister{text}"),
    "the language": lambda text: replace(WRITTEN, language=f"en{text}"),
    "a reference": lambda text: replace(WRITTEN, references=(f"<a@example.org>{text}",)),
    "the Message-ID": lambda text: replace(WRITTEN, message_id=f"<a@example.org>{text}"),
    "a file's name": lambda text: replace(WRITTEN, enclosures=(replace(WRITTEN.enclosures[0], name=f"a{text}.pdf"),)),
}
NAMED = {
    "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "List-Id",
    "List-Unsubscribe", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type",
}  # fmt: skip


@pytest.mark.parametrize("text", BREAKING, ids=ascii)
@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_nothing_can_be_smuggled_into_the_headers_through(field: object, text: str) -> None:
    written: Letter = field(text)  # type: ignore[operator] # one of the functions above
    try:
        found = arrived(written)
    except (ValueError, IndexError):
        return

    assert set(found) <= NAMED
    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip


def test_a_file_whose_name_ends_a_header_is_refused() -> None:
    with pytest.raises(MailError, match="error SND16"):
        enclosure("a\r\nX: 1.pdf", "application/pdf", PDF)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300))
def test_whatever_the_words_are_they_arrive(text: str) -> None:
    found = arrived(replace(WRITTEN, subject=f"a {text}".strip(), text=f"{text}\n"))

    body = found.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == f"{text}\n"
    assert "".join(str(found["Subject"]).split()) == "".join(f"a{text}".split())


@pytest.mark.parametrize("name", ["memo.pdf", NAMES["Cyrillic"] * 3])
@pytest.mark.parametrize("length", [0, 1, 57, 58, 1000, 100_000])
def test_the_size_is_known_without_composing_what_is_enclosed(length: int, name: str) -> None:
    written = replace(WRITTEN, enclosures=(enclosure(name, "application/pdf", b"x" * length),))
    composed = len(wired(message(written, lambda _: b"x" * length, date=NOW)))

    assert composed <= size(written) <= composed + 1200 + 5 * len(name.encode())


def test_a_letter_comes_back_from_json_as_it_was() -> None:
    assert Letter.from_json(WRITTEN.as_json()) == WRITTEN
