"""Lengths as people write them."""

import re

from briefgen.theme import MILLIMETRE

_LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?(mm|cm|in|pt)")
_UNITS = {"mm": MILLIMETRE, "cm": 10 * MILLIMETRE, "in": 72.0, "pt": 1.0}


def length(text: str) -> float | None:
    """Read a length such as `25mm`, in points; None for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _UNITS[found[2]] if found else None
