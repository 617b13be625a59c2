"""One memo that holds every block and inline, with the characters that break careless writers."""

from briefgen.memo import (
    Banner,
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

HOSTILE = r"A & B <b>*x*_y_ [z](javascript:1) {{ 7*7 }} \ | # - 1."


def t(text: str) -> Inlines:
    return (Text(text),)


def p(text: str) -> tuple[Paragraph]:
    return (Paragraph(t(text)),)


META = Meta(
    title="Northern Union asks for a fishing quota",
    language="en-GB",
    created="2025-03-12T00:00:00Z",
    author="Sample desk",
    subject="Fisheries",
    keywords=("fisheries", "quota"),
    reference="FISH/25/7",
    status="Version 2 · cleared",
    stamp="DRAFT",
    organisation="Ministry of the Sea",
    banner=Banner("OFFICIAL"),
)

TIMELINE = Figure(
    "timeline",
    "Three events between 7 March and 1 June 2025.",
    Table(
        (t("Date"), t("Event"), t("Status")),
        (
            ((Span(t("7 March 2025"), value="2025-03-07"),), t("Talks open"), (Span(t("past"), value="past"),)),
            (
                (Span(t("15 March 2025"), value="2025-03-15~"),),
                t("Council meets"),
                (Span(t("scheduled"), value="scheduled"),),
            ),
            (
                (Span(t("by 1 June 2025"), value="../2025-06-01"),),
                t("Quota lapses"),
                (Span(t("if no deal"), value="conditional"),),
            ),
        ),
        ("left", "left", "left"),
    ),
    t("What is fixed and what depends on a deal"),
)
MATRIX = Figure(
    "matrix",
    "Two positions and where two actors stand on them.",
    Table(
        (t("Position"), t("Aland"), t("Beland")),
        (
            (t("Quota"), (Span(t("demands it"), value="owner"),), (Span(t("opposes"), value="against"),)),
            (t("Inspection"), (Span(t("supports"), value="for"),), (Span(t("silent"), value="silent"),)),
        ),
        ("left", "left", "left"),
        row_headers=True,
    ),
)
SCALE = Figure(
    "scale",
    "Two bands of likelihood.",
    Table(
        (t("Term"), t("Range")),
        (
            ((Strong(t("unlikely")),), (Span(t("25 to 35 %"), value="25/35"),)),
            (t("likely"), (Span(t("55 to 75 %"), value="55/75"),)),
        ),
        ("left", "right"),
    ),
)

SPECIMEN = Memo(
    META,
    Header(
        t(f"Northern Union asks for a quota: {HOSTILE}"),
        t("Submission for decision"),
        (
            Field(t("To"), t("Minister for the Sea")),
            Field(t("From"), t("Sample desk")),
            Field(t("Date"), (Span(t("12 March 2025"), value="2025-03-12"),)),
        ),
    ),
    (
        Decision(
            (
                DecisionItem(
                    (Text("That you "), Strong(t("agree")), Text(" to offer 3 %.")), (t("Agreed"), t("Not agreed"))
                ),
                DecisionItem(t("That you note the talks."), (t("Noted"), t("Please discuss"))),
            ),
            (t("Minister"), t("Date of signature")),
        ),
        Callout("bluf", t("Bottom line"), p("The Union can accept less than it asks for.")),
        Heading(2, t("Key Demands"), "positions"),
        Paragraph((Text("The Union wants a quota of up to 30 boats. "), Cite("s1", 1))),
        Paragraph(t(HOSTILE)),
        OrderedList(
            (
                (
                    Paragraph(
                        (Strong(t("Quota.")), Text(" Thirty boats "), Cite("s1", 1), Text(" and "), Cite("s2", 2))
                    ),
                    BulletList((p("north of the strait"), p("until June"))),
                ),
                p("Inspection at sea"),
            ),
            start=3,
        ),
        BulletList(((Paragraph(t("First")), OrderedList((p("nested"), p("numbers")))), p(HOSTILE))),
        Heading(3, t("In numbers")),
        Table(
            (t("Fleet"), t("Boats"), t("Share")),
            ((t("North"), t("12"), t("40 %")), (t(HOSTILE), t("18"), (Text("60 % "), Cite("s2", 2)))),
            ("left", "right", "center"),
            row_headers=True,
            caption=t("Boats by fleet"),
        ),
        Heading(4, t("In their own words")),
        Quote(
            p("We find it more difficult, frankly."),
            (Text("Minister of Beland, "), Emphasis(t("to the press")), Text(" "), Cite("s2", 2)),
        ),
        Quote((*p("One paragraph."), *p("And another."))),
        Callout("note", (), p("A note without a title.")),
        Callout("warning", t("Take care"), (*p("Numbers differ."), BulletList((p("by source"), p("by year"))))),
        Callout("judgement", t("Judgement"), p("A deal by June is likely.")),
        Callout("line", (), p("We want fish for our grandchildren.")),
        TIMELINE,
        MATRIX,
        SCALE,
        Rule(),
        Rule(t("Tear line: what stands above may be passed on")),
        PageBreak(),
        Heading(2, t("Languages"), "glossary"),
        Paragraph(
            (
                Text("In French "),
                Span(t("« la pêche »"), lang="fr"),
                Text(", in Ukrainian "),
                Span(t("рибальство"), lang="uk"),
                Text(", in Greek "),
                Span(t("αλιεία"), lang="el"),
                LineBreak(),
                Text("and on a new line a "),
                Link("https://example.org/a_b?c=1&d=2", (Emphasis(t("link")), Text(" to a page"))),
                Text(" and "),
                Link("mailto:desk@example.org", t("desk@example.org")),
                Text("."),
            )
        ),
        Paragraph(t("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and more.")),
        SourceList(
            (
                SourceEntry("s1", 1, (Emphasis(t("The Harbour News")), Text(", 9 March 2025."))),
                SourceEntry(
                    "s2",
                    2,
                    (Text("Ministry of Beland, "), Link("https://example.org/x", t("press release")), Text(".")),
                ),
            )
        ),
    ),
)
