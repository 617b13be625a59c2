"""A message says in few words what it carries, the same in text and in HTML, with the marking around it."""

import json
import re
from collections.abc import Mapping
from typing import Any

import html5lib
import pytest
from support.articles import HOSTILE, SMALL

from briefgen import resources
from briefgen.article.read import read
from briefgen.desk.message_words import MessageWords
from briefgen.files import read_texts
from briefgen.mail.addresses import Mailbox
from briefgen.mail.body import Body, template
from briefgen.mail.outbox import Delivery
from briefgen.mail.plan import Item
from briefgen.mail.recipients import Recipient
from briefgen.memo import Banner, Meta
from briefgen.pipeline import prepared
from briefgen.shelf import Sheet, Shelf

SHIPPED = {name: Sheet(path, text) for name, path, text in read_texts(resources.templates_folder())}
META = Meta("Memo", "en-GB", "2025-05-06T00:00:00Z", banner=Banner("OFFICIAL"))
ASKING = """\
bluf: {text: The council reopens the line only if fares are capped.}
recommendation:
  - {ask: agree, text: to offer a cap of 12 crowns, decide_by: 2025-05-13}
  - {ask: note, text: that the port keeps a berth}
change_note: The port has answered
"""
JO = Recipient(Mailbox("jo@example.org", "Jo"), fields=(("unit", "Ports"),))
EARLIER = Delivery(
    1, 1, "ferry-talks", "ferry-talks@1", "minister", "jo@example.org", "c1", "accepted", "", 1, 0, 250, "ok",
    "2025-05-02T09:00:00Z", "<a@example.org>", "OFFICIAL", "Ferry talks",
)  # fmt: skip


def written(
    audience: str = "minister",
    *,
    more: str = ASKING,
    earlier: Delivery | None = None,
    is_correction: bool = False,
    sheets: Mapping[str, str] | None = None,
) -> Body:
    own = {name: Sheet(name, text) for name, text in (sheets or {}).items()}
    shelf = Shelf(SHIPPED | own)
    ready = prepared(read((SMALL + more).encode(), "a.yaml"), audience, shelf)
    words = MessageWords(ready, shelf, META, ("memo.pdf", "memo.docx"), is_correction)
    return words.write(Item(JO, "c2", "new", earlier=earlier))


def heard(page: str) -> str:
    root: Any = html5lib.parse(page, namespaceHTMLElements=False)
    return " ".join("".join(root.find("body").itertext()).split())


def test_the_subject_has_the_marking_the_title_and_what_is_asked() -> None:
    assert written().subject == "[OFFICIAL] Island council sets two conditions – for decision by 13 May 2025"


def test_the_text_has_the_bottom_line_and_the_ask_between_two_markings() -> None:
    assert written().text == (
        "OFFICIAL\n\n"
        "Island council sets two conditions – for decision by 13 May 2025\n"
        "****************************************************************\n\n"
        "The council reopens the line only if fares are capped.\n\n"
        "You are asked to agree by 13 May 2025: To offer a cap of 12 crowns. More\n"
        "is asked in the memo.\n\n"
        "Attached: memo.pdf and memo.docx\n\n"
        "OFFICIAL\n"
    )


@pytest.mark.parametrize("earlier", [None, EARLIER], ids=["new", "replacing"])
@pytest.mark.parametrize(
    "audience", sorted({name.split("/")[0] for name in SHIPPED if name.endswith("/audience.yaml")})
)
def test_text_and_page_say_the_same(audience: str, earlier: Delivery | None) -> None:
    found = written(audience, earlier=earlier)
    text = " ".join(re.sub(r"^(\*+|[|] ?|- )", "", found.text, flags=re.MULTILINE).split())

    assert heard(found.html).replace(" ", "") == text.replace(" ", "")
    assert found.words <= 120


def test_the_page_is_accessible() -> None:
    page = written().html
    root: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)

    assert root.get("lang") == "en-GB"
    assert [element.text for element in root.iter("title")] == [element.text for element in root.iter("h1")]
    assert len(list(root.iter("main"))) == 1


def test_a_new_edition_says_what_it_replaces_where_it_may() -> None:
    assert "New edition. This replaces the memo sent to you on 2 May 2025." in written(earlier=EARLIER).text


def test_a_correction_says_so_first() -> None:
    found = written(earlier=EARLIER, is_correction=True)

    assert found.subject.startswith("[OFFICIAL] Correction: Island council")
    assert "This corrects the memo sent to you on 2 May 2025. Please" in found.text


def test_what_an_audience_may_not_see_is_in_no_message() -> None:
    found = written("public")

    assert "crowns" not in f"{found.subject} {found.text} {found.html}"


def test_values_are_never_markup() -> None:
    found = written(more=ASKING.replace("The council reopens the line only if fares are capped.", json.dumps(HOSTILE)))

    assert "<b>" not in found.html.partition("<main>")[2].replace("&lt;b&gt;", "")
    assert HOSTILE in " ".join(found.text.split())


CHOICES: dict[str, tuple[dict[str, str], str]] = {
    "for all": ({}, "_mail/message.md.j2"),
    "of the project for one": ({"_mail/minister.md.j2": ""}, "_mail/minister.md.j2"),
    "in the audience's folder": ({"minister/mail.md.j2": "", "_mail/minister.md.j2": ""}, "minister/mail.md.j2"),
}


@pytest.mark.parametrize("case", CHOICES.values(), ids=CHOICES)
def test_the_template_is_the_one(case: tuple[dict[str, str], str]) -> None:
    own, chosen = case

    assert (
        template(("minister", "base"), Shelf(SHIPPED | {name: Sheet(name, text) for name, text in own.items()}))
        == chosen
    )


def test_a_template_may_name_the_recipient() -> None:
    own = "# {{ title }}\n\nDear {{ recipient.name }} of {{ recipient.unit }}\n"

    assert "Dear Jo of Ports" in written(sheets={"minister/mail.md.j2": own}).text
