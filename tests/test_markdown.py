"""Markdown is read as the memo it says, and what a memo cannot hold is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.specimen import META, p, t

from briefgen.errors import TemplateError
from briefgen.markdown import parse
from briefgen.memo import (
    Block,
    BulletList,
    Callout,
    Cite,
    Decision,
    DecisionItem,
    Emphasis,
    Field,
    Figure,
    Header,
    Heading,
    Inlines,
    LineBreak,
    Link,
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

TABLE = "| a | b |\n|---|---|\n| c | d |"
A_TABLE = Table((t("a"), t("b")), ((t("c"), t("d")),), ("left", "left"))
LINK = "https://example.org/a"


def blocks(text: str, numbering: str = "none") -> tuple[Block, ...]:
    return parse(f"# T\n\n{text}", file="m.md", meta=META, numbering=numbering).blocks  # type: ignore[arg-type]


def refusals(text: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        parse(text, file="m.md", meta=META)
    return [str(notice) for notice in caught.value.notices]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("# A *b* c", Header((Text("A "), Emphasis(t("b")), Text(" c")))),
        ("# A\n\n{.kind}\nNote", Header(t("A"), t("Note"))),
        ("# A\n\n{.header}\n- **To** me", Header(t("A"), (), (Field(t("To"), t("me")),))),
        (
            "# A\n\n{.kind}\nNote\n\n{.header}\n- **To**\n- **From** *us*",
            Header(t("A"), t("Note"), (Field(t("To"), ()), Field(t("From"), (Emphasis(t("us")),)))),
        ),
    ],
    ids=["title", "kind", "header lines", "all"],
)
def test_a_memo_begins_with_its_header(text: str, header: Header) -> None:
    memo = parse(text, file="m.md", meta=META)

    assert (memo.header, memo.blocks, memo.meta) == (header, (), META)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("## H", Heading(2, t("H"))),
        ("#### H *x*", Heading(4, (Text("H "), Emphasis(t("x"))))),
        ("{section=outlook}\n### H", Heading(3, t("H"), "outlook")),
        ("H\n---", Heading(2, t("H"))),
        ("a\nb", Paragraph(t("a b"))),
        ("- a\n- b", BulletList((p("a"), p("b")))),
        ("* a\n\n  b", BulletList(((*p("a"), *p("b")),))),
        ("- a\n  1. b", BulletList(((*p("a"), OrderedList((p("b"),))),))),
        ("3. a\n4. b", OrderedList((p("a"), p("b")), 3)),
        (TABLE, A_TABLE),
        ("| a | b |\n|--:|:-:|", Table((t("a"), t("b")), (), ("right", "center"))),
        ("| a | b |\n|---|---|\n| c |", Table((t("a"), t("b")), ((t("c"), ()),), ("left", "left"))),
        (r"|a|" + "\n|---|\n" + r"|b \| c|", Table((t("a"),), ((t("b | c"),),), ("left",))),
        (
            f"{{.rowheads}}\n{TABLE}\n\n{{.caption}}\nWhat",
            Table(A_TABLE.header, A_TABLE.rows, A_TABLE.align, row_headers=True, caption=t("What")),
        ),
        ("> a\n>\n> b", Quote((*p("a"), *p("b")))),
        ("> a\n>\n> {.by}\n> *me*", Quote(p("a"), (Emphasis(t("me")),))),
        ("> > a", Quote((Quote(p("a")),))),
        ("{.callout .note}\n> a", Callout("note", (), p("a"))),
        ("{.callout .warning}\n> **T**\n>\n> a\n> - b", Callout("warning", t("T"), (*p("a"), BulletList((p("b"),))))),
        ("{.callout .line}\n> **T** a", Callout("line", (), (Paragraph((Strong(t("T")), Text(" a"))),))),
        (
            "{.decision}\n1. a\n   - yes\n   - no",
            Decision((DecisionItem(t("a"), (t("yes"), t("no"))),)),
        ),
        (
            "{.decision}\n1. a\n   - yes\n2. b\n   - no\n\n{.signature}\n- Me\n- Date",
            Decision((DecisionItem(t("a"), (t("yes"),)), DecisionItem(t("b"), (t("no"),))), (t("Me"), t("Date"))),
        ),
        (f"![Alt *x*](figure:timeline)\n\n{TABLE}", Figure("timeline", "Alt x", A_TABLE)),
        (f"![Alt](figure:matrix)\n\n{TABLE}\n\n{{.caption}}\nWhat", Figure("matrix", "Alt", A_TABLE, t("What"))),
        ("---", Rule()),
        ("{.tear}\nHere", Rule(t("Here"))),
        ("{.pagebreak}\n---", PageBreak()),
        (
            "{.sources}\n- [@b] One\n- [@a] *Two*",
            SourceList((SourceEntry("b", 1, t("One")), SourceEntry("a", 2, (Emphasis(t("Two")),)))),
        ),
    ],
)
def test_every_block_has_its_form(text: str, block: Block) -> None:
    assert blocks(text) == (block,)


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("**a *b***", (Strong((Text("a "), Emphasis(t("b")))),)),
        (f"[a]({LINK})", (Link(LINK, t("a")),)),
        (f"[a](<{LINK}_\\_(b>)", (Link(f"{LINK}__(b", t("a")),)),
        ("[**a**](mailto:a@b.org)", (Link("mailto:a@b.org", (Strong(t("a")),)),)),
        ("[a]{lang=uk}", (Span(t("a"), "uk"),)),
        ('[a]{value="2025-03"}', (Span(t("a"), None, "2025-03"),)),
        ('[a [b]{lang=fr}]{value="x"}', (Span((Text("a "), Span(t("b"), "fr")), None, "x"),)),
        ("a\\\nb", (Text("a"), LineBreak(), Text("b"))),
        ("a  \nb", (Text("a"), LineBreak(), Text("b"))),
        (r"\*a\* &amp; &#124; &copy;", (Text("*a* & | ©"),)),
        ("`a` ~~b~~ <b>c</b> https://d.org [e] [f][g] [^1]", t("`a` ~~b~~ <b>c</b> https://d.org [e] [f][g] [^1]")),
        ("[a](javascript:alert(1))", t("[a](javascript:alert(1))")),
    ],
)
def test_every_inline_has_its_form(text: str, inlines: Inlines) -> None:
    assert blocks(text) == (Paragraph(inlines),)


def test_sources_are_counted_in_the_order_of_their_list_wherever_it_stands() -> None:
    paragraph, sources = blocks("a [@y], [@x]\n\n{.sources}\n- [@x] X\n- [@y] Y")

    assert paragraph == Paragraph((Text("a "), Cite("y", 2), Text(", "), Cite("x", 1)))
    assert sources == SourceList((SourceEntry("x", 1, t("X")), SourceEntry("y", 2, t("Y"))))


def test_paragraphs_and_sections_are_counted_where_the_audience_wants_it() -> None:
    text = "## A\n\na\n\n### B\n\n{.unnumbered}\nb\n\n- c\n\n## C\n\nd"

    paragraphs, sections = blocks(text, "paragraphs"), blocks(text, "sections")

    assert [block.number for block in paragraphs if isinstance(block, Paragraph)] == [1, None, 2]
    assert [block.number for block in sections if isinstance(block, Heading)] == ["1", "1.1", "2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "m.md:1: error MD01 the memo does not begin with its title"),
        ("## H", "m.md:1: error MD01 the memo does not begin with its title"),
        ("#", "m.md:1: error MD01 the memo does not begin with its title"),
        (
            "# T\n\n{.header}\n- **To** me\n- you",
            "m.md:5: error MD02 a header line begins with its label, as in `- **To** the Minister`\n  | - you",
        ),
        ("# T\n\n{.decision}\n- a", "m.md:4: error MD03 `{.decision}` means nothing before this list\n  | - a"),
        ("# T\n\n{lang=fr}\na", "m.md:4: error MD03 `lang` means nothing before this paragraph\n  | a"),
        (
            "# T\n\na ![b](figure:scale)",
            (
                "m.md:3: error MD04 a figure stands in a paragraph of its own, right before its table\n"
                "  | a ![b](figure:scale)"
            ),
        ),
        ("# T\n\n# U", "m.md:3: error MD05 a second title; sections have headings of levels 2 to 4\n  | # U"),
        (
            "# T\n\n##### U",
            "m.md:3: error MD05 a heading of level 5; sections have headings of levels 2 to 4\n  | ##### U",
        ),
        ("# T\n\n##", "m.md:3: error MD05 a heading without words\n  | ##"),
        ("# T\n\n{.by}\na", "m.md:4: error MD06 `{.by}` stands at the end of a quotation\n  | a"),
        ("# T\n\n{.caption}\na", "m.md:4: error MD06 `{.caption}` stands right after a table\n  | a"),
        ("# T\n\na\n\n{.kind}\nb", "m.md:6: error MD06 `{.kind}` stands right after the title\n  | b"),
        ("# T\n\na\n\n{.header}\n- b", "m.md:6: error MD06 `{.header}` stands right after the title\n  | - b"),
        ("# T\n\n{.signature}\n- b", "m.md:4: error MD06 `{.signature}` stands right after a decision\n  | - b"),
        (
            "# T\n\n{.sources}\n- a",
            "m.md:4: error MD07 an entry of the source list is one paragraph beginning with `[@id]`\n  | - a",
        ),
        (
            "# T\n\n{.sources}\n- [@a] b\n\n  c",
            "m.md:4: error MD07 an entry of the source list is one paragraph beginning with `[@id]`\n  | - [@a] b",
        ),
        (
            "# T\n\n{.decision}\n1. a",
            "m.md:4: error MD08 a recommendation is one paragraph and under it the list of its answers\n  | 1. a",
        ),
        (
            "# T\n\n![a](b.png)",
            (
                "m.md:3: error MD09 a memo cannot hold a picture from a file\n  | ![a](b.png)\n"
                "  hint: figures are figure:timeline, figure:matrix, figure:scale"
            ),
        ),
        (
            "# T\n\n![a](figure:scale)\n\nb",
            (
                "m.md:3: error MD10 the scale has no table; its data stand in a table right after it\n"
                "  | ![a](figure:scale)"
            ),
        ),
        (
            f"# T\n\n![](figure:scale)\n\n{TABLE}",
            (
                "m.md:3: error MD10 the scale does not say what it shows, as in `![Events](figure:scale)`\n"
                "  | ![](figure:scale)"
            ),
        ),
        (
            "# T\n\n{.callout}\n> a",
            (
                "m.md:4: error MD11 a callout names its kind, as in `{.callout .note}`\n  | > a\n"
                "  hint: kinds are .bluf, .note, .warning, .judgement, .line"
            ),
        ),
        (
            "# T\n\n{.note}\n> a",
            (
                "m.md:4: error MD11 a callout names its kind, as in `{.callout .note}`\n  | > a\n"
                "  hint: kinds are .bluf, .note, .warning, .judgement, .line"
            ),
        ),
        (
            "# T\n\n- a\n- [b](c.html)",
            "m.md:4: error MD12 a link to 'c.html'; links lead to http, https or mailto addresses\n  | - [b](c.html)",
        ),
        (f"# T\n\n[]({LINK})", f"m.md:3: error MD12 a link to '{LINK}' without words\n  | []({LINK})"),
        (
            f'# T\n\n[a]({LINK} "b")',
            f'm.md:3: error MD12 a link has words and an address, and no title\n  | [a]({LINK} "b")',
        ),
        (
            "# T\n\n[@a]\n\n{.sources}\n- [@b] B",
            "m.md:3: error MD13 [@a] is cited, but no entry of the source list begins with it\n  | [@a]",
        ),
        (
            "# T\n\n[a]{.b}",
            (
                "m.md:3: error MD14 a span that says `class` of its words\n  | [a]{.b}\n"
                "  hint: spans have `lang` or `value`"
            ),
        ),
        (
            f"# T\n\n{TABLE}\n| e | f | g |",
            "m.md:6: error MD15 this row has 3 cells, its header 2\n  | | e | f | g |",
        ),
        (
            "# T\n\n> | a |\n> |---|\n> | b | c |",
            "m.md:5: error MD15 this row has 2 cells, its header 1\n  | > | b | c |",
        ),
    ],
)
def test_what_a_memo_cannot_hold_is_refused_with_its_line(text: str, told: str) -> None:
    assert refusals(text) == [told]


def test_all_refusals_come_in_one_run() -> None:
    told = refusals("## A\n\n# B\n\n[@c] [d](e)\n\n{.sources}\n- [@f] F\n- [@f] G")

    assert [line.partition(" error ")[2][:4] for line in told] == ["MD01", "MD05", "MD13", "MD12", "MD07", "MD07"]


@given(st.text(st.sampled_from("#*_-+>|{}[]()!.:@=`~\\1a \n"), max_size=60))
def test_any_text_is_a_memo_or_refused(text: str) -> None:
    try:
        memo = parse(text, file="m.md", meta=META)
    except TemplateError:
        return

    assert memo.header.title


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# T\n\n" + "*a **b " * 5_000 + "** c*" * 5_000, "m.md: error MD16 emphasis or blocks too deep in each other"),
        (
            "# T\n\n" + "a " * 600_000,
            "m.md: error MD16 1,200,005 characters, more than the 1,000,000 that a memo may have",
        ),
    ],
    ids=["deep", "long"],
)
def test_what_would_take_too_long_is_refused(text: str, told: str) -> None:
    assert refusals(text) == [told]
