"""Compare what was printed with what should have been."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

from briefgen.memo import Memo
from briefgen.memo_words import words


def normal(text: str) -> str:
    """Make every run of white space one space."""
    return " ".join(text.split())


def wording(memo: Memo) -> str:
    """Give every word that a writer must print, in reading order."""
    return normal(" ".join(words(memo)))


def with_texts(value: object, change: Callable[[str], str]) -> object:
    """Give a memo, or a part of one, with every text in it changed."""
    match value:
        case str():
            return change(value)
        case tuple():
            return tuple(with_texts(item, change) for item in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            changed = {field.name: with_texts(getattr(value, field.name), change) for field in fields(value)}
            return replace(value, **changed)
        case _:
            return value
