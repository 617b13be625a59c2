"""Links, the places they lead to, and bookmarks."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from support.specimen import SPECIMEN, p, t

from briefgen.memo import Heading, Link, Paragraph
from briefgen.theme import DEFAULT
from briefgen.writers.pdf import write


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(write(SPECIMEN, DEFAULT)))


def annotations(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]


def names(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    listed = list(pdf.Root.Names.Dests.Names)
    return {str(name): place for name, place in zip(listed[::2], listed[1::2], strict=True)}


def drawn(items: list[pikepdf.OutlineItem], depth: int = 0) -> str:
    return "".join(f"{'  ' * depth}{item.title}\n{drawn(list(item.children), depth + 1)}" for item in items)


def test_addresses_lead_to_the_web_and_say_so(pdf: pikepdf.Pdf) -> None:
    links = [(str(a.A.URI), str(a.Contents)) for a in annotations(pdf) if a.A.S == "/URI"]

    assert links == [
        ("https://example.org/a_b?c=1&d=2", "link to a page (https://example.org/a_b?c=1&d=2)"),
        ("mailto:desk@example.org", "desk@example.org"),
        ("https://example.org/x", "press release (https://example.org/x)"),
    ]


def test_citations_lead_to_places_with_names_that_last(pdf: pikepdf.Pdf) -> None:
    links = [(str(a.A.D), str(a.Contents)) for a in annotations(pdf) if a.A.S == "/GoTo"]

    assert links == [(f"source-{n}", f"Source {n}") for n in (1, 1, 2, 2, 2)]
    assert {target for target, _ in links} < set(names(pdf))


def test_sections_have_the_names_of_the_record(pdf: pikepdf.Pdf) -> None:
    assert sorted(names(pdf)) == ["glossary", "heading-2", "heading-3", "positions", "source-1", "source-2"]


def test_names_are_sorted_as_readers_search_them(pdf: pikepdf.Pdf) -> None:
    listed = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]

    assert listed == sorted(listed)


def test_bookmarks_nest_as_the_headings_do(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        shown = drawn(list(outline.root))

    assert shown == "Key Demands\n  In numbers\n    In their own words\nLanguages\n"


def test_headings_with_one_name_have_bookmarks_of_their_own() -> None:
    blocks = (Heading(2, t("One"), "same"), *p("Words."), Heading(2, t("Two"), "same", "2"), *p("Words."))

    with pikepdf.open(BytesIO(write(replace(SPECIMEN, blocks=blocks), DEFAULT))) as pdf:
        assert sorted(names(pdf)) == ["heading-2", "same"]
        with pdf.open_outline() as outline:
            assert drawn(list(outline.root)) == "One\n2 Two\n"


def test_a_link_over_two_lines_has_an_area_on_each() -> None:
    link = Link("https://example.org/", t("A very long link that runs on. " * 5))

    with pikepdf.open(BytesIO(write(replace(SPECIMEN, blocks=(Paragraph((link,)),)), DEFAULT))) as pdf:
        areas = [[float(edge) for edge in annotation.Rect] for annotation in annotations(pdf)]

    assert len(areas) == 2
    assert areas[0][1] - areas[1][1] == pytest.approx(DEFAULT.body.leading)


def test_addresses_are_escaped_where_a_pdf_needs_it() -> None:
    link = Link("https://example.org/ü?a=(1)", t("Words"))

    with pikepdf.open(BytesIO(write(replace(SPECIMEN, blocks=(Paragraph((link,)),)), DEFAULT))) as pdf:
        (annotation,) = annotations(pdf)

        assert str(annotation.A.URI) == "https://example.org/%C3%BC?a=(1)"
        assert str(annotation.Contents) == "Words (https://example.org/ü?a=(1))"


def test_every_annotation_is_part_of_the_structure(pdf: pikepdf.Pdf) -> None:
    parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))

    assert {str(parents[a.StructParent].S) for a in annotations(pdf)} == {"/Link"}
    assert [page.obj.StructParents in parents for page in pdf.pages] == [True] * len(pdf.pages)
    assert {str(page.obj.Tabs) for page in pdf.pages} == {"/S"}
