"""Records, audiences and formats make a plan in which no two memos have one name."""

from collections.abc import Mapping

import pytest
from support.articles import SMALL

from briefgen.article.card import card_of
from briefgen.article.read import Record, read
from briefgen.errors import ConfigurationError
from briefgen.jobs import jobs_for

PATTERN = "{date}-{id}-{audience}.{ext}"


def record(**changes: str) -> Record:
    return read(SMALL.encode(), "a.yaml", changes)


def planned(
    *records: Record, filename: str = PATTERN, formats_for: Mapping[str, tuple[str, ...]] | None = None
) -> list[dict[str, str]]:
    jobs = jobs_for(
        map(card_of, records), ("minister", "public"), ("pdf", "txt"), filename=filename, formats_for=formats_for or {}
    )
    return [dict(job.names) for job in jobs]


def test_every_record_is_made_for_every_audience_in_every_format() -> None:
    assert planned(record(), record(id="other")) == [
        {kind: f"2025-05-06-{id_}-{who}.{kind}" for kind in ("pdf", "txt")}
        for id_ in ("ferry-talks", "other")
        for who in ("minister", "public")
    ]


def test_an_audience_may_have_formats_of_its_own() -> None:
    names = planned(record(), formats_for={"public": ("html",)})

    assert [tuple(kinds) for kinds in names] == [("pdf", "txt"), ("html",)]


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{audience}/{id}.{ext}", "minister/ferry-talks.pdf"),
        ("{language}-{version}-{audience}.{ext}", "en-GB-1.2-rc-1-minister.pdf"),
        ("{date:%Y/%m}/{id}-{audience}.{ext}", "2025/05/ferry-talks-minister.pdf"),
        ("{{x}}-{audience}.{ext}", "{x}-minister.pdf"),
    ],
)
def test_names_follow_their_pattern(pattern: str, name: str) -> None:
    assert planned(record(version="1.2/rc 1"), filename=pattern)[0]["pdf"] == name


def test_the_version_of_a_record_cannot_lead_out_of_the_folder() -> None:
    name = planned(record(version="../../etc/x"), filename="{version}-{audience}.{ext}")[0]["pdf"]

    assert name == "..-..-etc-x-minister.pdf"


def test_two_memos_of_one_name_are_refused() -> None:
    with pytest.raises(ConfigurationError) as caught:
        planned(record(), filename="{id}.{ext}")

    assert str(caught.value) == (
        "error CFG03 2 memos would be called ferry-talks.pdf\n"
        "  hint: give the records different ids, or the file names {id}, {audience} and {ext}\n"
        "error CFG03 2 memos would be called ferry-talks.txt\n"
        "  hint: give the records different ids, or the file names {id}, {audience} and {ext}"
    )


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{ids}.{ext}", "filename: {ids} is unknown\n  hint: did you mean 'id'?"),
        ("{}.{ext}", "filename: {} is unknown"),
        ("{id.__class__}.{ext}", "filename: {id.__class__} is unknown"),
        ("{id:%Y}.{ext}", "filename: '{id:%Y}.{ext}' cannot be filled: Invalid format specifier"),
        ("{id", "filename: '{id' has an open brace"),
        ("/tmp/{id}", "filename: '/tmp/{id}' leads out of the output folder"),  # noqa: S108 - is refused
        ("~/{id}", "filename: '~/{id}' leads out of the output folder"),
        ("a/../../{id}", "filename: 'a/../../{id}' leads out of the output folder"),
        (r"a\{id}", r"filename: 'a\\{id}' leads out of the output folder"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told(pattern: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        planned(record(), filename=pattern)

    assert str(caught.value).startswith(f"error CFG04 {told}")
