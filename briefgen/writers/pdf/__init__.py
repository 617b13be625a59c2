"""Memo → PDF that everybody can read and that lasts: PDF/UA-1 and PDF/A-2a in one file, always.

With the record attached it is PDF/A-3a, the same with files inside.

The memo is laid out as a story (`story`), which is placed on pages (`pages`), in the way that fills them best
(`fitting`).
They are those of a canvas of ReportLab's that refuses whatever is not tagged (`canvas`); page numbers and markings are
painted when the number of pages is known (`furniture`), and then the file is put together (`finish`).
"""

from dataclasses import replace

from briefgen.errors import WriteError
from briefgen.memo import Memo, source_lists
from briefgen.memo_words import words
from briefgen.theme import Theme
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.pdf.bidi import runs_one_way
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.finish import finish
from briefgen.writers.pdf.fitting import Galley, best_fit
from briefgen.writers.pdf.font_set import font_set, missing_characters
from briefgen.writers.pdf.furniture import announce, paint_furniture, printed
from briefgen.writers.pdf.keeping import Kept
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.letters import Direction
from briefgen.writers.pdf.pages import Page, paint, place
from briefgen.writers.pdf.story import story
from briefgen.writers.pdf.writing import Writing
from briefgen.writers.room import rooms


def write(memo: Memo, theme: Theme) -> bytes:
    """Write `memo`; `WriteError` for characters that no font has."""
    meta = memo.meta
    fonts = font_set(theme)
    said = (*words(memo), *printed(meta, theme.letterhead), memo.marks.legend)
    missing = missing_characters(said, fonts)
    if missing:
        raise WriteError(*missing)
    direction: Direction = "rtl" if is_right_to_left(meta.language) else "ltr"
    cited = frozenset(entry.number for sources in source_lists(memo.blocks) for entry in sources.entries)
    first, others = rooms(theme, meta, legend=bool(memo.marks.legend))
    tightest = replace(theme.margins, top=max(first.top, others.top), bottom=max(first.bottom, others.bottom))
    writing = Writing(replace(theme, margins=tightest), meta.labels, fonts, meta.language, direction, cited, memo.marks)
    both_ways = not all(runs_one_way(text) for text in said)

    def set_in(looks: Theme) -> Galley:
        canvas = TaggedCanvas(theme, meta.language, both_ways=both_ways)
        announced = announce(meta, first, canvas.structure.root)
        return Galley(canvas, announced, story(memo, canvas.structure.root, replace(writing, theme=looks)))

    def on_pages(leaves: tuple[Leaf | Kept, ...]) -> tuple[Page, ...]:
        return place(leaves, theme, first, others)

    galley, pages = best_fit(set_in, on_pages, writing.theme)
    paint(pages, galley.canvas, theme)
    paint_furniture(galley.canvas, meta, (first, others), galley.announced, writing)
    return finish(galley.canvas, memo)
