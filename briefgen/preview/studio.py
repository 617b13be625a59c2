"""The studio: everything that the page shows, made in one thread and looked up by what was chosen."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import PurePath

from briefgen.article.card import card_of
from briefgen.errors import RecordError
from briefgen.jobs import jobs_for
from briefgen.preview.album import Album
from briefgen.preview.drafting import Draft
from briefgen.preview.mail_draft import mail_draft
from briefgen.preview.rendering import Rendering
from briefgen.preview.sentences import said_in
from briefgen.preview.session import Choice, Offer, read_choice
from briefgen.preview.showing import Column, Shown, column, shown
from briefgen.preview.workbench import Workbench
from briefgen.provenance import digest
from briefgen.standards import libreoffice
from briefgen.values import dataclass
from briefgen.writers import WRITERS

_MOST = 12
"""Word files whose layout is kept, and drafts that wait to be saved."""
_NO_OFFICE = "LibreOffice is not installed: it is what lays out the pages of a Word file here."


@dataclass(frozen=True, slots=True)
class File:
    """Something to take away."""

    name: str
    media_type: str
    data: bytes


@dataclass(slots=True)
class Studio:
    """Shows choices; all of it in one thread, for PDFium knows no others."""

    bench: Workbench
    audience: str
    """Whom a memo is for when the address does not say it."""
    album: Album = field(default_factory=Album)
    drafts: OrderedDict[str, Draft] = field(default_factory=OrderedDict)
    _word: OrderedDict[str, bytes | str] = field(default_factory=OrderedDict)
    """Word file, by its SHA-256 → its layout as PDF, or why there is none."""
    _shown: dict[tuple[str, str, str], bytes] = field(default_factory=dict)
    """Article, audience and language → the layout that was shown last."""

    def choose(self, asked: Mapping[str, str]) -> tuple[Choice, Offer]:
        """Read an address."""
        offer = self.bench.offer()
        audiences = [one.key for one in offer.audiences]
        first = self.audience if self.audience in audiences else audiences[0]
        return read_choice(asked, offer, Choice(offer.articles[0].key, first)), offer

    def show(self, asked: Mapping[str, str]) -> Shown:
        """Make what an address asks for."""
        choice, offer = self.choose(asked)
        audiences = tuple(dict.fromkeys(name for name in (choice.audience, choice.beside) if name))
        titles = {one.key: one.name for one in offer.audiences}
        return shown(choice, offer, tuple(self._column(choice, name, titles[name]) for name in audiences))

    def memo(self, asked: Mapping[str, str], kind: str) -> Rendering:
        """Make the memo that an address asks for, in a format; `BriefgenError` if that cannot be done now."""
        choice, _ = self.choose({**asked, "look": kind})
        found = self.bench.look(choice, choice.audience)
        if found.failed or found.memo is None:
            raise RecordError(*found.failed)
        return found.memo

    def file(self, asked: Mapping[str, str], kind: str) -> File:
        """Give a file as `briefgen make` writes it."""
        memo = self.memo(asked, kind)
        return File(self._names(memo, (kind,))[kind], WRITERS[kind].media_type, memo.pieces[kind].data)

    def mail(self, asked: Mapping[str, str], now: datetime) -> File:
        """Give the draft of a message with the memo as PDF."""
        memo = self.memo(asked, "pdf")
        names = self._names(memo, ("pdf",))
        name = PurePath(names["pdf"]).with_suffix(".eml").name
        return File(name, "message/rfc822", mail_draft(memo, names, now))

    def found(self, asked: Mapping[str, str], text: str) -> str:
        """Find the key of the sentence that somebody clicked on, by its words."""
        choice, _ = self.choose(asked)
        for audience in (choice.audience, choice.beside):
            memo = self.bench.look(choice, audience).memo if audience else None
            sentence = said_in(text, memo.sentences) if memo else None
            if sentence:
                return sentence.key
        return ""

    def word_to_lay_out(self, asked: Mapping[str, str]) -> tuple[bytes, ...]:
        """Give the Word files on the page that nobody has laid out yet."""
        choice, _ = self.choose(asked)
        looks = [self.bench.look(choice, name).memo for name in (choice.audience, choice.beside) if name]
        files = [memo.pieces["docx"].data for memo in looks if memo and "docx" in memo.pieces]
        return tuple(data for data in files if digest(data) not in self._word)

    def keep_layout(self, data: bytes, layout: bytes | str) -> None:
        """Remember how LibreOffice laid out a Word file, or why it could not."""
        self._word[digest(data)] = layout
        if len(self._word) > _MOST:
            self._word.popitem(last=False)

    def keep_draft(self, draft: Draft) -> None:
        """Remember a draft until it is saved."""
        self.drafts[draft.key] = draft
        if len(self.drafts) > _MOST:
            self.drafts.popitem(last=False)

    def _column(self, choice: Choice, audience: str, title: str) -> Column:
        found = self.bench.look(choice, audience)
        piece = found.memo.pieces.get("docx") if found.memo else None
        word = self._word.get(digest(piece.data)) if piece else None
        if word is None and choice.look == "docx" and not libreoffice.is_there():
            word = _NO_OFFICE
        place = (choice.article, audience, choice.language)
        if isinstance(word, bytes):
            self._shown[place] = word
        return column(audience, title, found, choice.look, self.album, word=word, before=self._shown.get(place, b""))

    def _names(self, memo: Rendering, kinds: tuple[str, ...]) -> Mapping[str, str]:
        """Name files as the project says; folders in the name are of no use to a browser."""
        pattern = memo.desk.project.filename
        (job,) = jobs_for([card_of(memo.record)], [memo.ready.audience], kinds, filename=pattern, formats_for={})
        return {kind: PurePath(name).name for kind, name in job.names.items()}


def layout_of(data: bytes) -> bytes | str:
    """Lay out a Word file with LibreOffice, which takes seconds and needs no thread of ours."""
    try:
        return libreoffice.laid_out(data)
    except OSError as error:
        return str(error)
