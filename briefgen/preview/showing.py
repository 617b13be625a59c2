"""What the page shows of a choice, put together for its templates."""

from collections.abc import Iterator

from briefgen.notices import Notice
from briefgen.preview.album import Album, Sheet
from briefgen.preview.excerpts import Excerpt, excerpt
from briefgen.preview.findings import Finding
from briefgen.preview.grounds import Ground, source_title
from briefgen.preview.rendering import Rendering
from briefgen.preview.session import Choice, Look, Offer
from briefgen.preview.workbench import Seen
from briefgen.values import dataclass

LOOKS: dict[Look, str] = {"pdf": "PDF", "docx": "Word", "html": "HTML", "txt": "Text", "md": "Markdown"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no memo: a notice and the line it is about."""

    notice: Notice
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Column:
    """A memo on the page."""

    audience: str
    title: str
    memo: Rendering | None
    problems: tuple[Problem, ...]
    is_outdated: bool
    sheets: tuple[Sheet, ...] = ()
    is_waiting: bool = False
    """Whether LibreOffice has still to lay out its Word file."""
    cannot: str = ""
    """Why this look cannot be shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a source, which a chosen sentence rests on or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class SourceText:
    """A stored text with the passages of a choice marked in it."""

    id: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole page."""

    choice: Choice
    offer: Offer
    columns: tuple[Column, ...]
    chosen: tuple[str, ...]
    """Keys of the sentences that are pointed at."""
    grounds: tuple[Ground, ...]
    """The passages that are pointed at."""

    @property
    def memo(self) -> Rendering | None:
        """The memo that the panes tell about."""
        return self.columns[0].memo

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in all memos that are shown, the gravest first."""
        found = {one.key: one for column in self.columns if column.memo for one in column.memo.findings}
        order = ("error", "warning", "note")
        return tuple(sorted(found.values(), key=lambda one: order.index(one.notice.level)))

    @property
    def sources(self) -> tuple[SourceText, ...]:
        """The stored texts of the passages that are pointed at; all of them where nothing is."""
        memo = self.memo
        if memo is None:
            return ()
        wanted = dict.fromkeys(ground.source for ground in self.grounds if ground.start >= 0)
        names = [name for name in wanted or memo.texts if name in memo.texts]
        return tuple(_source(name, memo, self.grounds) for name in names)


def column(
    audience: str,
    title: str,
    seen: Seen,
    look: Look,
    album: Album,
    *,
    word: bytes | str | None,
    before: bytes = b"",
) -> Column:
    """Put a memo together; `word` is its Word file laid out, a text why that cannot be, or None while it is not.

    Until then the layout from `before` is shown.
    """
    problems = tuple(Problem(notice, excerpt(notice.place, seen.written)) for notice in seen.failed)
    made, sheets = seen.memo, tuple[Sheet, ...]()
    if made and look == "pdf" and made.pieces["pdf"].data:
        sheets = album.sheets(made.pieces["pdf"].data, made.sentences)
    layout = word if isinstance(word, bytes) else before
    if made and look == "docx" and layout and not isinstance(word, str):
        sheets = album.sheets(layout, made.sentences)
    is_waiting = made is not None and look == "docx" and word is None
    cannot = word if isinstance(word, str) else ""
    return Column(audience, title, made, problems, seen.is_outdated, sheets, is_waiting, cannot)


def shown(choice: Choice, offer: Offer, columns: tuple[Column, ...]) -> Shown:
    """Put the page together, with what its address points at."""
    memos = [one.memo for one in columns if one.memo]
    sentences: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    for memo in memos:
        finding = next((one for one in memo.findings if one.key == choice.finding), None)
        if finding:
            sentences, grounds = (*sentences, *finding.sentences), finding.grounds
        elif choice.at in memo.origins:
            sentences, grounds = (choice.at,), memo.origins[choice.at].grounds
    return Shown(choice, offer, columns, sentences, grounds)


def _source(name: str, memo: Rendering, grounds: tuple[Ground, ...]) -> SourceText:
    text = memo.texts[name].text
    spans = sorted((one.start, one.end) for one in grounds if one.source == name and one.start >= 0)
    return SourceText(name, source_title(name, memo.record.article), tuple(_pieces(text, spans)))


def _pieces(text: str, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    """Cut a text at the ends of its passages, which may overlap."""
    done = 0
    for start, end in spans:
        if start > done:
            yield Piece(text[done:start], marked=False)
        if end > done:
            yield Piece(text[max(start, done) : end], marked=True)
        done = max(done, end)
    yield Piece(text[done:], marked=False)
