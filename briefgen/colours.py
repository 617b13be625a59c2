"""Colours as `#rrggbb`, and whether one can be read on another (WCAG 2.2, 1.4.3)."""

import re

READABLE = 4.5
"""The contrast that text needs; also that of FIRST and of most house styles."""
_DARK = 0.04045
"""Up to here sRGB is linear."""
_WRITTEN = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


def is_colour(text: str) -> bool:
    """Tell whether `text` is a colour as this program writes them."""
    return _WRITTEN.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def darker(colour: str) -> str:
    """Give the lightest shade of a colour in which text on white can be read."""
    found = _WRITTEN.fullmatch(colour)
    parts = [int(part, 16) for part in found.groups()] if found else [0, 0, 0]
    shades = ("#" + "".join(f"{part * step // 100:02x}" for part in parts) for step in range(100, -1, -1))
    return next(shade for shade in shades if contrast(shade, "#ffffff") >= READABLE)


def _luminance(colour: str) -> float:
    """Give the relative luminance (WCAG 2.2, definitions)."""
    found = _WRITTEN.fullmatch(colour)
    if found is None:
        message = f"{colour!r} is not written #rrggbb"
        raise ValueError(message)
    red, green, blue = (_linear(int(part, 16) / 255) for part in found.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4
