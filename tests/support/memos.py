"""Arbitrary memos for property tests: every block and inline, nested, in any order, with characters that break things.

All characters are of scripts that the base installation prints: Latin, Greek and Cyrillic.
"""

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefgen.memo import (
    Align,
    Banner,
    Block,
    Blocks,
    BulletList,
    Callout,
    CalloutKind,
    Cite,
    Decision,
    DecisionItem,
    Emphasis,
    Field,
    Figure,
    FigureKind,
    Header,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Memo,
    Meta,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceEntry,
    SourceList,
    Span,
    Strong,
    Table,
    Text,
)

MOST_SOURCES = 4

_TRICKY = ("&", "<b>", "*x*", "_y_", "`", "\\", "|", "#", "-", "1.", "[z](javascript:1)", "{{ 7*7 }}", "(", ")", '"')
_PLAIN = ("the", "council", "of", "ministers", "quota", "3.10", "2025-03-07", "30", "%", "§", "№ 5", "«так»", "Ελλάδα")
_LONG = ("Donaudampfschifffahrtsgesellschaft", "рибальство", "διαπραγμάτευση", "a" * 120, "x/y/z-w")
_COPTIC = "".join(chr(code) for code in range(0x3E2, 0x3F0))
_CHARACTERS = st.characters(
    codec="utf-8",
    categories=("L", "N", "P", "S"),
    exclude_characters=_COPTIC,
    max_codepoint=0x45F,
)
_WORD = st.one_of(
    st.sampled_from(_PLAIN), st.sampled_from(_TRICKY + _LONG), st.text(_CHARACTERS, min_size=1, max_size=9)
)
_ALIGN: st.SearchStrategy[Align] = st.sampled_from(("left", "right", "center"))
_KINDS: st.SearchStrategy[CalloutKind] = st.sampled_from(("bluf", "note", "warning", "judgement", "line"))
_FIGURES: st.SearchStrategy[FigureKind] = st.sampled_from(("timeline", "matrix", "scale"))
_VALUES = st.sampled_from(
    ("2025-03-07", "2025-03-15~", "../2025-06-01", "2025", "55/75", "for", "against", "past", "?")
)
_LANGUAGES = st.sampled_from(("fr", "uk", "el", "pt-BR"))
_LINKS = st.sampled_from(("https://example.org/a_b?c=1&d=(2)", "mailto:desk@example.org", "http://example.org/ü"))


def sentences(most: int = 30) -> st.SearchStrategy[str]:
    """Words with single spaces between them; at least one word."""
    return st.lists(_WORD, min_size=1, max_size=most).map(" ".join)


def texts(most: int = 30) -> st.SearchStrategy[Inlines]:
    """Inlines without markup."""
    return sentences(most).map(lambda words: (Text(words),))


def inlines(most: int = 4) -> st.SearchStrategy[Inlines]:
    """Inlines of every kind, nested, parted by spaces; never empty."""
    return st.lists(_INLINE, min_size=1, max_size=most).map(_parted)


def tables(most_rows: int = 6) -> st.SearchStrategy[Table]:
    """Tables of one to four columns, without rows at times."""
    return st.integers(1, 4).flatmap(lambda columns: _tables(columns, most_rows))


def blocks(depth: int = 2, most: int = 4) -> st.SearchStrategy[Blocks]:
    """Blocks as they stand inside others; without headings, page breaks and source lists."""
    return st.lists(_nested(depth), min_size=1, max_size=most).map(tuple)


def memos(most_blocks: int = 12) -> st.SearchStrategy[Memo]:
    """Whole memos; each citation leads to an entry of the source list at the end."""
    return st.builds(_memo, _metas(), _headers(), st.lists(_top(), min_size=2, max_size=most_blocks), _sources())


def gathered(strategy: st.SearchStrategy[Memo], count: int) -> tuple[Memo, ...]:
    """Give `count` examples, the same at every run, for checkers that are started once for many files."""
    found: list[Memo] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def gather(memo: Memo) -> None:
        found.append(memo)

    gather()
    return tuple(found[:count])


# --- inlines -------------------------------------------------------------------------------------


def _parted(content: list[Inline]) -> Inlines:
    """Put a space between neighbours, and words where a line break would stand alone or at an end."""
    parted: list[Inline] = []
    for inline in content:
        parted += [Text(" "), inline] if parted and not isinstance(inline, LineBreak) else [inline]
    ends = [Text("so")] if isinstance(content[0], LineBreak) else []
    return (*ends, *parted, *([Text("on")] if isinstance(content[-1], LineBreak) else []))


_CITES = st.integers(1, MOST_SOURCES).map(lambda number: Cite(f"s{number}", number))
_LEAF: st.SearchStrategy[Inline] = st.one_of(sentences(12).map(Text), sentences(3).map(Text), _CITES)


def _marked(content: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    inside = st.lists(content, min_size=1, max_size=3).map(_parted)
    return st.one_of(
        st.builds(Strong, inside),
        st.builds(Emphasis, inside),
        st.builds(Span, inside, st.none() | _LANGUAGES, st.none() | _VALUES),
    )


def _linked() -> st.SearchStrategy[Inline]:
    """Links hold no links and no citations."""
    words: st.SearchStrategy[Inline] = sentences(8).map(Text)
    stressed: st.SearchStrategy[Inline] = words.map(lambda text: Emphasis((text,)))
    inside = st.lists(st.one_of(words, stressed), min_size=1, max_size=2)
    return st.builds(Link, _LINKS, inside.map(_parted))


_INLINE: st.SearchStrategy[Inline] = st.one_of(
    _LEAF, _LEAF, _linked(), _marked(_LEAF), _marked(_marked(_LEAF) | _linked()), st.just(LineBreak())
)


# --- blocks --------------------------------------------------------------------------------------


@st.composite
def _tables(draw: st.DrawFn, columns: int, most_rows: int) -> Table:
    cell = st.one_of(texts(4), texts(4), inlines(2), _valued(), st.just(()))
    row = st.tuples(*[cell] * columns)
    header = draw(st.tuples(*[texts(2)] * columns))
    rows = tuple(draw(st.lists(row, max_size=most_rows)))
    align = draw(st.tuples(*[_ALIGN] * columns))
    return Table(header, rows, align, draw(st.booleans()), draw(st.one_of(st.just(()), texts(6))))


def _valued() -> st.SearchStrategy[Inlines]:
    """A cell as figures are drawn from."""
    return st.builds(lambda words, value: (Span((Text(words),), value=value),), sentences(3), _VALUES)


def _leaves() -> st.SearchStrategy[Block]:
    paragraph = st.builds(Paragraph, inlines())
    return st.one_of(paragraph, paragraph, tables())


def _containers(depth: int) -> st.SearchStrategy[Block]:
    inside = blocks(depth - 1, 3)
    items = st.lists(inside, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(BulletList, items),
        st.builds(OrderedList, items, st.sampled_from((1, 1, 3, 98))),
        st.builds(Quote, inside, st.one_of(st.just(()), inlines(2))),
        st.builds(Callout, _KINDS, st.one_of(st.just(()), texts(4)), inside),
    )


def _nested(depth: int) -> st.SearchStrategy[Block]:
    return st.one_of(_leaves(), _containers(depth)) if depth else _leaves()


def _top() -> st.SearchStrategy[Block]:
    recommendation = st.builds(DecisionItem, inlines(2), st.lists(texts(2), max_size=3).map(tuple))
    return st.one_of(
        st.builds(Heading, st.integers(2, 4), texts(6)),
        st.builds(Heading, st.integers(2, 4), texts(6), st.just("positions"), st.just("2.1")),
        st.builds(Paragraph, inlines(), st.none() | st.integers(1, 120)),
        _nested(2),
        _containers(2),
        st.builds(
            Decision,
            st.lists(recommendation, min_size=1, max_size=3).map(tuple),
            st.lists(texts(2), max_size=2).map(tuple),
        ),
        st.builds(Figure, _FIGURES, sentences(8), tables(4), st.one_of(st.just(()), texts(6))),
        st.builds(Rule, st.one_of(st.just(()), texts(4))),
        st.just(PageBreak()),
    )


# --- the memo ------------------------------------------------------------------------------------


def _metas() -> st.SearchStrategy[Meta]:
    return st.builds(
        Meta,
        title=sentences(6),
        language=st.sampled_from(("en-GB", "fr", "uk", "el")),
        created=st.sampled_from(("2025-03-12T00:00:00Z", "2024-02-29T23:59:59Z")),
        author=st.one_of(st.just(""), sentences(3)),
        subject=st.one_of(st.just(""), sentences(3)),
        keywords=st.lists(sentences(2), max_size=2).map(tuple),
        reference=st.one_of(st.just(""), sentences(2)),
        status=st.one_of(st.just(""), st.just("Version 2 · cleared")),
        stamp=st.sampled_from(("", "DRAFT")),
        banner=st.sampled_from((None, Banner("OFFICIAL-SENSITIVE"), Banner("TLP:AMBER", "#ffc000", "#000000"))),
    )


def _headers() -> st.SearchStrategy[Header]:
    field = st.builds(Field, texts(2), inlines(2))
    return st.builds(Header, inlines(2), st.one_of(st.just(()), texts(3)), st.lists(field, max_size=4).map(tuple))


def _sources() -> st.SearchStrategy[SourceList]:
    entry: Callable[[int, Inlines], SourceEntry] = lambda number, content: SourceEntry(f"s{number}", number, content)  # noqa: E731
    contents = st.lists(inlines(3), min_size=MOST_SOURCES, max_size=MOST_SOURCES)
    return contents.map(lambda found: SourceList(tuple(entry(n, content) for n, content in enumerate(found, 1))))


def _memo(meta: Meta, header: Header, content: list[Block], sources: SourceList) -> Memo:
    return Memo(meta, header, (*content, sources))
