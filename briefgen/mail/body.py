"""The words of a message, from one template: the subject, a part in text and a part in accessible HTML.

The template is Markdown, filled and read like a memo's, so that both parts say the same and a value is never markup.
Its heading becomes the subject; the marking is put into the subject, above and below the words here, where no
template can forget it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefgen.audience.view import Entry
from briefgen.markdown import parse
from briefgen.memo import Memo, Meta, plain
from briefgen.memo_words import words
from briefgen.shelf import Shelf
from briefgen.templates import fill
from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.html.blocks import Writing, blocks
from briefgen.writers.html.inlines import escaped
from briefgen.writers.text import write

_SHARED = "_mail/message.md.j2"
Filters = Mapping[str, Callable[..., object]]


@dataclass(frozen=True, slots=True)
class Body:
    """What a message says."""

    subject: str
    text: str
    html: str
    words: int
    """In the body, without its heading and the marking."""


def template(chain: Sequence[str], shelf: Shelf) -> str:
    """Choose the template: that of the audience or one it extends, the project's for that audience, or that for all.

    `chain` names the audience and those it extends, nearest first.
    """
    own = (name for audience in chain for name in (f"{audience}/mail.md.j2", f"_mail/{audience}.md.j2"))
    return next((name for name in own if name in shelf.files), _SHARED)


def is_personal(name: str, shelf: Shelf) -> bool:
    """Tell whether a template, or one that it may build upon, may print something of the recipient's own."""
    texts = (sheet.text for other, sheet in shelf.files.items() if other == name or other.startswith("_mail/"))
    return any("recipient" in text for text in texts)


def body(name: str, shelf: Shelf, meta: Meta, *, record: Entry, filters: Filters, given: Mapping[str, object]) -> Body:
    """Fill and read the template `name`: it has the record as the audience sees it, and what else is `given`."""
    text = fill(name, shelf, record=record, filters=filters, given=given)
    about = replace(meta, stamp="", reference="", status="")
    memo = parse(text, file=f"{name}, filled", meta=about)
    title, marking = plain(memo.header.title), meta.banner.text if meta.banner else ""
    counted = sum(len(piece.split()) for piece in words(memo)) - len(title.split())
    return Body(
        subject=f"[{marking}] {title}" if marking else title,
        text=write(memo, Theme()).decode(),
        html=_page(memo),
        words=counted,
    )


def recipient(name: str, address: str, fields: Mapping[str, str]) -> Entry:
    """Give a template what it may say of the recipient: `recipient.name`, and the columns of the list."""
    return Entry({**fields, "name": name, "address": address}, frozenset(), name or address)


def _page(memo: Memo) -> str:
    """Write a page that needs no style sheet: mail programs drop most of what one says."""
    meta = memo.meta
    direction = ' dir="rtl"' if is_right_to_left(meta.language) else ""
    marking = f'<p style="{_MARKING}"><strong>{escaped(meta.banner.text)}</strong></p>\n' if meta.banner else ""
    title = escaped(plain(memo.header.title))
    content = blocks(memo.blocks, Writing(Theme(), meta.labels))
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(meta.language)}"{direction}>\n'
        f'<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body style="{_LETTERS}">\n'
        f'{marking}<main>\n<h1 style="{_TITLE}">{title}</h1>\n{content}</main>\n{marking}</body>\n</html>\n'
    )


_LETTERS = "font-family: 'Noto Sans', 'Segoe UI', Arial, sans-serif; font-size: 16px; line-height: 1.5; max-width: 42em"
_TITLE = "font-size: 20px; line-height: 1.3"
_MARKING = "text-align: center"
