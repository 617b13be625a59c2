"""Plain characters → runs: pieces of a paragraph that are set alike."""

from functools import lru_cache

from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.languages import Run, run_language, stretches, writing_system
from briefgen.writers.docx.properties import Letters, run_properties
from briefgen.writers.docx.xml import NOTHING, Xml, element, escaped, flag, join, named

BREAK = element("r", flag("br"))
TAB = element("r", flag("tab"))


def text_runs(text: str, language: str, *, style: str = "", other: str = "") -> Xml:
    """Write `text` in a memo of `language`, in a character style; `other` is the text's own language if it differs."""
    pieces = stretches(text, right_to_left=is_right_to_left(other or language))
    return join(*(run(piece, _properties(style, other, kind)) for piece, kind in pieces))


def run(text: str, properties: Xml = NOTHING) -> Xml:
    """Write one run."""
    return element("r", properties, named("w:t", {"xml:space": "preserve"}, escaped(text)))


@lru_cache(maxsize=512)
def _properties(style: str, language: str, kind: Run) -> Xml:
    """Write what a run says of itself; a memo uses a few combinations, again and again."""
    letters = Letters()
    if style:
        letters["style"] = style
    if language:
        letters |= _font_of(language)
        letters["language"] = run_language(language)
    if kind == "right-to-left":
        letters["right_to_left"] = True
    elif kind == "complex":
        letters["complex"] = True
    return run_properties(**letters)


def _font_of(language: str) -> Letters:
    """Name the font that has a language's letters: Chinese and Japanese share characters that look different."""
    written = writing_system(language)
    if not written.font:
        return Letters()
    if written.script == "east-asian":
        return Letters(east_asian_font=written.font)
    return Letters(complex_font=written.font)
