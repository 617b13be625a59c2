"""Written files are read for their pages, for what they say of themselves, and for traces of their making."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import cast

import pikepdf
import pytest
from support.checking import record
from support.samples import memo_of

from briefgen import pipeline
from briefgen.checks.check import Silence, check
from briefgen.checks.material import Filled
from briefgen.checks.rendered import Rendered, rendered
from briefgen.theme import Theme

MEMO = memo_of("ukraine-demands", "minister")
PDF, DOCX = (pipeline.written(MEMO, Theme(), kind) for kind in ("pdf", "docx"))
FILES = Silence(select=("MRK08", "DOC02", "DOC09", "DOC12"))


def read(kind: str, data: bytes) -> Rendered:
    return cast("Rendered", rendered(kind, data))


def told(*files: Rendered) -> list[str]:
    filled = Filled("minister", MEMO, files=files)
    return [notice.message for notice in check(record(), {}, schemes={}, memos=(filled,), silence=FILES)]


def with_markup(markup: bytes) -> bytes:
    """The Word file with `markup` at the beginning of its first paragraph."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(DOCX)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name, data.replace(b"</w:pPr>", b"</w:pPr>" + markup, 1) if name == "word/document.xml" else data
            )
    return made.getvalue()


def with_note() -> bytes:
    """The PDF with somebody's note on its first page."""
    made = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as document:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 20, 20], Contents="is this right?"
        )
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])
        document.save(made)
    return made.getvalue()


def test_a_pdf_is_read_page_by_page() -> None:
    file = read("pdf", PDF)

    assert (len(file.pages), file.title, file.author, file.traces) == (2, MEMO.meta.title, "Sample desk", ())
    assert "Page 2 of 2" in file.pages[1]


def test_a_word_file_says_who_and_what_it_is() -> None:
    assert read("docx", DOCX) == Rendered("docx", (), MEMO.meta.title, "Sample desk", ())


def test_other_formats_show_no_more_than_the_memo() -> None:
    assert rendered("txt", b"") is None


def test_what_briefgen_writes_has_no_finding() -> None:
    assert told(read("pdf", PDF), read("docx", DOCX)) == []


TRACES = {
    "comments": b'<w:commentReference w:id="1"/>',
    "tracked changes": b'<w:ins w:id="1" w:author="J"><w:r><w:t>x</w:t></w:r></w:ins>',
    "hidden text": b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>",
}


@pytest.mark.parametrize(("trace", "markup"), TRACES.items())
def test_a_trace_in_a_word_file_is_told(trace: str, markup: bytes) -> None:
    assert told(read("docx", with_markup(markup))) == [f"the docx file for minister holds {trace}"]


def test_a_note_on_a_pdf_is_told() -> None:
    assert told(read("pdf", with_note())) == ["the pdf file for minister holds comments"]


def test_a_page_without_its_marking_is_told() -> None:
    file = read("pdf", PDF)
    bare = file.pages[1].replace("OFFICIAL-SENSITIVE\n", "", 1)

    assert told(replace(file, pages=(file.pages[0], bare))) == [
        "page 2 of the memo for minister has the marking 1 times, not twice"
    ]
