"""Which of Word's sets of letters words belong to, and which way they run.

Word keeps a font and a language for Latin, East Asian and complex scripts each, and lays out a run from right to left
only when the run says so (ISO/IEC 29500-1 §17.3.2.7, §17.3.2.20, §17.3.2.30).
"""

import re
from typing import Literal

from briefgen.values import dataclass
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.xml import Xml, element

Script = Literal["latin", "east-asian", "complex"]
Run = Literal["plain", "complex", "right-to-left"]
"""How a stretch of letters is set: as it comes, with the complex font, or with that font and from the right."""


@dataclass(frozen=True, slots=True)
class WritingSystem:
    """What a language is written with: the script, and the font that has it where the memo's own has not."""

    script: Script
    font: str = ""


_ARABIC, _HEBREW = WritingSystem("complex", "Noto Sans Arabic"), WritingSystem("complex", "Noto Sans Hebrew")
_DEVANAGARI = WritingSystem("complex", "Noto Sans Devanagari")
_BY_LANGUAGE = {
    **dict.fromkeys(("ar", "ckb", "fa", "ku", "ps", "sd", "ug", "ur"), _ARABIC),
    **dict.fromkeys(("he", "yi"), _HEBREW),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), _DEVANAGARI),
    **dict.fromkeys(("bn", "gu", "km", "kn", "lo", "ml", "my", "pa", "si", "ta", "te", "th"), WritingSystem("complex")),
    "ja": WritingSystem("east-asian", "Noto Sans JP"),
    "ko": WritingSystem("east-asian", "Noto Sans KR"),
    "zh": WritingSystem("east-asian", "Noto Sans SC"),
}
_TRADITIONAL = ("hant", "tw", "hk", "mo")

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001eeff"
_COMPLEX = "\u0900-\u109f\u1780-\u17ff\ua8e0-\ua8ff"
_OTHER = f"[^\\W\\d_{_RTL}]"
_SPECIAL = re.compile(f"[{_RTL}{_COMPLEX}]")
_AMONG_OTHERS = re.compile(
    f"(?P<rtl>[{_RTL}](?:(?!{_OTHER}).)*[{_RTL}]|[{_RTL}])|[{_COMPLEX}][{_COMPLEX}\u200c\u200d\\s]*", re.DOTALL
)
_AMONG_RTL = re.compile(f"{_OTHER}[^{_RTL}]*(?:{_OTHER}|[0-9])|{_OTHER}", re.DOTALL)


def writing_system(language: str) -> WritingSystem:
    """Tell what `language` (BCP 47) is written with."""
    primary, *subtags = language.lower().split("-")
    if "latn" in subtags or "cyrl" in subtags:
        return WritingSystem("latin")
    if primary == "zh" and any(subtag in _TRADITIONAL for subtag in subtags):
        return WritingSystem("east-asian", "Noto Sans TC")
    return _BY_LANGUAGE.get(primary, _ARABIC if is_right_to_left(language) else WritingSystem("latin"))


def default_language(language: str) -> Xml:
    """Write the language of everything that does not name another."""
    return element("lang", val=language, eastAsia=language, bidi=language)


def run_language(language: str) -> Xml:
    """Write the language of a run."""
    match writing_system(language).script:
        case "east-asian":
            return element("lang", eastAsia=language)
        case "complex":
            return element("lang", bidi=language)
        case "latin":
            return element("lang", val=language)


def stretches(text: str, *, right_to_left: bool) -> tuple[tuple[str, Run], ...]:
    """Cut `text` where the way it is set changes.

    Letters decide; digits, spaces and points between letters of one direction go with them, all others with the
    direction of the text around.
    """
    if not right_to_left and (text.isascii() or not _SPECIAL.search(text)):
        return ((text, "plain"),) if text else ()
    around: Run = "right-to-left" if right_to_left else "plain"
    pieces: list[tuple[str, Run]] = []
    end = 0
    for match in (_AMONG_RTL if right_to_left else _AMONG_OTHERS).finditer(text):
        pieces += [(text[end : match.start()], around), (match[0], _set(match, right_to_left=right_to_left))]
        end = match.end()
    pieces.append((text[end:], around))
    return tuple(piece for piece in pieces if piece[0])


def _set(match: re.Match[str], *, right_to_left: bool) -> Run:
    if right_to_left:
        return "complex" if _SPECIAL.search(match[0]) else "plain"
    return "right-to-left" if match["rtl"] else "complex"
