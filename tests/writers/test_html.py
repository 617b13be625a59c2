"""The HTML page is valid, needs nothing else, and holds every word."""

import re
from xml.etree.ElementTree import Element

import html5lib
from support.specimen import HOSTILE, SPECIMEN
from support.wording import normal, wording

from briefgen.theme import DEFAULT
from briefgen.writers.html import write

PAGE = write(SPECIMEN, DEFAULT).decode()
INLINE = frozenset({"a", "strong", "em", "span", "time", "data"})


def parsed(page: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def spoken(element: Element) -> str:
    """Give the text of an element, without numbers that the memo does not hold and without drawings."""
    if element.get("class") == "number" or element.get("role") == "img":
        return element.tail or ""
    inside = (element.text or "") + "".join(spoken(child) for child in element)
    return (inside if element.tag in INLINE else f" {inside} ") + (element.tail or "")


def one(tree: Element, path: str) -> Element:
    found = tree.find(path)
    assert found is not None
    return found


def test_the_page_is_valid_and_holds_the_words_in_their_order() -> None:
    main = one(parsed(PAGE), ".//main")

    assert normal(spoken(main)) == wording(SPECIMEN)


def test_hostile_characters_come_out_as_they_are() -> None:
    assert HOSTILE in normal(spoken(one(parsed(PAGE), ".//h1")))


def test_nothing_comes_from_elsewhere() -> None:
    assert re.findall(r"<script|<link|<img|src=|@import|url\(|javascript:[^1]", PAGE) == []


def test_the_marking_is_told_once_and_shown_twice() -> None:
    marks = [mark for mark in parsed(PAGE).iter("p") if mark.get("class") == "marking"]

    assert [(normal("".join(mark.itertext())), mark.get("aria-hidden")) for mark in marks] == [
        ("Marking: OFFICIAL", None),
        ("OFFICIAL", "true"),
    ]


def test_language_title_and_direction_are_declared() -> None:
    tree = parsed(PAGE)
    spans = [(span.get("lang"), span.get("dir")) for span in tree.iter("span") if span.get("lang")]

    assert (tree.get("lang"), one(tree, ".//title").text) == ("en-GB", SPECIMEN.meta.title)
    assert spans == [("fr", "ltr"), ("uk", "ltr"), ("el", "ltr")]


def test_every_citation_leads_to_its_source() -> None:
    tree = parsed(PAGE)
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    links = [link.get("href", "") for link in tree.iter("a") if link.get("href", "").startswith("#")]

    assert len(links) == 5
    assert {link[1:] for link in links} <= ids


def test_cells_say_what_they_are_heads_of() -> None:
    scopes = {head.get("scope") for head in parsed(PAGE).iter("th")}

    assert scopes == {"col", "row"}


def test_the_same_memo_gives_the_same_bytes() -> None:
    assert write(SPECIMEN, DEFAULT).decode() == PAGE
