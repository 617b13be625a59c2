"""Strings as pdfium gives them: into a buffer of ours, in UTF-16, with U+0000 at their end."""

import ctypes
from collections.abc import Callable
from typing import Any

UNIT = 2
"""Bytes of a character."""
_UNITS = ctypes.POINTER(ctypes.c_ushort)
_USUAL = 256
"""Bytes that nearly every string has room in, so that its length need not be asked for first."""


def wide(buffer: Any) -> Any:  # noqa: ANN401 - of ctypes
    """Give a buffer as the units that pdfium writes into it."""
    return ctypes.cast(buffer, _UNITS)


_buffer = ctypes.create_string_buffer(_USUAL)
"""One for all: a string is taken out of it before the next is asked for."""
_wide_buffer = wide(_buffer)


def string(get: Callable[..., int], *asked: Any) -> str:  # noqa: ANN401 - handles of pdfium
    """Give the string that `get` writes for what is `asked`."""
    size = get(*asked, _wide_buffer, _USUAL)
    if size <= _USUAL:
        return _buffer.raw[: size - UNIT].decode("utf-16-le") if size > UNIT else ""
    buffer = ctypes.create_string_buffer(size)
    get(*asked, wide(buffer), size)
    return buffer.raw[: size - UNIT].decode("utf-16-le")
