"""Read plain text."""

from briefgen.draft.compose import Raw


def read_plain(data: bytes, name: str) -> Raw:
    return Raw(data.decode())
