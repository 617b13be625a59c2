"""The styles of a memo in Word, from the theme: everything that says how something looks stands here.

Names that Word knows itself (`heading 1`, `List Bullet` …) keep Word's spelling, so that navigation, the style
gallery and screen readers understand them.
"""

from dataclasses import replace

from briefgen.theme import TextStyle, Theme
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.character_styles import character_styles
from briefgen.writers.docx.languages import default_language, writing_system
from briefgen.writers.docx.namespaces import MAIN
from briefgen.writers.docx.numbering import numbering_of_style
from briefgen.writers.docx.properties import (
    Border,
    Layout,
    Letters,
    Tab,
    paragraph_properties,
    run_properties,
)
from briefgen.writers.docx.set_apart import set_apart_styles
from briefgen.writers.docx.strip_styles import strip_styles
from briefgen.writers.docx.style_elements import House, paragraph_style
from briefgen.writers.docx.table_styles import table_styles
from briefgen.writers.docx.xml import Xml, element, flag, named

CONTINUED = 5
"""Depths of lists for which Word has a style of the paragraphs after the first."""


def styles(house: House) -> Xml:
    """Write the styles part."""
    return named(
        "w:styles",
        MAIN,
        _defaults(house),
        element("latentStyles", defSemiHidden=1, defUnhideWhenUsed=1, defUIPriority=99, defQFormat=0, count=376),
        _normal(house),
        *_front(house.theme),
        *_text(house.theme),
        *_lists(house.theme),
        *set_apart_styles(house),
        *_forms(house.theme),
        *_tables(house.theme),
        *_running(house),
        *character_styles(house),
        *table_styles(house),
    )


def _defaults(house: House) -> Xml:
    body, written = house.theme.body, writing_system(house.language)
    letters = Letters(font=house.theme.family, colour=body.colour, size=body.size)
    letters["language"] = default_language(house.language)
    if written.font and written.script == "east-asian":
        letters["east_asian_font"] = written.font
    elif written.font:
        letters["complex_font"] = written.font
    return element(
        "docDefaults",
        element("rPrDefault", run_properties(**letters)),
        element("pPrDefault", element("pPr", flag("widowControl"))),
    )


def _normal(house: House) -> Xml:
    layout = Layout(leading=house.theme.body.leading, right_to_left=is_right_to_left(house.language))
    return element(
        "style",
        element("name", val="Normal"),
        element("uiPriority", val=0),
        flag("qFormat"),
        paragraph_properties(**layout),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _front(theme: Theme) -> tuple[Xml, ...]:
    """Write the styles of what stands above the first section."""
    rule = Border("bottom", 0.5, theme.colours.rule, 6)
    width = theme.label_width
    field = Layout(left=width, hanging=width, tabs=(Tab(width),), borders=(rule,), keep_lines=True, contextual=True)
    return (
        paragraph_style(theme, "Kind", theme.kind, following="Title", keep_next=True),
        paragraph_style(theme, "Title", theme.title, following="Memo Field", keep_next=True, built_in=True),
        paragraph_style(theme, "Memo Field", replace(theme.body, after=14), **field),
    )


def _text(theme: Theme) -> tuple[Xml, ...]:
    """Write the styles of running text."""
    colours = theme.colours
    kept = Layout(keep_next=True, keep_lines=True)
    headings = (
        paragraph_style(
            theme,
            f"heading {level}",
            look,
            following="Body Text",
            built_in=True,
            **(kept | Layout(outline=level - 1)),
        )
        for level, look in enumerate(theme.headings, 1)
    )
    tear = Layout(keep_next=True, align="center", borders=(Border("top", 0.5, colours.rule, 4, "dashed"),))
    return (
        *headings,
        paragraph_style(theme, "Body Text", theme.body, built_in=True),
        paragraph_style(theme, "Numbered Paragraph", theme.body, numbering=numbering_of_style("NumberedParagraph")),
        paragraph_style(theme, "Rule", _tiny(theme, 6), borders=(Border("bottom", 0.5, colours.rule),)),
        paragraph_style(theme, "Tear Line", _tear_line(theme), Letters(tracking=1), **tear),
    )


def _tear_line(theme: Theme) -> TextStyle:
    return replace(theme.small, size=8, before=14, after=8, colour=theme.colours.muted)


def _lists(theme: Theme) -> tuple[Xml, ...]:
    item = replace(theme.body, after=3)
    step = theme.list_indent
    numbered = ("List Bullet", "ListBullet"), ("List Number", "ListNumber")
    continued = ((f"List Continue {depth}" if depth > 1 else "List Continue", depth) for depth in _DEPTHS)
    return (
        *(
            paragraph_style(theme, name, item, numbering=numbering_of_style(style), built_in=True)
            for name, style in numbered
        ),
        *(paragraph_style(theme, name, item, left=step * depth, built_in=True) for name, depth in continued),
    )


_DEPTHS = range(1, CONTINUED + 1)


def _forms(theme: Theme) -> tuple[Xml, ...]:
    """Write the styles of what is filled in by hand."""
    step, column = theme.list_indent, theme.column
    answer = replace(theme.table, leading=theme.body.leading)
    blanks = (Tab(column * 0.56, leader="underscore"), Tab(column * 0.6), Tab(column, "right", "underscore"))
    return (
        paragraph_style(theme, "Recommendation", replace(theme.body, after=0)),
        paragraph_style(theme, "Answer", answer, left=step, hanging=step, tabs=(Tab(step),)),
        paragraph_style(
            theme, "Signature Line", replace(theme.body, before=24, after=14), keep_lines=True, tabs=blanks
        ),
    )


def _tables(theme: Theme) -> tuple[Xml, ...]:
    """Write the styles of tables, figures, captions and sources."""
    cell, head = theme.table, replace(theme.label, leading=theme.table.leading)
    named_row = replace(theme.table, bold=True)
    caption = replace(theme.small, before=6, bold=True)
    kinds = (
        ("Table Text", cell, Layout()),
        ("Table Row Head", named_row, Layout()),
        ("Table Head", head, Layout(keep_next=True)),
    )
    return (
        *(style for name, look, layout in kinds for style in _aligned(theme, name, look, layout)),
        paragraph_style(theme, "Spacer", _tiny(theme, 6)),
        paragraph_style(theme, "caption", caption, keep_next=True, built_in=True),
        paragraph_style(theme, "Figure", replace(theme.body, before=6, after=8), keep_next=True),
        paragraph_style(theme, "Source", theme.small, numbering=numbering_of_style("Source")),
    )


def _aligned(theme: Theme, name: str, look: TextStyle, layout: Layout) -> tuple[Xml, Xml, Xml]:
    return (
        paragraph_style(theme, name, look, **layout),
        paragraph_style(theme, f"{name} Right", look, based_on=name, **(layout | Layout(align="right"))),
        paragraph_style(theme, f"{name} Center", look, based_on=name, **(layout | Layout(align="center"))),
    )


def _running(house: House) -> tuple[Xml, ...]:
    """Write the styles of what stands in the margins of each page; a marking in Latin letters runs from the left."""
    theme, banner = house.theme, house.theme.banner
    turned = is_right_to_left(house.language)
    if house.banner:
        banner = replace(banner, colour=house.banner.colour)
        turned = turned and not house.banner.text.isascii()
    ends = (Tab(theme.column, "right"),)
    return (
        paragraph_style(theme, "header", theme.footer, built_in=True, tabs=ends),
        paragraph_style(theme, "footer", theme.footer, built_in=True, tabs=ends),
        paragraph_style(theme, "Banner", banner, align="center", right_to_left=turned),
        *strip_styles(theme),
    )


def _tiny(theme: Theme, after: float) -> TextStyle:
    return replace(theme.body, size=1, leading=1, after=after)
