"""Whether the written file keeps what the memo promises, on every page of it."""

import re
from collections.abc import Iterator

from briefgen.checks.material import Filled, Material
from briefgen.checks.rendered import Rendered
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import word_count
from briefgen.memo import Decision, plain

_ON_A_PAGE = 12
"""Words below which a last page holds only what ends a memo."""
_SIGNED = """
Signature: Minister, Date
-- page 1
Recommendations
That you agree to pay for dredging at Selby. Agreed Not agreed
"""


def _files(material: Material) -> Iterator[tuple[Filled, Rendered]]:
    return ((filled, file) for filled in material.memos for file in filled.files)


@rule(
    "MRK08",
    "error",
    "The marking stands at the top and at the bottom of every page.",
    why="Pages are copied one by one.",
    source="Government Security Classifications; TLP 2.0: header and footer of each page",
    wrong="""
Banner: OFFICIAL
-- page 1
OFFICIAL
The council repeats its demand.
OFFICIAL
-- page 2
The port waits.
""",
    right="""
Banner: OFFICIAL
-- page 1
OFFICIAL
The council repeats its demand.
OFFICIAL
-- page 2
OFFICIAL
The port waits.
OFFICIAL
""",
    example="file",
)
def every_page_is_marked(material: Material) -> Iterator[Finding]:
    """Count the banner on each page."""
    for filled, file in _files(material):
        banner = filled.memo.meta.banner
        for number, text in enumerate(file.pages, start=1) if banner else ():
            found = [line.strip() for line in text.splitlines()].count(banner.text) if banner else 0
            if found < len(("top", "bottom")):
                message = f"page {number} of the memo for {filled.audience} has the marking {found} times, not twice"
                yield Finding("marking", message)


@rule(
    "DOC02",
    "error",
    "A file has no comments, no tracked changes, no hidden text, and no author but the record's.",
    why="What was deleted, and who deleted it, travels with the file.",
    source="reviews of leaks through document metadata",
    wrong="""
Traces: tracked changes
-- page 1
The council repeats its demand.
""",
    right="""
-- page 1
The council repeats its demand.
""",
    example="file",
)
def files_hold_no_traces(material: Material) -> Iterator[Finding]:
    """Look at what was read from each file."""
    for filled, file in _files(material):
        for trace in file.traces:
            yield Finding(
                "", f"the {file.kind} file for {filled.audience} holds {trace}", "take them out, or make it again"
            )
        if file.author != filled.memo.meta.author:
            message = f"the {file.kind} file for {filled.audience} names {file.author or 'nobody'} as its author"
            yield Finding("", message, f"the record has {filled.memo.meta.author or 'nobody'}")
        if file.title != filled.memo.meta.title:
            yield Finding("", f"the {file.kind} file for {filled.audience} has the title “{file.title}”")


@rule(
    "DOC09",
    "warning",
    "A signature or a decision never stands alone on the last page.",
    why="A signed page with nothing on it can be put under any paper.",
    source="AFH 33-337",
    wrong=f"{_SIGNED}-- page 2\nMinister Date\n",
    right=f"{_SIGNED}Minister Date\n",
    example="file",
)
def signatures_have_company(material: Material) -> Iterator[Finding]:
    """Look at the last page of each PDF of more than one."""
    for filled, file in _files(material):
        labels = [
            plain(label) for block in filled.memo.blocks if isinstance(block, Decision) for label in block.signature
        ]
        last = file.pages[-1] if len(file.pages) > 1 else ""
        if labels and last and all(label in last for label in labels) and _bare(last, filled) <= _ON_A_PAGE:
            yield Finding("recommendation", f"the last page for {filled.audience} holds little but the signature")


def _bare(text: str, filled: Filled) -> int:
    """Count the words of a page without what stands on every page."""
    meta = filled.memo.meta
    running = {meta.banner.text if meta.banner else "", meta.stamp, meta.reference, meta.status}
    lines = [line for line in text.splitlines() if line.strip() not in running and not _is_number(line, filled)]
    return sum(word_count(line) for line in lines)


@rule(
    "DOC12",
    "error",
    "Every page says which page it is, and of how many.",
    why="A page that is missing is missed only if the others count.",
    source="Council Decision 2013/488/EU; AFH 33-337",
    wrong="""
-- page 1
The council repeats its demand.
Page 1 of 2
-- page 2
The port waits.
""",
    right="""
-- page 1
The council repeats its demand.
Page 1 of 2
-- page 2
The port waits.
Page 2 of 2
""",
    example="file",
)
def pages_are_numbered(material: Material) -> Iterator[Finding]:
    """Look for the number on each page of a PDF of more than one."""
    for filled, file in _files(material):
        for number, text in enumerate(file.pages, start=1) if len(file.pages) > 1 else ():
            if not any(_is_number(line, filled) and str(number) in line for line in text.splitlines()):
                yield Finding("", f"page {number} of the memo for {filled.audience} has no number")


def _is_number(line: str, filled: Filled) -> bool:
    label = re.escape(filled.memo.meta.labels.page)
    return bool(re.search(label.replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+"), line))
