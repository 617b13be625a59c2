"""The tags of a Word template, told as a template of one line for each paragraph.

So everything that reads, checks and fills our other templates reads this one too, and its lines are paragraphs.
"""

import re
from collections.abc import Iterator

from briefgen.notices import Notice, Place
from briefgen.shelf import Sheet
from briefgen.word_templates.reading import Part

ENDS = "\x1f"
"""Stands after each paragraph that is printed, before a digit for its level as a heading."""
_TAG = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}")
_PREFIX = re.compile(r"^(\{[%#])(?:p|tr|tc|r)\s")
_ALONE = re.compile(r"^\{[%#](?:p|tr|tc)\s")
_MARKUP = re.compile(r"^\{\{(?:p|tr|tc|r)\s")
_WORD = re.compile(r"^\{%[-+]?\s*(\w+)")
_KNOWN = frozenset({"for", "endfor", "if", "elif", "else", "endif", "set", "with", "endwith"})
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_SPELLED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How docxtpl writes braces that are none of a tag."""


def told(part: Part, file: str) -> Sheet:
    """Give a part as a template; its path is the file's, with the part's name behind it."""
    lines = (_line(text, level) for text, level in zip(part.paragraphs, part.levels, strict=True))
    return Sheet(f"{file}:{part.name}", "\n".join(lines))


def refused(part: Part, file: str) -> Iterator[Notice]:
    """Tell of tags that docxtpl knows and that have no place where values are never markup."""
    for number, text in enumerate(part.paragraphs, 1):
        for found in _TAG.finditer(text):
            tag = found[0].translate(_STRAIGHT)
            place = Place(file, number, found.start() + 1, part.name)
            word = _WORD.match(_PREFIX.sub(r"\1 ", tag))
            if _MARKUP.match(tag):
                hint = "write {{ … }}"
                yield Notice("error", "WRD02", f"{tag} is for Word markup, which no value is", place, hint)
            elif word and (word[1] not in _KNOWN or (word[1] == "set" and "=" not in tag)):
                hint = f"there is {', '.join(sorted(_KNOWN))}"
                yield Notice("error", "WRD02", f"`{word[1]}` is not for Word templates: {tag}", place, hint)


def paragraphs(filled: str) -> tuple[tuple[str, int], ...]:
    """Take a filled template apart: the words of each paragraph, and its level as a heading."""
    pieces = re.split(f"{ENDS}([0-9])", filled)
    return tuple((text.strip(), int(level)) for text, level in zip(pieces[::2], pieces[1::2], strict=False))


def _line(text: str, level: int) -> str:
    alone = [tag for tag in _TAG.findall(text) if _ALONE.match(tag)]
    if alone:
        return _straightened(alone[0])
    ends, after = [], 0
    for found in _TAG.finditer(text):
        ends += [_unspelled(text[after : found.start()]), _straightened(found[0])]
        after = found.end()
    return "".join((*ends, _unspelled(text[after:]), ENDS, str(level)))


def _straightened(tag: str) -> str:
    """Write a tag as Jinja2 does; the columns stay as they are."""
    return _PREFIX.sub(lambda found: f"{found[1]}{' ' * (len(found[0]) - 2)}", tag.translate(_STRAIGHT))


def _unspelled(text: str) -> str:
    for spelled, meant in _SPELLED:
        text = text.replace(spelled, f"{{{{ '{meant}' }}}}")
    return text
