"""Count the paragraphs or the sections of a memo, as its audience wants them numbered."""

from collections.abc import Iterator
from typing import Literal

from briefgen.memo import Block, Blocks, Heading, Paragraph

Numbering = Literal["none", "paragraphs", "sections"]


def numbered(blocks: Blocks, numbering: Numbering) -> Blocks:
    """Count what stands at the top level of a memo; a paragraph that comes with the number 0 stays without one."""
    return tuple(_numbered(blocks, numbering))


def _numbered(blocks: Blocks, numbering: Numbering) -> Iterator[Block]:
    paragraph, sections = 0, [0, 0, 0]
    for block in blocks:
        match block:
            case Paragraph(content, None) if numbering == "paragraphs":
                paragraph += 1
                yield Paragraph(content, paragraph)
            case Paragraph(content):
                yield Paragraph(content)
            case Heading(level, content, section) if numbering == "sections":
                sections[level - 2] += 1
                sections[level - 1 :] = [0] * (4 - level)
                yield Heading(level, content, section, ".".join(str(part) for part in sections[: level - 1]))
            case _:
                yield block
