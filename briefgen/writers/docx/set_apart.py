"""The styles of what is set apart by a line at its side: quotations and callouts."""

from dataclasses import replace

from briefgen.memo import CalloutKind
from briefgen.theme import TextStyle
from briefgen.values import dataclass
from briefgen.writers.docx.properties import Border, Layout
from briefgen.writers.docx.style_elements import House, paragraph_style, style_id
from briefgen.writers.docx.xml import Xml

_CALLOUT_INDENT = 11.0
"""Between the column's edge, where the line is drawn, and the text."""
_WIDEST_SPACE = 31.0
"""Word draws no line further from its paragraph."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How one kind of quotation or callout looks."""

    name: str
    """Of its style; its title, or the source of a quotation, has a style of its own."""
    look: TextStyle
    indent: float
    borders: tuple[Border, ...]
    ground: str | None = None
    right: float = 0

    @property
    def style(self) -> str:
        """The id of its style."""
        return style_id(self.name)

    @property
    def layout(self) -> Layout:
        """What its styles say."""
        return Layout(left=self.indent, right=self.right, borders=self.borders, ground=self.ground, keep_lines=True)

    def further_in(self, by: float) -> Layout:
        """Keep the line where it is for a paragraph that begins further in, such as one of a nested list."""
        if not by:
            return Layout()
        return Layout(borders=tuple(_spaced(border, by) for border in self.borders))


def set_apart_styles(house: House) -> tuple[Xml, ...]:
    """Write the styles of quotations and callouts."""
    kinds: tuple[CalloutKind, ...] = ("bluf", "note", "warning", "judgement", "line")
    return (*_quote(house), *(style for kind in kinds for style in _callout(house, kind)))


def quote(house: House) -> Apart:
    """Say how quotations look."""
    theme = house.theme
    step = theme.list_indent
    bar = house.bar(1, theme.colours.rule, step - 1)
    return Apart("Quote", replace(theme.body, after=3), step, (bar,), right=step)


def callout(house: House, kind: CalloutKind) -> Apart:
    """Say how a kind of callout looks."""
    colours, body = house.theme.colours, house.theme.body
    match kind:
        case "bluf":
            return Apart("Bottom Line", house.theme.bluf, _CALLOUT_INDENT, (_bar(house, 2.5, colours.accent),))
        case "note":
            lines = _grounded(_bar(house, 2.5, colours.hairline), colours.ground)
            return Apart("Note", body, _CALLOUT_INDENT, lines, colours.ground)
        case "warning":
            return Apart("Warning", body, _CALLOUT_INDENT, (_bar(house, 2.5, colours.warning),))
        case "judgement":
            return Apart("Judgement", body, _CALLOUT_INDENT, (_bar(house, 1, colours.rule),))
        case "line":
            return Apart("Line to Take", house.theme.line, _CALLOUT_INDENT, (_bar(house, 1, colours.accent),))


def _quote(house: House) -> tuple[Xml, Xml]:
    theme, said = house.theme, quote(house)
    source = replace(theme.small, colour=theme.colours.muted)
    return (
        paragraph_style(theme, said.name, said.look, built_in=True, **said.layout),
        paragraph_style(theme, f"{said.name} Source", source, **said.layout),
    )


def _callout(house: House, kind: CalloutKind) -> tuple[Xml, Xml]:
    theme, apart = house.theme, callout(house, kind)
    title = replace(theme.label, before=4, after=1)
    if kind == "warning":
        title = replace(title, colour=theme.colours.warning)
    titled = apart.layout | Layout(keep_next=True)
    return (
        paragraph_style(theme, apart.name, apart.look, **apart.layout),
        paragraph_style(theme, f"{apart.name} Title", title, following=apart.name, **titled),
    )


def _bar(house: House, width: float, colour: str) -> Border:
    return house.bar(width, colour, _CALLOUT_INDENT - width)


def _grounded(bar: Border, ground: str) -> tuple[Border, ...]:
    """Widen a ground by lines of its own colour above and below, in the order that the standard asks for."""
    above, below = Border("top", 0.5, ground, 4), Border("bottom", 0.5, ground, 4)
    return (above, bar, below) if bar.side == "left" else (above, below, bar)


def _spaced(border: Border, by: float) -> Border:
    if border.side in {"top", "bottom"}:
        return border
    return replace(border, space=min(_WIDEST_SPACE, border.space + by))
