"""Count what a template does, so that none can keep the machine busy or fill its memory.

What is counted is the same on every machine: characters printed, turns of loops, calls, entries of lists that are
looked at.
"""

from collections.abc import Iterator, Sized
from decimal import Decimal
from typing import Any

from jinja2.exceptions import SecurityError

MOST_WORK = 10_000_000
"""Of one memo, in characters; the longest of ours takes 30,000."""
_CALL = 100
_TURN = 10
MOST_BITS = 10_000
"""Of a whole number; enough for three thousand digits."""


class Meter:
    """What a template may still do."""

    def __init__(self) -> None:
        self.left = MOST_WORK

    def take(self, work: int) -> None:
        """Take off what is about to be done; `SecurityError` if there is too little left."""
        self.left -= work
        if self.left < 0:
            raise SecurityError("the template does more than a memo can need: does a loop or a call have no end?")

    def counted(self, value: Any) -> Any:  # noqa: ANN401 - any value of a template
        """Take off the entries of a list or text now, and those of a stream as they come."""
        match value:
            case str():
                self.take(len(value))
            case Sized():
                self.take(_TURN * len(value))
            case Iterator():
                return self._each(value)
            case bool() | float() | Decimal():
                pass
            case int():
                if value.bit_length() > MOST_BITS:
                    raise SecurityError("a number with more than three thousand digits")
            case _:
                pass
        return value

    def call(self, value: object) -> None:
        """Take off a call of `value`, which may be a method of a text."""
        owner = getattr(value, "__self__", None)
        self.take(_CALL + (len(owner) if isinstance(owner, str) else 0))

    def _each(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self.take(_TURN)
            yield item
