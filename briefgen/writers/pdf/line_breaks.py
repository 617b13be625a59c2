"""Say where a line may end inside a word: a subset of UAX #14 with the customs of Chinese and Japanese.

Spaces are not seen here: a word is what stands between them.
Korean breaks at its spaces, as Latin does; a no-break space or word joiner keeps its neighbours together.
"""

import re
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"

_WIDE = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffef\U00020000-\U0003ffff"
_GLUE = "\u00a0\u202f\u2060\ufeff\u200d"
_NEVER_FIRST = (
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー）］｝〕〉》」』】〙〗〟’”｠»‼⁇⁈⁉,.:;?!)\\]}%‰℃°…‥"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
)
_NEVER_LAST = "（［｛〔〈《「『【〘〖〝‘“｟«(\\[{$£¥€￥＄"
_MARK = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"

_NOTHING_TO_BREAK = re.compile(f"[^-‐–—/\u00ad\u200b{_WIDE}]*")
_AFTER = f"(?<![{_NEVER_LAST}{_GLUE}])(?![{_NEVER_FIRST}{_GLUE}{_MARK}])"
_BREAK = re.compile(
    "(?<=[\u00ad\u200b])(?!$)"
    "|(?<=[^\\W\\d_][^\\W\\d_][-‐–/])(?=[^\\W\\d_])"
    f"|(?<=\\w—)(?=\\w)|(?:(?<=[{_WIDE}])|(?=[{_WIDE}])(?<=.)(?<!^)){_AFTER}(?!$)"
)
_ADDRESS = re.compile("(?:[a-z][a-z0-9+.-]*://|www\\.).", re.IGNORECASE)
_BREAK_IN_ADDRESS = re.compile(
    "(?<=[^/:]/)(?=\\w)|(?<=.)(?<![.?&=#_~/:-])(?<!www)(?=[.?&=#_~-]\\w)|(?<=[\u00ad\u200b])(?!$)"
)
_TIDY = str.maketrans({"\t": " ", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\ufeff": "\u2060"})


def tidy(text: str) -> str:
    """Spell line ends, tabs and the old word joiner in the one way that the text engine knows."""
    return text.translate(_TIDY) if not text.isascii() or "\t" in text else text


def parts(word: str) -> tuple[str, ...]:
    """Cut a word without spaces where a line may end; the parts joined are the word."""
    if _NOTHING_TO_BREAK.fullmatch(word) and "www." not in word:
        return (word,)
    pattern = _BREAK_IN_ADDRESS if _ADDRESS.match(word.lstrip("(<[\"'“‘«")) else _BREAK
    cuts = [0, *(match.start() for match in pattern.finditer(word) if match.start()), len(word)]
    return tuple(word[start:stop] for start, stop in pairwise(cuts))


def may_break_between(before: str, after: str) -> bool:
    """Tell whether a line may end between two texts that no space separates."""
    if not before or not after or after[0] in " \n":
        return False
    left, right = before[-3:], after[:2]
    return _BREAK.match(left + right, len(left)) is not None
