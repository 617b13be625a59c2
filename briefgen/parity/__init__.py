"""Read a written memo back and compare its words with those of the memo: nothing lost, nothing out of order.

The file itself is read, not what its writer remembers of it, and by other means than it was written with.
White space is left out of the comparison: formats break lines and pages where they must.
"""

import re
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from itertools import accumulate, takewhile
from unicodedata import normalize

from briefgen.memo import Memo
from briefgen.memo_words import words
from briefgen.notices import Notice

_READERS = {
    "pdf": "briefgen.parity.pdf",
    "docx": "briefgen.parity.docx",
    "html": "briefgen.parity.html",
    "txt": "briefgen.parity.text",
}
"""By file name extension; each is imported only when a file of its format is read, and gives `read(data) -> str`."""
_UNREAD = frozenset({"md"})
"""Formats that this leaves alone: what Markdown says is read back by `briefgen.markdown`, in the tests."""
_SCATTERED = frozenset({"txt"})
"""Formats in which the words of a row stand between those of its neighbours: counted, not compared in their order."""
_SHOWN = 48
_UNSEEN = re.compile("[\u00ad\u2060\ufeff]")
"""Soft hyphen, word joiner, and the zero width space that once was one."""
_AT_THE_END = "\x02"
"""A hyphen at the end of a line, of which a reader cannot tell whether it was put there for the line's sake."""


def differences(memo: Memo, extension: str, data: bytes) -> tuple[Notice, ...]:
    """Compare the words in `data` with those of `memo`; a notice shows both sides where they part.

    A format without a reader is a `KeyError` unless it is named among those that are not read.
    """
    if extension in _UNREAD:
        return ()
    expected, found = " ".join((*_announced(memo, extension), *words(memo))), _reader(extension)(data)
    if extension in _SCATTERED:
        return _lost(expected, found, extension)
    expected, found = _seen(expected), _seen(found)
    return _parted(expected, _settled(expected, found), extension)


def _announced(memo: Memo, extension: str) -> tuple[str, ...]:
    """Give what a format tells once, before the memo's own words: the marking and the stamp that stand on each page."""
    if extension != "pdf":
        return ()
    meta = memo.meta
    label = meta.labels.label.format(text=meta.labels.marking)
    return (f"{label} {meta.banner.text}" if meta.banner else "", meta.stamp)


def _reader(extension: str) -> Callable[[bytes], str]:
    read: Callable[[bytes], str] = import_module(_READERS[extension]).read
    return read


def _seen(text: str) -> str:
    """Give what is seen of a text: ligatures as their letters, and nothing for what only helps to break lines.

    Readers of files do the same, each in its own way.
    """
    return text if text.isascii() else _UNSEEN.sub("", normalize("NFKC", text))


def _settled(expected: str, found: str) -> str:
    """Keep of the hyphens at ends of lines those that are words' own, and leave out the soft ones."""
    wanted = "".join(expected.split())
    settled, *others = found.split(_AT_THE_END)
    for part in others:
        place = sum(map(len, settled.split()))
        settled += f"{'-' * wanted.startswith('-', place)}{part}"
    return settled


def _parted(expected: str, found: str, extension: str) -> tuple[Notice, ...]:
    wanted, got = "".join(expected.split()), "".join(found.split())
    if wanted == got:
        return ()
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(wanted, got, strict=False)))
    start = max(end for end in (0, *_ends(expected)) if end <= alike)
    message = (
        f"the {extension} file does not hold the words of the memo: "
        f"expected {_from(expected, start)!r}, found {_from(found, start)!r}"
    )
    return (_notice(message),)


def _from(text: str, position: int) -> str:
    """Give some words of `text` from the one in which its character `position` stands, white space not counted."""
    first = next((number for number, end in enumerate(_ends(text)) if end > position), None)
    return "the end" if first is None else " ".join(text.split()[first:])[:_SHOWN].rstrip()


def _ends(text: str) -> tuple[int, ...]:
    """Give where each word of `text` ends, white space not counted."""
    return tuple(accumulate(len(word) for word in text.split()))


def _lost(expected: str, found: str, extension: str) -> tuple[Notice, ...]:
    missing = _counted(expected) - _counted(found)
    if not missing:
        return ()
    some = ", ".join(repr(word) for word in sorted(missing)[:5])
    return (_notice(f"the {extension} file lacks words of the memo: {some}"),)


def _counted(text: str) -> Counter[str]:
    """Count letters and digits by the stretch they stand in; scripts without spaces by the character."""
    return Counter(_pieces(text.casefold()))


def _pieces(text: str) -> list[str]:
    spaced = "".join(
        f" {character} " if character >= _WIDE else character if character.isalnum() else " " for character in text
    )
    return spaced.split()


_WIDE = "\u2e80"
"""The first of the characters between which a line may break without a space."""


def _notice(message: str) -> Notice:
    return Notice("error", "PAR01", message, hint="this is a fault in briefgen; please report it with the article")
