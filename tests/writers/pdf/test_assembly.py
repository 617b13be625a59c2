"""The bytes of a file: small objects packed, everything found again."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.writers.pdf.assembly import assembled
from briefgen.writers.pdf.objects import RawObject, RawStream, colour, number, reference, text_string


def file_of(count: int) -> bytes:
    document = PDFDocument(dummyoutline=1)
    root, information = RawObject(document), RawObject(document)
    leaves = [RawObject(document) for _ in range(count)]
    for value, leaf in enumerate(leaves):
        leaf.spell(f"({value})")
    stream = reference(document, document.Reference(RawStream(b"content")))
    pages = RawObject(document)
    pages.spell("<< /Type /Pages /Kids [] /Count 0 >>")
    listed = " ".join(leaf.reference for leaf in leaves)
    root.spell(f"<< /Type /Catalog /Pages {pages.reference} /Leaves [{listed}] /Stream {stream} >>")
    information.spell("<< /Title (A title) >>")
    return assembled(document, root.reference, information.reference)


@pytest.mark.parametrize("count", [0, 1, 249, 250, 251, 1200], ids=str)
def test_every_object_is_found_again(count: int) -> None:
    with pikepdf.open(BytesIO(file_of(count))) as pdf:
        leaves = [str(leaf) for leaf in pdf.Root.get("/Leaves", [])]

        assert leaves == [str(value) for value in range(count)]
        assert pdf.Root.Stream.read_bytes() == b"content"
        assert str(pdf.docinfo.Title) == "A title"


def test_many_small_objects_take_little_room() -> None:
    assert len(file_of(2000)) - len(file_of(1000)) < 1000 * 12


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("plain", "(plain)"),
        (r"a (b) \c", r"(a \(b\) \\c)"),
        ("é", "<FEFF00E9>"),
        ("a\nb", "<FEFF0061000A0062>"),
        ("😀", "<FEFFD83DDE00>"),
        ("", "()"),
    ],
    ids=["plain", "escaped", "accent", "control", "beyond", "empty"],
)
def test_text_is_spelled_so_that_it_reads_back(text: str, spelled: str) -> None:
    assert text_string(text) == spelled


@pytest.mark.parametrize(
    ("value", "spelled"), [(0, "0"), (10, "10"), (1.5, "1.5"), (-0.25, "-0.25"), (0.001, "0"), (-0.001, "0")], ids=str
)
def test_lengths_are_spelled_shortly(value: float, spelled: str) -> None:
    assert number(value) == spelled


def test_colours_are_spelled_as_parts_of_one() -> None:
    assert (colour("#ff0000"), colour("#1a1a1a", "RG")) == ("1 0 0 rg", "0.102 0.102 0.102 RG")
