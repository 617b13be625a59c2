"""Compare what was printed with what should have been."""

from briefgen.memo import Memo, words


def normal(text: str) -> str:
    """Make every run of white space one space."""
    return " ".join(text.split())


def wording(memo: Memo) -> str:
    """Give every word that a writer must print, in reading order."""
    return normal(" ".join(words(memo)))
