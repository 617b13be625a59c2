"""What is no part of the article is left out, with its reason, and everything else is kept."""

import pytest

from briefgen.draft.boilerplate import reason_to_leave_out
from briefgen.draft.paragraphs import clean

ARTICLE = """\
Council sets two conditions for the ferry
By Ann Lee
14 May 2025

The council of Norrey set two conditions on Wednesday, and the ministry rejected both of them.

Advertisement

Also read | Ten years of ferries

'Last resort'

“We will wait,” the mayor said.

Follow us on social media
(With inputs from agencies)
Norrey News
"""


def test_the_text_is_parted_and_cleaned() -> None:
    cleaned = clean(ARTICLE)

    assert [(one.kind, one.span.of(cleaned.text)) for one in cleaned.paragraphs] == [
        ("headline", "Council sets two conditions for the ferry"),
        ("front", "By Ann Lee"),
        ("front", "14 May 2025"),
        ("body", "The council of Norrey set two conditions on Wednesday, and the ministry rejected both of them."),
        ("heading", "'Last resort'"),
        ("body", "“We will wait,” the mayor said."),
    ]
    assert [(one.reason, one.text) for one in cleaned.removed] == [
        ("advertisement", "Advertisement"),
        ("related link", "Also read | Ten years of ferries"),
        ("sharing links", "Follow us on social media"),
        ("credit", "(With inputs from agencies)"),
        ("line after the article", "Norrey News"),
    ]


def test_everything_can_be_kept() -> None:
    cleaned = clean(ARTICLE, keep_all=True)

    assert cleaned.removed == ()
    assert [line for line in ARTICLE.split("\n") if line and line not in cleaned.text] == []


def test_lines_broken_to_a_width_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The council of Norrey set two conditions on Wednesday, and the\n"
        "ministry rejected both of them within the hour, saying that\n"
        "neither could be met.\n\nThe talks go on."
    )

    assert clean(wrapped).text == (
        "The council of Norrey set two conditions on Wednesday, and the ministry rejected both of them "
        "within the hour, saying that neither could be met.\n\nThe talks go on.\n"
    )
    assert clean("The mayor spoke first.\nThe minister spoke next.\n").text == (
        "The mayor spoke first.\n\nThe minister spoke next.\n"
    )


def test_the_stored_text_is_canonical() -> None:
    assert clean("Cafe\u0301\u00a0owners said\u00ad no\u200b to it all.\r\nAnd left.\r\n").text == (
        "Café owners said no to it all.\n\nAnd left.\n"
    )


def test_a_text_that_was_cleaned_stays_as_it_is() -> None:
    once = clean(ARTICLE).text

    assert clean(once).text == once


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisment", "advertisement"),
        ("ADVERTISEMENT", "advertisement"),
        ("READ MORE: What the strike means", "related link"),
        ("See also: a timeline", "related link"),
        ("Related topics", "related link"),
        ("Most read", "related link"),
        ("Sign up for our newsletter", "call to subscribe"),
        ("Get daily National news", "call to subscribe"),
        ("Share this article", "sharing links"),
        ("Facebook | Twitter | Email", "sharing links"),
        ("Comments (214)", "sharing links"),
        ("© 2025 The Lakeside Post", "copyright line"),
        ("(Reporting by Amina Yusuf; Editing by Paul Greene)", "credit"),
        ("Desk writer Nino Beridze in Tbilisi contributed to this report.", "credit"),
        ("This article was amended on 4 May to correct a name.", "credit"),
        ("Photo: A nurse fills a drip", "caption"),
        ("Image caption, Campaigners outside County Hall", "caption"),
        ("Ann Lee (left) and Paul Berg at the summit", "caption"),
        ("Media contact: press@example.org", "contact"),
        ("FOR IMMEDIATE RELEASE", "notice of the publisher"),
        ("CARRIER RETURNS TO PORTSMOUTH", "link in capitals"),
        ("* * *", "rule"),
        ("Readers complained about the advertisement on Monday.", ""),
        ("He read more books than anybody in the village.", ""),
        ("Follow the money, the inspector said, and you find the mayor.", ""),
        ("The image of the city has suffered, the mayor said.", ""),
        ("Source countries must agree first, she said.", ""),
        ("NATO", ""),
    ],
)
def test_boilerplate_is_told_from_prose(line: str, reason: str) -> None:
    assert reason_to_leave_out(line, opens=False) == reason


def test_a_long_paragraph_is_never_left_out() -> None:
    assert reason_to_leave_out("Advertisement: " + "word " * 80, opens=False) == ""


def test_a_headline_in_capitals_is_kept() -> None:
    assert reason_to_leave_out("COUNCIL SETS TWO CONDITIONS", opens=True) == ""


def test_a_headline_may_be_a_question() -> None:
    cleaned = clean("Who will pay for the ferry?\n\nThe council of Norrey set two conditions on Wednesday.\n")

    assert [one.kind for one in cleaned.paragraphs] == ["headline", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Marius Brandt of the institute expects a deal by spring.", "body"),
        ("By Wednesday night it had 22,000 names.", "body"),
        ("Marius Brandt in Norrey", "heading"),
    ],
    ids=["name", "by a day", "credit"],
)
def test_a_sentence_that_begins_like_a_credit_stays_in_the_article(line: str, kind: str) -> None:
    first, last = ("The council of Norrey set two conditions on Wednesday.", "The ministry rejected both of them.")

    assert [one.kind for one in clean(f"{first}\n\n{line}\n\n{last}\n").paragraphs][-2:] == [kind, "body"]
