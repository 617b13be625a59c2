"""A pack says what an audience gets; what is wrong with one is told at its place, all of it at once."""

import pytest
from support.packs import PLAIN, shelf_with, told
from support.samples import AUDIENCES, SHELF

from briefgen.audience.pack import Budget, Style, load
from briefgen.errors import AudienceError


def test_six_audiences_ship() -> None:
    assert AUDIENCES == ("analyst", "committee", "minister", "partner", "press", "public")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_shipped_pack_can_be_read_and_has_a_limit(audience: str) -> None:
    assert load(audience, SHELF).budget != Budget()


def test_what_is_not_said_has_a_harmless_meaning() -> None:
    pack = load("embassy", shelf_with(embassy=PLAIN))

    assert (pack.chain, pack.title, pack.paper, pack.sections) == (("embassy",), "Embassy", "Telegram", ("positions",))
    assert (pack.style, pack.budget, pack.empty, pack.require) == (Style(), Budget(), {}, ())
    assert (pack.marked, pack.sight.cleared_only, pack.sight.ceiling, pack.sight.only) == (True, False, {}, {})
    assert pack.sight.fields == dict.fromkeys(("title", "embargo", "as_of", "positions", "actors", "sources"))


def test_an_unknown_audience_is_told_with_the_nearest_name() -> None:
    with pytest.raises(AudienceError) as raised:
        load("presse", SHELF)

    assert str(raised.value) == "error AUD01 there is no audience 'presse'\n  hint: did you mean 'press'?"


def test_every_mistake_is_told_at_its_place() -> None:
    faulty = (
        "title: Embassy\n"
        "sectoins: [positions]\n"
        "empty: {outlook: drop}\n"
        "marked: perhaps\n"
        "ceiling: {uk-gcs: OFFICIAL, tlp: TLP:WHITE}\n"
        "require: [lines.expire]\n"
        "only: {lines.teir: [top]}\n"
        "fields: [title, {positions: [labl]}, bluff]\n"
        "deny: [options.cots]\n"
        "style: {numbering: roman, type: huge}\n"
        "budget: {words: many, pages: 0}\n"
    )

    with pytest.raises(AudienceError) as raised:
        load("embassy", shelf_with(embassy=faulty))

    assert told(raised.value) == [
        "embassy/audience.yaml:1: error AUD02 the field 'sections' is missing",
        "embassy/audience.yaml:2:1: error AUD02 sectoins: unknown field",
        "embassy/audience.yaml:3:18: error AUD02 'drop' is not one of omit, state, error",
        "embassy/audience.yaml:4:9: error AUD02 'perhaps' is not one of true, false",
        "embassy/audience.yaml:5:19: error AUD02 ceiling: there is no marking scheme 'uk-gcs'",
        "embassy/audience.yaml:5:34: error AUD02 ceiling: 'TLP:WHITE' is no level of the scheme tlp",
        "embassy/audience.yaml:6:11: error AUD02 lines.expire: a record has no such field",
        "embassy/audience.yaml:7:7: error AUD02 lines.teir: a record has no such field",
        "embassy/audience.yaml:8:30: error AUD02 fields: a record has no 'labl' here",
        "embassy/audience.yaml:8:38: error AUD02 fields: a record has no 'bluff' here",
        "embassy/audience.yaml:9:8: error AUD02 options.cots: a record has no such field",
        "embassy/audience.yaml:10:20: error AUD02 'roman' is not one of none, paragraphs, sections",
        "embassy/audience.yaml:10:33: error AUD02 'huge' is not one of standard, large",
        "embassy/audience.yaml:11:17: error AUD02 expected a whole number, found 'many'",
        "embassy/audience.yaml:11:30: error AUD02 expected a whole number, found '0'",
    ]
    assert {notice.hint for notice in raised.value.notices} >= {
        "did you mean 'sections'?",
        "did you mean 'uk-gsc'?",
        "did you mean 'expires'?",
        "did you mean 'tier'?",
        "did you mean 'label'?",
        "did you mean 'bluf'?",
        "did you mean 'cost'?",
    }


def test_an_audience_inherits_what_it_does_not_say() -> None:
    parent = load("partner", SHELF)
    own = (
        "extends: partner\ntitle: Embassy in Paris\nheadings: {issue: Why we write}\n"
        "fields: {gaps: [text], contact: none}\ndeny: [responses.summary]\nbudget: {words: 300}\n"
    )

    pack = load("paris", shelf_with(paris=own))

    assert (pack.chain, pack.title, pack.sections) == (("paris", "partner"), "Embassy in Paris", parent.sections)
    assert pack.headings == {"issue": "Why we write"}
    assert pack.budget == Budget(words=300, pages=parent.budget.pages, sentence_max=parent.budget.sentence_max)
    assert pack.sight.ceiling == parent.sight.ceiling
    assert set(pack.sight.fields) == {*parent.sight.fields, "gaps"} - {"contact"}
    inherited, own_fields = parent.sight.fields["responses"], pack.sight.fields["responses"]
    assert inherited is not None
    assert own_fields == {name: inner for name, inner in inherited.items() if name != "summary"}


def test_denying_a_part_of_what_is_allowed_as_a_whole_keeps_the_rest() -> None:
    pack = load("embassy", shelf_with(embassy=PLAIN + "deny: [sources.reliability]\n"))

    sources = pack.sight.fields["sources"]
    assert sources is not None
    assert ("reliability" in sources, "title" in sources) == (False, True)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a": "extends: b\n", "b": "extends: a\n"}, "extends: a → b → a goes round in a circle"),
        ({"a": "extends: partners\n"}, "extends: there is no audience 'partners'"),
        ({"a": "title: [\n"}, "REC02"),
    ],
    ids=["circle", "unknown", "no YAML"],
)
def test_what_cannot_be_extended_or_read_is_told(files: dict[str, str], message: str) -> None:
    with pytest.raises(AudienceError) as raised:
        load("a", shelf_with(**files))

    assert message in str(raised.value)
