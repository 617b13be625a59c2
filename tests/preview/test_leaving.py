"""What is taken away from the page: the message, and what others say of the file."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from briefgen.mail_settings import MailSettings
from briefgen.preview.judging import explanation, verdicts
from briefgen.preview.mail_draft import mail_draft
from briefgen.preview.rendering import Rendering

NOW = datetime(2025, 3, 12, 9, tzinfo=UTC)


def _draft(memo: Rendering) -> EmailMessage:
    return message_from_bytes(mail_draft(memo, {"pdf": "memo.pdf"}, NOW), policy=default)


def test_a_mail_draft_has_the_words_of_the_message_and_the_memo_enclosed(memo: Rendering) -> None:
    message = _draft(memo)

    (enclosed,) = message.iter_attachments()
    title = memo.record.article.title
    assert message["Subject"] == f"[OFFICIAL-SENSITIVE] {title} – for decision by 14 March 2025"
    assert (enclosed.get_filename(), enclosed.get_content()) == ("memo.pdf", memo.pieces["pdf"].data)
    assert message.get_body(("html",)) is not None
    assert {message[name] for name in ("From", "To", "Cc", "Message-ID", "List-Id")} == {None}


def test_a_mail_draft_is_from_the_sender_of_the_project(memo: Rendering) -> None:
    project = replace(memo.desk.project, mail=MailSettings(sender="Desk <desk@example.org>"))
    message = _draft(replace(memo, desk=replace(memo.desk, project=project)))

    assert (message["From"], message["To"]) == ("Desk <desk@example.org>", None)


def test_a_check_is_explained_and_what_is_none_is_not() -> None:
    assert explanation("num03").startswith("NUM03 (error)\n")
    assert explanation("REC06") == ""


@pytest.mark.slow
def test_a_file_is_judged_by_the_checkers_that_are_there(memo: Rendering) -> None:
    told = verdicts("pdf", memo.pieces["pdf"].data)

    assert [one.checker for one in told] == ["veraPDF", "outloud"]
    assert [one.findings for one in told] == [(), ()]
