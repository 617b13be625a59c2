"""Typst, as the Python package that holds its compiler: a template that reads the content; PDF plain and PDF/UA-1.

Compiled once and kept, as Typst keeps what two memos have in common.
"""

from functools import cache
from typing import cast

import typst

_MARKUP = f"{__file__.rpartition('/')[0]}/memo.typ"


def pdf(memo: str, kit: str) -> dict[str, bytes]:
    """Make the memo without tags, which Typst would write by itself."""
    made = _compiler(kit).compile(sys_inputs={"content": f"{memo}/content.json"}, format="pdf", pdf_tags=False)
    return {"pdf": cast("bytes", made)}


def tagged(memo: str, kit: str) -> dict[str, bytes]:
    """Make the memo as PDF/UA-1."""
    made = _compiler(kit).compile(sys_inputs={"content": f"{memo}/content.json"}, format="pdf", pdf_standards="ua-1")
    return {"pdf": cast("bytes", made)}


@cache
def _compiler(kit: str) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{kit}/faces"])
    return typst.Compiler(_MARKUP, root="/", font_paths=fonts)
