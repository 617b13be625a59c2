"""The specimen, over which all writers are tested, has every kind of block and inline in it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

import pytest
from support.specimen import SPECIMEN

from briefgen.memo import Block, Inline


def kinds_in(value: object) -> Iterator[type]:
    """Every type of dataclass that a value is made of, however deep."""
    if isinstance(value, tuple):
        for member in value:
            yield from kinds_in(member)
    elif is_dataclass(value):
        yield type(value)
        for field in fields(value):
            yield from kinds_in(getattr(value, field.name))


@pytest.mark.parametrize("kind", [*get_args(Block), *get_args(Inline)])
def test_the_specimen_has_every_block_and_inline(kind: type) -> None:
    assert kind in set(kinds_in((SPECIMEN.header, SPECIMEN.blocks)))
