"""One rendering: a record for an audience, its files as `make` writes them, and all that the page tells beside them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from briefgen import pipeline
from briefgen.article.card import card_of
from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.audience.sections import headings
from briefgen.checks.check import Silence, check
from briefgen.checks.material import Filled, Material
from briefgen.desk import making
from briefgen.desk.filled import filled
from briefgen.desk.ingredients import Pantry
from briefgen.desk.making import Order, Piece, Settings
from briefgen.errors import BriefgenError
from briefgen.notices import Notice
from briefgen.pdf_file import count_pages
from briefgen.pipeline import Prepared
from briefgen.preview.budgets import Bar, bars_of
from briefgen.preview.findings import Finding, findings_of
from briefgen.preview.grounds import Origin, origin_of
from briefgen.preview.sentences import Sentence, sentences_of
from briefgen.preview.struck import Section, record_for
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import Theme
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk at one moment."""

    project: Project
    shelf: Shelf
    theme: Theme
    notices: tuple[Notice, ...] = ()
    """What of the house style could not be followed."""
    epoch: str = ""


@dataclass(frozen=True)
class Rendering:
    """A memo that was made."""

    record: Record
    desk: Desk
    ready: Prepared
    filled: Filled
    pieces: Mapping[str, Piece]
    """By format; those that failed say why."""
    texts: Mapping[str, Stored]
    written: Mapping[str, str]
    """The files that findings may point into, by their names as printed."""
    notices: tuple[Notice, ...]
    is_refused: bool
    """Whether `make` writes no such memo, because of an error; what is shown is stamped then."""
    fingerprint: str

    @property
    def material(self) -> Material:
        """All that the checks look at."""
        return Material(self.record, self.texts, self.ready.schemes, (self.filled,))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """What the memo says."""
        return sentences_of(self.filled.memo)

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """Where each sentence comes from, by its key."""
        material = self.material
        return {one.key: origin_of(one.text, material) for one in self.sentences}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, the gravest first."""
        return findings_of(self.notices, self.material, self.origins, self.written)

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """How much of its room the memo takes."""
        named = headings(self.ready.pack, self.ready.words, kind=self.record.article.kind)
        return bars_of(self.filled, named)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The record, with what this audience does not see struck."""
        return record_for(self.record.article, self.ready.pack.sight, self.ready.seen)

    @cached_property
    def markdown(self) -> str:
        """What the template was filled to; empty for a Word template."""
        return "" if self.ready.is_word else pipeline.markdown_of(self.ready, self.desk.shelf)


def rendered(
    record: Record,
    audience: str,
    desk: Desk,
    look: str,
    *,
    texts: Mapping[str, Stored],
    written: Mapping[str, str],
) -> Rendering:
    """Make a memo in the format that is looked at, and ask all checks; `BriefgenError` where there can be no memo.

    A PDF is made besides, for its pages are counted; of a Word template LibreOffice would make it, which takes seconds.
    `texts` are the stored ones of its sources, `written` the files that findings may point into, by name.
    """
    notices = [*desk.notices]
    ready = pipeline.prepared(record, audience, desk.shelf)
    brand = desk.project.brand
    memo = pipeline.memo_of(
        ready,
        record,
        desk.shelf,
        organisation=brand.organisation,
        numbering=brand.numbering,
        epoch=desk.epoch,
        tell=notices.append,
    )
    told, own = filled(ready, memo), written.get(record.file, "")
    silence = Silence(reasons=desk.project.ignore)
    notices += check(record, texts, memos=(told,), written=own, silence=silence, schemes=ready.schemes)
    is_refused = any(one.level == "error" for one in notices)
    formats = (look,) if ready.is_word else tuple(dict.fromkeys(("pdf", look)))
    pieces, fingerprint = _pieces(record, audience, desk, formats, draft=is_refused)
    notices += (notice for piece in pieces.values() for notice in piece.notices)
    counted = {kind: count_pages(piece.data) for kind, piece in pieces.items() if kind == "pdf" and piece.data}
    told = replace(told, pages=counted)
    return Rendering(record, desk, ready, told, pieces, texts, written, tuple(notices), is_refused, fingerprint)


def _pieces(
    record: Record, audience: str, desk: Desk, formats: tuple[str, ...], *, draft: bool
) -> tuple[Mapping[str, Piece], str]:
    """Write the files, byte for byte as `make` does, with `--draft` where that is needed."""
    pantry = Pantry(desk.project, desk.shelf, desk.theme, desk.epoch, draft=draft)
    fingerprint = pantry.of(card_of(record), audience).fingerprint
    settings = Settings(desk.shelf, desk.project, desk.theme, desk.epoch, draft=draft)
    finished = making.make(Order(record, audience, formats, fingerprint), settings)
    if finished.failed:
        raise finished.failed
    return {piece.format: piece for piece in finished.pieces}, fingerprint


def failure(rendering: Rendering, kind: str) -> BriefgenError | None:
    """Say why there is no file of a format."""
    piece = rendering.pieces.get(kind)
    return piece.failed if piece else None
