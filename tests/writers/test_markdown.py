"""Markdown is written so that it is read back as the same memo."""

from hypothesis import given
from hypothesis import strategies as st
from support.specimen import META, SPECIMEN

from briefgen.markdown import parse
from briefgen.markdown_escape import escape
from briefgen.memo import Memo
from briefgen.theme import DEFAULT
from briefgen.writers.markdown import write

LAYOUT = """\
# {v} and {v}

{{.header}}
- **To** {v}
- **{v}** {v}{v}

## {v}

{v}

a {v} b {v}

- {v}
  {v}
1. {v}

> {v}

| {v} | {v} |
|---|---|
|{v}|{v}|

**{v}** *{v}* [{v}](https://example.org)
"""
hostile = st.text(st.sampled_from('\\|`*_[](){}<>#&!~^$-+=:.@"/19aé \t\n'), min_size=1, max_size=12)


def read(text: str) -> Memo:
    return parse(text, file="filled.md", meta=META)


def test_the_specimen_comes_back_unchanged() -> None:
    assert read(write(SPECIMEN, DEFAULT).decode()) == SPECIMEN


@given(hostile.filter(lambda text: text.strip()))
def test_a_value_changes_neither_structure_nor_text_wherever_it_stands(value: str) -> None:
    shown = " ".join(value.split())

    memo = read(LAYOUT.format(v=escape(value)))

    harmless = repr(read(LAYOUT.format(v="QQ")))
    assert repr(memo) == harmless.replace("QQ", repr(shown)[1:-1])
