"""Whether the filled memo is whole: no residue of templates, and what files say of themselves."""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefgen.checks.material import Filled, Material
from briefgen.checks.rule import Finding, rule
from briefgen.memo import BulletList, OrderedList

_RESIDUE = re.compile(
    r"\{\{|\}\}|\{%|%\}|\[(?:insert|name|date|tbc|tbd|xx+)\b[^\[\]]*\]|\b(?:TBC|TBD|XXX?|TODO|FIXME)\b|lorem ipsum"
    r"|(?<![\w.])(?:None|nan|NaN|undefined|null)(?![\w-])(?=\s*(?:$|[,.;:)\]]))|\[\]|,\s*,|\(\s*\)|(?<! ) {2,}(?=\S)|(?<!\.)\.\.(?!\.)| ,(?=\s)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = (
    re.compile(r"[{}%][{}%]|\[(?:insert|name|date|tb|xx|\])|,\s*,|\(\s*\)| [ ,;]|\.\."),
    re.compile(r"\b(?:tbc|tbd|xxx?|todo|fixme|none|nan|undefined|null)\b|lorem ipsum"),
)
"""Quicker to try: without one of these, in small letters, there is no residue."""
_SEMICOLON = re.compile(r" ;(?=\s)")
"""As left over by a form, except in French, which has a space there."""
_PROSE_NONE = re.compile(r"\bnone\b")
_CONTRAST = 4.5
_DARK = 0.04045
"""Up to here sRGB is linear."""


@rule(
    "DOC01",
    "error",
    "No residue of a template, a form or a program is printed.",
    why="One `None` in a paper, and nobody trusts its numbers.",
    source="defects of generated documents",
    wrong="""
bluf: {text: "The council meets on [insert date]."}
""",
    right="bluf: {text: The council meets on 13 May 2025.}\n",
    of_memos=True,
)
def nothing_is_left_over(material: Material) -> Iterator[Finding]:
    """Look into the record's words and into every piece of each memo."""
    seen = {prose.text.strip().lower() for prose in material.prose if prose.text.strip().lower() == "none"}
    for prose in material.prose if _has_signs(material.contents.small) else ():
        for found in _residue(prose.text, material.article.language):
            if found.lower() in seen:
                continue
            seen.add(found.lower())
            yield Finding(prose.path, f"“{found.strip() or 'two spaces'}” is left over", words=found)
    for filled in material.memos:
        for piece in filled.pieces if _has_signs(filled.small) else ():
            for found in _residue(piece, material.article.language, filled.memo.meta.language):
                if found.lower() not in seen:
                    where = f"“{found.strip() or 'two spaces'}” in “{piece.strip()[:60]}”"
                    yield Finding("", f"the memo for {filled.audience} has a left-over: {where}")
        if _has_empty_item(filled):
            yield Finding("", f"the memo for {filled.audience} has an empty item in a list")


@lru_cache(maxsize=8)
def _has_signs(letters: str) -> bool:
    return any(sign.search(letters) for sign in _SIGNS)


def _residue(text: str, *languages: str) -> tuple[str, ...]:
    found = tuple(found[0] for found in _RESIDUE.finditer(text) if not _PROSE_NONE.fullmatch(found[0]))
    is_french = any(language.lower().startswith("fr") for language in languages)
    return found if is_french else (*found, *(mark[0] for mark in _SEMICOLON.finditer(text)))


def _has_empty_item(filled: Filled) -> bool:
    lists = [block for block in filled.memo.blocks if isinstance(block, BulletList | OrderedList)]
    return any(not item for block in lists for item in block.items)


@rule(
    "DOC03",
    "error",
    "A file says its title, language, author and subject.",
    why="Screen readers speak the title and the language; archives search for the rest.",
    source="PDF/UA-1, 7.1 and 7.2; WCAG 2.2, success criteria 2.4.2 and 3.1.1",
    wrong="Title:\n{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    right="{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    example="memo",
)
def files_say_what_they_are(material: Material) -> Iterator[Finding]:
    """Look at what each memo says of itself."""
    prepared = material.article.prepared_by
    for filled in material.memos:
        meta = filled.memo.meta
        for name in ("title", "language"):
            if not getattr(meta, name).strip():
                yield Finding(name, f"the memo for {filled.audience} has no {name}")
        if not meta.author.strip() and prepared is None:
            hint = "add `prepared_by`, or `organisation` in [brand] of briefgen.toml"
            yield Finding("", f"the memo for {filled.audience} has no author", hint, level="warning")


@rule(
    "DOC05",
    "error",
    "The banner can be read: its letters have a contrast of at least 4.5 to 1.",
    why="The colours of the Traffic Light Protocol on white reach 1.4 to 3.7.",
    source="WCAG 2.2, success criteria 1.4.1 and 1.4.3",
    wrong="Banner: TLP:AMBER #ffc000\n{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    right="Banner: TLP:AMBER #ffc000 #000000\n{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    example="memo",
)
def banners_can_be_read(material: Material) -> Iterator[Finding]:
    """Work out the contrast of each banner with its ground, or with paper."""
    for filled in material.memos:
        banner = filled.memo.meta.banner
        if banner:
            found = contrast(banner.colour, banner.ground or "#ffffff")
            if found < _CONTRAST:
                message = f"the banner of the memo for {filled.audience} has a contrast of {found:.1f} to 1"
                yield Finding("marking", message, "give it a ground, or another colour")


def contrast(first: str, second: str) -> float:
    """Work out the contrast of two colours as WCAG does, from 1 to 21."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@rule(
    "DOC08",
    "warning",
    "Every page says which version of which paper it is.",
    why="Pages get separated, and two versions look alike.",
    source="Council Decision 2013/488/EU; AFH 33-337",
    wrong="Status:\n{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    right="{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    example="memo",
)
def pages_can_be_told_apart(material: Material) -> Iterator[Finding]:
    """Look for reference, version and status at the foot of each memo."""
    for filled in material.memos:
        about = {material.article.reference, material.article.version} - {""}
        is_withheld = bool(about) and filled.seen is not None and not about & filled.seen
        if not (filled.memo.meta.reference or filled.memo.meta.status or filled.memo.meta.stamp or is_withheld):
            yield Finding("", f"the memo for {filled.audience} has no reference, version or status", "add `reference`")


@rule(
    "DOC11",
    "error",
    "A memo says something.",
    why="A pack that may see nothing of a record makes a page with a title.",
    source="briefgen",
    wrong="# Council of Norrey sets three demands\n",
    right="{section=positions}\n## Key Demands\n\n1. Fare cap.\n",
    example="memo",
)
def memos_are_not_empty(material: Material) -> Iterator[Finding]:
    """Count the words below the header of each memo."""
    for filled in material.memos:
        if not filled.memo.blocks or not filled.pieces:
            yield Finding("", f"the memo for {filled.audience} is empty", "see what `fields` in its pack allows")
