"""The message that would carry a memo, as a draft that mail programs open ready to be addressed.

It is for nobody yet: who may get a memo is decided by `briefgen send`, where markings, embargoes and lists are guarded.
"""

from collections.abc import Mapping
from datetime import datetime

from briefgen.desk.message_words import MessageWords
from briefgen.mail.addresses import Mailbox, read_mailbox
from briefgen.mail.compose import enclosure
from briefgen.mail.letter import Enclosure, Letter
from briefgen.mail.wire import message, wired
from briefgen.notices import Place
from briefgen.preview.rendering import Rendering
from briefgen.writers import WRITERS

_NOBODY = Mailbox("nobody@example.invalid")
_FOR_SOMEBODY = ("To", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted", "X-Auto-Response-Suppress")
"""Headers that make sense only once it is known who gets the message."""


def mail_draft(memo: Rendering, names: Mapping[str, str], now: datetime) -> bytes:
    """Write the draft, with the memo's files enclosed under their `names` by format."""
    contents: dict[str, bytes] = {}
    enclosed = []
    for kind, name in names.items():
        data = memo.pieces[kind].data
        enclosed.append(enclosure(name, WRITERS[kind].media_type, data))
        contents[enclosed[-1].sha256] = data
    written = memo.desk.project.mail.sender
    own = read_mailbox(written, Place(memo.desk.project.file)) if written else _NOBODY
    letter = _letter(memo, own, tuple(enclosed))
    composed = message(letter, contents.__getitem__, date=now, is_draft=True)
    for header in (*_FOR_SOMEBODY, *(() if written else ("From",))):
        del composed[header]
    return wired(composed)


def _letter(memo: Rendering, own: Mailbox, enclosed: tuple[Enclosure, ...]) -> Letter:
    about, article = memo.filled.memo.meta, memo.record.article
    words = MessageWords(memo.ready, memo.desk.shelf, about, tuple(one.name for one in enclosed), is_correction=False)
    body = words.write(None)
    return Letter(
        record=article.id,
        edition=f"{article.id}@{article.version or article.as_of}",
        audience=memo.ready.audience,
        content="",
        marking=about.banner.text if about.banner else "",
        message_id="",
        sender=own,
        reply_to=memo.desk.project.mail.reply_to,
        to=(),
        cc=(),
        envelope=(),
        subject=body.subject,
        text=body.text,
        html=body.html,
        language=about.language,
        enclosures=enclosed,
        references=(),
    )
