"""Words and phrases that are looked for in any case, in a third of the time.

A pattern that minds no case is slow to try at every letter of a text.
So it is first tried on small letters, where most texts turn out not to have it.
"""

import re
from collections.abc import Iterator


def small(text: str) -> str:
    """Give a text in small letters, the two that have no large ones of their own as what they stand for."""
    letters = text.lower()
    return letters if letters.isascii() else letters.replace("ſ", "s").replace("ı", "i")


class Phrases:
    """A pattern in small letters; `^` and `$` are the ends of the text."""

    def __init__(self, form: str) -> None:
        self.form = form
        self._small = re.compile(form)
        self._any = re.compile(form, re.IGNORECASE)

    def may_stand_in(self, letters: str) -> bool:
        """Tell whether they may stand in one of several texts, each a line of `letters` in small."""
        return self._small.search(letters) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first of them."""
        return self._any.search(text) if self._small.search(small(text)) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Find one that begins the text."""
        return self._any.match(text) if self._small.match(small(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all of them, one after the other."""
        return self._any.finditer(text) if self._small.search(small(text)) else iter(())
