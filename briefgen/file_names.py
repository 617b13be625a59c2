"""File names that every system takes, and names that some systems take for the same.

Windows forbids the most, so its rules are kept everywhere: a folder of memos can be shared, unpacked and mailed.
"""

import re
from unicodedata import normalize

_FORBIDDEN = re.compile(r'[<>:"|?*\\/\x00-\x1f\x7f]')
"""`:` would write into a stream beside the file, without a word."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|\Z)", re.IGNORECASE)
"""Names of devices, whatever ending they have."""


def portable(name: str) -> str:
    """Give a file name that Windows, macOS and Linux take, the same where they take `name` as it is."""
    plain = _FORBIDDEN.sub("-", composed(name)).rstrip(". ")
    return _DEVICE.sub(r"\1_", plain, count=1) if _DEVICE.match(plain) else plain or "_"


def composed(name: str) -> str:
    """Give a name with its accented letters in one piece, as keyboards write them; disks of a Mac part them."""
    return normalize("NFC", name)


def sameness(name: str) -> str:
    """Give what two names have in common that are one file on Windows or macOS."""
    return composed(composed(name).casefold())
