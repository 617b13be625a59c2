"""Spoil files on purpose, so that tests can see a checker notice."""

import re
from io import BytesIO
from zipfile import ZipFile


def spoilt(data: bytes, part: str, pattern: str, replacement: str = "", *, count: int = 0) -> bytes:
    """Replace what matches in a part of a Word file, everywhere or `count` times; it must be there."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(target, "w") as spoiling:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                text, found = re.subn(pattern, replacement, content.decode(), count=count, flags=re.DOTALL)
                assert found, f"there is no {pattern} in {part}"
                content = text.encode()
            spoiling.writestr(name, content)
    return target.getvalue()
