"""Nothing that an audience may not see reaches its mail: neither headers nor words, in either form."""

from datetime import UTC, datetime

import pytest
from support.canaries import canaries, denied, seen_in
from support.samples import AUDIENCES, SHELF

from briefgen import pipeline
from briefgen.desk.message_words import MessageWords
from briefgen.mail.addresses import Mailbox
from briefgen.mail.compose import Desk, Parcel, content_of, letters
from briefgen.mail.dispatch import MARKING, Dispatch
from briefgen.mail.plan import Item
from briefgen.mail.recipients import Recipient
from briefgen.mail.wire import message

JO = Recipient(Mailbox("jo@example.org", "Jo"))
NOW = datetime(2025, 5, 6, tzinfo=UTC)


def everything_in_the_mail(audience: str) -> str:
    """Compose the message for one recipient and give its headers and the words of its parts."""
    record = canaries()[1]
    article = record.article
    ready = pipeline.prepared(record, audience, SHELF)
    memo = pipeline.memo_of(ready, record, SHELF)
    words = MessageWords(ready, SHELF, memo.meta, (f"2025-05-06-full-{audience}.pdf",), is_correction=False)
    dispatch = Dispatch(
        record=article.id,
        edition=f"{article.id}@{article.version or article.as_of}",
        audience=audience,
        status=article.status,
        marking=tuple(memo.meta.banner.text.split(MARKING)) if memo.meta.banner else (),
        recipients=(JO,),
    )
    desk = Desk(Mailbox("desk@example.org", "Desk"))
    parcel = Parcel(dispatch, desk, memo.meta.language, (), words.write, lambda _: (), lambda _: ())
    (letter,) = letters(parcel, [Item(JO, content_of(memo), "new")])
    composed = message(letter, lambda _: b"", date=NOW)
    headers = [f"{name}: {value}" for part in composed.walk() for name, value in part.items()]
    parts = [part.get_content() for part in composed.walk() if part.get_content_maintype() == "text"]
    return "\n".join((*headers, *parts))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_message_holds_what_its_audience_may_not_see(audience: str) -> None:
    found = seen_in(everything_in_the_mail(audience))

    assert denied(audience, found) == set()
    assert found, "the test must see the words that are allowed"
