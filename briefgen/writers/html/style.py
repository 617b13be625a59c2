"""Theme → CSS: the page on screen, by day and by night, and in print with its marking on every sheet.

Sizes are relative on screen, so that readers may enlarge them, and points in print.
"""

from dataclasses import asdict

from briefgen.memo import Memo, Meta
from briefgen.theme import TextStyle, Theme

_NIGHT = {
    "text": "#e6e6e6",
    "muted": "#b4b4b4",
    "accent": "#a9c7ee",
    "link": "#8fbcf5",
    "rule": "#8c8c8c",
    "hairline": "#4a4f55",
    "ground": "#22272e",
    "warning": "#ffb59e",
    "paper": "#15181c",
}
"""Each letter colour has at least 7:1 with `paper` and 4.5:1 with `ground`."""


def style(memo: Memo, theme: Theme) -> str:
    """Write the style sheet of a page."""
    day = asdict(theme.colours) | {"paper": "#ffffff"}
    return "".join(
        (
            f":root {{ color-scheme: light dark; {_variables(day)} }}\n",
            f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(_NIGHT)} }} }}\n",
            f"body {{ font-family: {_string(theme.family)}, {_instead_of(theme.family)}; }}\n",
            _SCREEN,
            _MARKS if memo.marks.legend else "",
            _headings(theme),
            _banner(memo.meta),
            _print(memo.meta, theme, day),
        )
    )


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


def _instead_of(family: str) -> str:
    """Name what a screen takes that has no such font."""
    return "Cambria, Georgia, serif" if "Serif" in family else '"Segoe UI", system-ui, Arial, sans-serif'


def _headings(theme: Theme) -> str:
    looks = {".title": theme.title, ".kind": theme.kind}
    looks |= {f"h{level}": look for level, look in enumerate(theme.headings, 2)}
    looks |= {".bluf p": theme.bluf, ".line p": theme.line, "table": theme.table, ".sources": theme.small}
    looks |= {"dt": theme.label}
    return "".join(f"{selector} {{ {_letters(look, theme.body)} }}\n" for selector, look in looks.items())


def _letters(look: TextStyle, body: TextStyle) -> str:
    size = f"font-size: {look.size / body.size:.3g}em; line-height: {look.leading / look.size:.3g};"
    weight = f" font-weight: {700 if look.bold else 400};"
    return f"{size}{weight}{' font-style: italic;' if look.italic else ''}"


def _banner(meta: Meta) -> str:
    if not meta.banner:
        return ""
    ground = meta.banner.ground or "#ffffff"
    return f".marking span:last-child {{ color: {meta.banner.colour}; background: {ground}; }}\n"


def _print(meta: Meta, theme: Theme, day: dict[str, str]) -> str:
    margins = theme.margins
    sides = " ".join(f"{side:.4g}pt" for side in (margins.top, margins.right, margins.bottom, margins.left))
    page = "".join(_margin_boxes(meta, theme))
    return (
        f"@page {{ size: {theme.paper.width:.5g}pt {theme.paper.height:.5g}pt; margin: {sides};\n{page}}}\n"
        f"@media print {{ :root {{ {_variables(day)} }} body {{ font-size: {theme.body.size}pt; "
        f"max-width: none; padding: 0; }} {_PRINT} }}\n"
    )


def _margin_boxes(meta: Meta, theme: Theme) -> tuple[str, ...]:
    """Repeat marking, stamp and page number on each sheet (CSS Paged Media 3, margin boxes)."""
    small = f"font-size: {theme.footer.size}pt; color: {theme.footer.colour};"
    page, _, pages = meta.labels.page.partition("{pages}")
    before, _, between = page.partition("{page}")
    count = f"{_string(before)} counter(page) {_string(between)} counter(pages) {_string(pages)}"
    boxes = [f"  @bottom-right {{ content: {count}; {small} }}\n"]
    told = " · ".join(part for part in (meta.reference, meta.status) if part)
    if told:
        boxes.append(f"  @bottom-left {{ content: {_string(told)}; {small} }}\n")
    if meta.stamp:
        boxes.append(f"  @top-right {{ content: {_string(meta.stamp)}; {small} font-weight: 700; }}\n")
    if meta.banner:
        look = f"font-size: {theme.banner.size}pt; font-weight: 700; color: {meta.banner.colour};"
        ground = f" background: {meta.banner.ground};" if meta.banner.ground else ""
        boxes += [
            f"  @{edge}-center {{ content: {_string(meta.banner.text)}; {look}{ground} }}\n"
            for edge in ("top", "bottom")
        ]
    return tuple(boxes)


def _string(text: str) -> str:
    """Write a CSS string in which no character can end it, or the style element."""
    return '"' + "".join(c if c.isalnum() or c in " ·.,+:" else f"\\{ord(c):06x}" for c in text) + '"'


_SCREEN = """\
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem 1.25rem 2rem; line-height: 1.5;
  color: var(--text); background: var(--paper); overflow-wrap: break-word; }
p { margin: 0 0 .6em; }
a { color: var(--link); }
h1, h2, h3, h4 { margin: 1.3em 0 .35em; break-after: avoid; text-wrap: balance; }
h1, h2 { color: var(--accent); }
h1 { margin-top: 0; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 1.5em 0; }
.letterhead { color: var(--muted); font-size: .9rem; margin: 0 0 1.5rem; }
.letterhead p { margin: 0 0 .2rem; }
.letterhead img { max-width: 100%; height: auto; vertical-align: bottom; margin-inline-end: .4rem; }
.letterhead .end { text-align: end; }
footer .letterhead { margin: 2em 0 0; }
.kind { color: var(--muted); margin: 0; }
.marking { text-align: center; font-weight: 700; font-size: 1.15rem; margin: .25rem 0 .75rem; }
.marking span:last-child { padding: .1em .6em; }
.stamp { text-align: center; font-weight: 700; border: 1.5px solid currentColor; padding: .15em; }
.running { color: var(--muted); font-size: .85em; border-top: 1px solid var(--hairline); padding-top: .5em;
  margin-top: 2em; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.fields { margin: 0 0 1.2em; padding: 0 0 .6em; border-bottom: 1px solid var(--rule); }
.fields div { display: grid; grid-template-columns: 6.5em minmax(0, 1fr); gap: .75em; align-items: baseline; }
.fields dt { color: var(--muted); }
.fields dd { margin: 0; overflow-wrap: anywhere; }
.numbered { position: relative; padding-inline-start: 2.2em; }
.numbered .number { position: absolute; inset-inline-start: 0; color: var(--muted); }
ul, ol { margin: 0 0 .6em; padding-inline-start: 1.6em; }
li { margin: 0 0 .25em; }
.scroll { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; width: 100%; border-top: 1.5px solid var(--text);
  border-bottom: 1.5px solid var(--text); font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 700; padding: 0 0 .3em; }
th, td { padding: .35em .9em .35em 0; vertical-align: top; text-align: start; }
thead th { border-bottom: 1px solid var(--rule); color: var(--muted); vertical-align: bottom; }
tbody tr + tr > * { border-top: 1px solid var(--hairline); }
.right { text-align: end; }
.center { text-align: center; }
figure { margin: 0 0 1em; }
figcaption { color: var(--muted); font-size: .9em; margin: .2em 0 .5em; }
.drawing { background: #ffffff; padding: .4rem; overflow-x: auto; }
.drawing svg { display: block; max-width: 100%; height: auto; min-width: 26rem; }
blockquote { margin: 0 0 .4em; padding-inline-start: .9em; border-inline-start: 3px solid var(--rule); }
.callout { margin: 0 0 1em; padding: .5em .9em .1em; break-inside: avoid; border-inline-start: 3px solid var(--rule);
  background: var(--ground); }
.bluf, .line { background: none; border-color: var(--accent); padding-block: 0; }
.warning { border-color: var(--warning); }
.callout-title { font-weight: 700; margin-bottom: .2em; }
.warning .callout-title { color: var(--warning); }
.decision { margin: 0 0 1.2em; border-block: 1.5px solid var(--text); padding: .6em 0 .4em; break-inside: avoid; }
.decision > ol > li + li { border-top: 1px solid var(--hairline); padding-top: .4em; }
.choices { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3em 1.6em; }
.choices li::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-inline-end: .5em;
  border: 1.5px solid currentColor; vertical-align: -.06em; }
.blank { display: inline-flex; align-items: flex-end; width: 46%; margin-inline-end: 3%; padding-top: 1.6em; }
.blank::after { content: ""; flex: 1; border-bottom: 1px solid var(--rule); margin-inline-start: .6em; }
.tear { display: flex; align-items: center; gap: 1em; margin: 1.8em 0; font-size: .85em; letter-spacing: .08em; }
.tear::before, .tear::after { content: ""; flex: 1; border-top: 1px dashed var(--rule); }
.sources { list-style: none; padding: 0; }
.sources li { position: relative; padding-inline-start: 2.4em; }
.sources .number { position: absolute; inset-inline-start: 0; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; }
"""

_MARKS = """\
.changed:not(tr), tr.changed > :last-child { border-inline-end: 2px solid var(--accent); }
.changed:not(tr) { padding-inline-end: .6rem; margin-inline-end: -.75rem; }
.cut:not(tr)::before, tr.cut > :last-child::before { content: ""; float: inline-end; border: .3em solid transparent;
  border-inline-end-color: var(--accent); margin: -.3em -.9rem 0 0; }
"""
"""A bar beside what is new or changed, a triangle where something was left out."""

_PRINT = (
    ".marking, .stamp, .running { display: none; } .page-break { break-before: page; } .drawing { padding: 0; } "
    "tr, .drawing, li > p { break-inside: avoid; } thead { display: table-header-group; } "
    "p, li { orphans: 2; widows: 2; } .scroll { overflow: visible; }"
)
