"""Two bodies of one Word file → one body with tracked changes (ISO/IEC 29500-1 §17.13.5).

Accepting all gives the words of the later body, rejecting all those of the earlier.
Paragraphs and rows are matched first, then the words within a paragraph; how something is numbered or how wide a
column is counts as no difference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import field
from difflib import SequenceMatcher
from itertools import count

from lxml import etree
from lxml.etree import _Element as Element

from briefgen.alignment import Pair, aligned, are_alike
from briefgen.values import dataclass

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_DIFFERENCE = re.compile(
    rb'<w:numId [^>]*/>|<w:tcW [^>]*/>|<w:bookmark[^>]*/>| (?:w:|r:)?(?:id|embed)="[^"]*"|<w:id w:val="\d+"/>'
    rb'| name="Figure \d+"'
)
"""Counted or measured anew in each file."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_FIRST = 100_000
"""Number of the first change; bookmarks and pictures have the lower ones."""


def tracked(before: bytes, after: bytes, author: str, date: str) -> bytes:
    """Merge the documents of two editions, as `author` would have changed the one into the other."""
    old, new = etree.fromstring(before), etree.fromstring(after)
    body = new[0]
    *content, section = body
    merged = [*_Editor(author, date).blocks(list(old[0])[:-1], content)]
    for child in content:
        if child.getparent() is body:
            body.remove(child)
    for one in merged:
        section.addprevious(one)
    return etree.tostring(new, xml_declaration=True, encoding="UTF-8", standalone=True)


@dataclass(slots=True)
class _Editor:
    author: str
    date: str
    _numbers: "count[int]" = field(default_factory=lambda: count(_FIRST))

    def blocks(self, old: Sequence[Element], new: Sequence[Element]) -> Iterator[Element]:
        """Merge paragraphs and tables; two tables that touch would become one."""
        follows_table = False
        for pair in aligned(old, new, _key, _are_one):
            one = pair.now if pair.now is not None else pair.was
            is_table = one is not None and one.tag == f"{_W}tbl"
            if is_table and follows_table:
                yield self._all(etree.Element(f"{_W}p"), "del" if pair.now is None else "ins")
            yield from self._merged(pair)
            follows_table = is_table

    def _merged(self, pair: Pair[Element]) -> Iterator[Element]:
        match pair:
            case Pair(_, Element() as now, same=True):
                yield now
            case Pair(None, Element() as now):
                yield self._all(now, "ins")
            case Pair(Element() as was, None):
                yield self._all(was, "del")
            case Pair(Element() as was, Element() as now):
                yield self._table(was, now) if was.tag == f"{_W}tbl" else self._paragraph(was, now)
            case _:
                return

    def _paragraph(self, old: Element, new: Element) -> Element:
        merged = etree.Element(f"{_W}p")
        properties = new.find(f"{_W}pPr")
        if properties is not None:
            merged.append(deepcopy(properties))
        for how, was, now in _steps([*_atoms(old, marks=False)], [*_atoms(new)]):
            if how == "equal":
                merged.extend(_joined(now))
            else:
                merged.extend(self._changed(was, "del"))
                merged.extend(self._changed(now, "ins"))
        return merged

    def _table(self, old: Element, new: Element) -> Element:
        merged = etree.Element(f"{_W}tbl")
        merged.extend(deepcopy(one) for one in new if one.tag != f"{_W}tr")
        for how, was, now in _steps(old.findall(f"{_W}tr"), new.findall(f"{_W}tr")):
            if how == "equal":
                merged.extend(deepcopy(row) for row in now)
                continue
            pairs = min(len(was), len(now))
            merged.extend(self._row(one, other) for one, other in zip(was, now, strict=False))
            merged.extend(self._all(row, "del") for row in was[pairs:])
            merged.extend(self._all(row, "ins") for row in now[pairs:])
        return merged

    def _row(self, old: Element, new: Element) -> Element:
        merged = deepcopy(new)
        for was, now in zip(old.findall(f"{_W}tc"), merged.findall(f"{_W}tc"), strict=True):
            inside = [one for one in now if one.tag != f"{_W}tcPr"]
            done = [*self.blocks([one for one in was if one.tag != f"{_W}tcPr"], inside)]
            for one in inside:
                if one.getparent() is now:
                    now.remove(one)
            now.extend(done)
        return merged

    def _all(self, block: Element, how: str) -> Element:
        """Mark a paragraph, a row or a whole table as inserted or deleted."""
        made = deepcopy(block)
        for row in made.iter(f"{_W}tr"):
            properties = row.find(f"{_W}trPr")
            if properties is None:
                properties = etree.Element(f"{_W}trPr")
                row.insert(0, properties)
            properties.append(self._mark(how))
        for paragraph in [*made.iter(f"{_W}p")]:
            self._whole_paragraph(paragraph, how)
        return made

    def _whole_paragraph(self, paragraph: Element, how: str) -> None:
        properties = paragraph.find(f"{_W}pPr")
        atoms = [*_atoms(paragraph, marks=how == "ins", whole=True)]
        for child in [*paragraph]:
            paragraph.remove(child)
        if properties is None:
            properties = etree.Element(f"{_W}pPr")
        of_the_mark = properties.find(f"{_W}rPr")
        if of_the_mark is None:
            of_the_mark = etree.SubElement(properties, f"{_W}rPr")
        of_the_mark.insert(0, self._mark(how))
        paragraph.append(properties)
        paragraph.extend(self._changed(atoms, how))

    def _changed(self, atoms: Sequence[Element], how: str) -> Iterator[Element]:
        """Wrap runs; links wrap their own, for a change cannot hold a link."""
        for one in _joined(atoms):
            if one.tag in {f"{_W}bookmarkStart", f"{_W}bookmarkEnd"}:
                yield one
            elif one.tag == f"{_W}hyperlink":
                for run in [*one]:
                    mark = self._mark(how)
                    one.replace(run, mark)
                    mark.append(_struck(run) if how == "del" else run)
                yield one
            else:
                mark = self._mark(how)
                mark.append(_struck(one) if how == "del" else one)
                yield mark

    def _mark(self, how: str) -> Element:
        told = {"id": str(next(self._numbers)), "author": self.author, "date": self.date}
        return etree.Element(f"{_W}{how}", {f"{_W}{name}": value for name, value in told.items()})


def _steps(
    old: Sequence[Element], new: Sequence[Element]
) -> Iterator[tuple[str, Sequence[Element], Sequence[Element]]]:
    matcher = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    for how, i, j, k, m in matcher.get_opcodes():
        yield how, old[i:j], new[k:m]


def _key(element: Element) -> bytes:
    return _NO_DIFFERENCE.sub(b"", etree.tostring(element))


def _are_one(old: Element, new: Element) -> bool:
    if old.tag != new.tag:
        return False
    if old.tag == f"{_W}tbl":
        widths = [len({len(row.findall(f"{_W}tc")) for row in one.iter(f"{_W}tr")}) for one in (old, new)]
        columns = [len(one.findall(f"{_W}tblGrid/{_W}gridCol")) for one in (old, new)]
        return columns[0] == columns[1] and widths == [1, 1]
    styles = [one.find(f"{_W}pPr/{_W}pStyle") for one in (old, new)]
    named = [style.get(f"{_W}val") if style is not None else "" for style in styles]
    was, now = (_WORDS.findall("".join(text.text or "" for text in one.iter(f"{_W}t"))) for one in (old, new))
    return named[0] == named[1] and are_alike(was, now)


def _atoms(paragraph: Element, *, marks: bool = True, whole: bool = False) -> Iterator[Element]:
    """Take a paragraph apart into words, each a run of its own, and the rest; `marks` are bookmarks."""
    for child in paragraph:
        texts = child.findall(f"{_W}t") if child.tag == f"{_W}r" else []
        if child.tag == f"{_W}pPr" or (child.tag.startswith(f"{_W}bookmark") and not marks):
            continue
        if whole or not texts:
            yield deepcopy(child)
            continue
        for word in _WORDS.findall(texts[0].text or ""):
            run = deepcopy(child)
            for text in run.iter(f"{_W}t"):
                text.text = word
            yield run


def _joined(atoms: Iterable[Element]) -> Iterator[Element]:
    """Put words that are set alike into one run again."""
    last: Element | None = None
    for atom in atoms:
        text = atom.find(f"{_W}t") if atom.tag == f"{_W}r" else None
        if text is None:
            if last is not None:
                yield last
            last = None
            yield deepcopy(atom)
        elif last is not None and _setting(last) == _setting(atom):
            for joined in last.iter(f"{_W}t"):
                joined.text = (joined.text or "") + (text.text or "")
        else:
            if last is not None:
                yield last
            last = deepcopy(atom)
    if last is not None:
        yield last


def _setting(run: Element) -> bytes:
    properties = run.find(f"{_W}rPr")
    return b"" if properties is None else etree.tostring(properties)


def _struck(run: Element) -> Element:
    """Turn the text of what is deleted into deleted text."""
    for text in run.iter(f"{_W}t"):
        text.tag = f"{_W}delText"
    return run
