"""The samples hold what they promise: their evidence is there, and every audience's memo reads as it should."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from support.samples import AUDIENCES, GOLDEN, SAMPLES, SHELF, folder_of, memo_of, record_of, text_of

from briefgen.article.dates import When
from briefgen.article.statements import Evidence, Quote
from briefgen.audience.pack import load
from briefgen.memo import Callout, Heading, Paragraph, plain
from briefgen.memo_words import words

SECTIONS = {
    "ukraine-demands": ("Key Demands", "Allied Response", "Outlook"),
    "fish-duty": ("Key Measures and Demands", "Partner and Market Response", "Trade Outlook"),
    "coastal-finance": ("Negotiating Positions", "Bloc and Donor Response", "Prospects for the text"),
}
WEEKDAY = re.compile(
    r"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (\d{1,2}) "
    r"(March|June|November)"
)
MONTHS = {"March": (2025, 3), "June": (2025, 6), "November": (2025, 11)}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
RESIDUE = re.compile(r"\{\{|\}\}|\{%|None|\bnan\b|\bTBC\b|\[insert|[^.]\.\.(?!\.)|, ,|  +\S|\(\)|: \.")


def same(text: str) -> str:
    """Write quotation marks, dashes and spaces alike, as evidence is compared."""
    alike = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})
    return " ".join(text.translate(alike).split())


def parts(value: object) -> Iterator[object]:
    """Walk through a record."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif is_dataclass(value) and not isinstance(value, When):
        for field in fields(value):
            yield from parts(getattr(value, field.name))


def passages(sample: str) -> list[tuple[str, str]]:
    """List what must stand in the sources word for word: the source, and the passage."""
    found = []
    for part in parts(record_of(sample).article):
        match part:
            case Evidence(source=source, exact=exact):
                found.append((source, exact))
            case Quote(source=source, text=text, exact=exact):
                found.append((source, exact or text))
            case _:
                pass
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_passage_stands_in_its_source(sample: str) -> None:
    texts = {source.id: source.text for source in record_of(sample).article.sources if source.text}
    read = {id_: same((folder_of(sample) / name).read_text(encoding="utf-8")) for id_, name in texts.items()}

    missing = [(source, exact) for source, exact in passages(sample) if same(exact) not in read[source]]

    assert (missing, len(passages(sample)) > 10) == ([], True)


def test_passages_of_the_article_mix_kinds_of_quotation_marks() -> None:
    text = (folder_of("ukraine-demands") / "article.txt").read_text(encoding="utf-8")

    raw = [exact for _, exact in passages("ukraine-demands") if exact not in text]

    assert {'"', "“"} <= set(text)
    assert len(raw) < len(passages("ukraine-demands"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_titles_state_the_news_in_ninety_characters(sample: str) -> None:
    assert len(record_of(sample).article.title) <= 90


@pytest.mark.parametrize("sample", SAMPLES)
def test_judgements_are_signed_by_the_desk(sample: str) -> None:
    assert {judgement.by for judgement in record_of(sample).article.outlook.judgements} == {"Sample desk"}


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_memo_has_the_three_sections_and_says_something_in_each(sample: str, audience: str) -> None:
    blocks = memo_of(sample, audience).blocks
    headings = [plain(block.content) for block in blocks if isinstance(block, Heading) and block.level == 2]
    followed = {plain(a.content) for a, b in pairwise(blocks) if isinstance(a, Heading) and not isinstance(b, Heading)}

    assert set(SECTIONS[sample]) <= set(headings)
    assert set(SECTIONS[sample]) <= followed


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_memo_is_the_one_in_the_golden_file(sample: str, audience: str) -> None:
    expected = (GOLDEN / f"{sample}-{audience}.txt").read_text(encoding="utf-8")

    assert text_of(sample, audience) == expected


def test_there_is_no_golden_file_too_many() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {f"{s}-{a}" for s in SAMPLES for a in AUDIENCES}


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_weekdays_and_dates_agree(path: Path) -> None:
    from datetime import date

    text = " ".join(path.read_text(encoding="utf-8").split())
    wrong = [
        found[0]
        for found in WEEKDAY.finditer(text)
        if DAYS[date(*MONTHS[found[3]], int(found[2])).weekday()] != found[1]
    ]

    assert wrong == []


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_no_residue_of_a_template_is_printed(sample: str, audience: str) -> None:
    found = [(piece, RESIDUE.findall(piece)) for piece in words(memo_of(sample, audience)) if RESIDUE.search(piece)]

    assert found == []


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_memo_keeps_its_budget_of_words(sample: str, audience: str) -> None:
    budget = load(audience, SHELF).budget
    memo = memo_of(sample, audience)
    lines = [block for block in memo.blocks if isinstance(block, Callout) and block.kind == "line"]
    spoken = [len(plain(one.content).split()) for line in lines for one in line.blocks if isinstance(one, Paragraph)]

    assert budget.words is None or len(" ".join(words(memo)).split()) <= budget.words
    assert all(count <= (budget.line_words or count) for count in spoken)


def test_the_traps_of_the_article_are_handled() -> None:
    analyst, public = text_of("ukraine-demands", "analyst"), text_of("ukraine-demands", "public")
    said = [" ".join(text.split()) for text in (analyst, public)]

    for text in said:
        assert "The “three demands” of the source are 1 to 3; it names no speaker for them." in text
        assert "There is “no indication” that President Putin" in text
        assert "the article opens with “no intention”, but the officials it cites say “no indication”" in text
        assert "French officials have hinted that up to 30 countries could take part" in text
        assert "Saturday 15 March 2025 (date inferred)" in text
        assert "(Reported by Bloomberg, not seen by us.)" in text
        assert "Newspaper article without title, author or outlet." in text
    assert (
        "The source does not say whose words these are: “positive outcome”, “ruled out European peacekeepers”."
        in said[0]
    )
