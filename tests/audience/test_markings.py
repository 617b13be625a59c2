"""Marking schemes are data: spelt exactly, in an order, with what is retired refused."""

import pytest
from support.packs import shelf_with, told
from support.samples import SHELF

from briefgen.article.envelope import Marking
from briefgen.audience.markings import above, banner, covers, highest, portion, schemes
from briefgen.errors import AudienceError
from briefgen.memo import Banner

SCHEMES = schemes(SHELF)
OFFICIAL = Marking(scheme="uk-gsc", level="OFFICIAL")
SENSITIVE = Marking(scheme="uk-gsc", level="OFFICIAL-SENSITIVE", caveats=("COMMERCIAL",))


def test_five_schemes_ship() -> None:
    assert sorted(SCHEMES) == ["eu", "none", "tlp", "uk-gsc", "us-cui"]
    assert SCHEMES["tlp"].levels == ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
    assert SCHEMES["eu"].levels[-1] == "TRÈS SECRET UE/EU TOP SECRET"


@pytest.mark.parametrize(
    ("banner", "marking", "expected"),
    [
        ("OFFICIAL-SENSITIVE", OFFICIAL, True),
        ("OFFICIAL", SENSITIVE, False),
        ("TOP SECRET COMMERCIAL", SENSITIVE, True),
        ("OFFICIAL", Marking(), True),
        ("", OFFICIAL, False),
        ("OFFICIAL", Marking(scheme="uk-gsc", level="OFFICIAL", tlp="TLP:RED"), False),
        ("OFFICIAL · TLP:RED", Marking(scheme="uk-gsc", level="OFFICIAL", tlp="TLP:AMBER+STRICT"), True),
        ("TLP:AMBER+STRICT", Marking(tlp="TLP:AMBER"), True),
        ("TLP:AMBER", Marking(tlp="TLP:AMBER+STRICT"), False),
        ("SECRET", Marking(scheme="house", level="SECRET"), True),
        ("TOP SECRET", Marking(scheme="house", level="PLAN"), False),
        ("CUI", OFFICIAL, False),
    ],
    ids=[
        *("higher", "lower", "highest", "unmarked", "no banner", "without its label", "with a higher label"),
        *("stricter", "laxer", "no such scheme", "no such scheme, another level", "another scheme"),
    ],
)
def test_a_banner_covers_what_it_names_and_what_lies_below_in_its_scheme(
    banner: str, marking: Marking, *, expected: bool
) -> None:
    assert covers(banner, marking, SCHEMES) is expected


@pytest.mark.parametrize(
    ("marking", "ceiling", "expected"),
    [
        (SENSITIVE, {}, ""),
        (OFFICIAL, {"uk-gsc": "OFFICIAL"}, ""),
        (SENSITIVE, {"uk-gsc": "OFFICIAL"}, "OFFICIAL-SENSITIVE"),
        (Marking(tlp="TLP:AMBER+STRICT"), {"tlp": "TLP:AMBER"}, "TLP:AMBER+STRICT"),
        (OFFICIAL, {"tlp": "TLP:RED"}, "OFFICIAL"),
        (Marking(), {"tlp": "TLP:CLEAR"}, ""),
    ],
    ids=["no ceiling", "at it", "above it", "label above it", "not comparable", "unmarked"],
)
def test_what_lies_above_a_ceiling_is_named(marking: Marking, ceiling: dict[str, str], expected: str) -> None:
    assert above(marking, ceiling, SCHEMES) == expected


def test_the_highest_marking_takes_level_label_and_caveats_of_all() -> None:
    joined = highest([OFFICIAL, SENSITIVE, Marking(tlp="TLP:GREEN"), Marking(tlp="TLP:CLEAR")], SCHEMES)

    assert joined == Marking(scheme="uk-gsc", level="OFFICIAL-SENSITIVE", caveats=("COMMERCIAL",), tlp="TLP:GREEN")


def test_levels_of_two_schemes_cannot_be_joined() -> None:
    with pytest.raises(AudienceError) as raised:
        highest([OFFICIAL, Marking(scheme="us-cui", level="CUI")], SCHEMES)

    assert "cannot be compared" in str(raised.value)


@pytest.mark.parametrize(
    ("marking", "expected"),
    [
        (Marking(), None),
        (OFFICIAL, Banner("OFFICIAL")),
        (SENSITIVE, Banner("OFFICIAL-SENSITIVE COMMERCIAL")),
        (Marking(scheme="us-cui", level="CUI", caveats=("SP-PRVCY", "NOFORN")), Banner("CUI//SP-PRVCY//NOFORN")),
        (Marking(tlp="TLP:RED"), Banner("TLP:RED", "#ff2b2b", "#000000")),
        (Marking(scheme="uk-gsc", level="OFFICIAL", tlp="TLP:GREEN"), Banner("OFFICIAL · TLP:GREEN")),
    ],
    ids=["none", "level", "caveat", "caveats", "label", "both"],
)
def test_a_banner_says_the_marking_in_the_words_of_its_scheme(marking: Marking, expected: Banner | None) -> None:
    assert banner(marking, SCHEMES) == expected


@pytest.mark.parametrize(
    ("marking", "expected"),
    [(None, ""), (SENSITIVE, "(O-S)"), (Marking(tlp="TLP:AMBER"), "(TLP:AMBER)"), (Marking(), "")],
    ids=["unmarked", "level", "label", "empty"],
)
def test_a_part_is_marked_by_its_short_form(marking: Marking | None, expected: str) -> None:
    assert portion(marking, SCHEMES) == expected


def test_a_house_adds_a_scheme_of_its_own() -> None:
    text = "name: House\nlevels: [OPEN, DESK]\nportions: {DESK: D}\njoint: //\n"

    known = schemes(shelf_with(_markings__house_yaml=text))

    assert banner(Marking(scheme="house", level="DESK", caveats=("NAMES",)), known) == Banner("DESK//NAMES")


def test_a_faulty_scheme_is_told_at_its_place() -> None:
    text = "name: House\nlevles: [OPEN]\ncolours: red\nretired: {PLAN: write DESK}\nunmistakable: [PLAN, PLANS]\n"

    with pytest.raises(AudienceError) as raised:
        schemes(shelf_with(_markings__house_yaml=text))

    assert told(raised.value) == [
        "_markings/house.yaml:1: error AUD02 the field 'levels' is missing",
        "_markings/house.yaml:2:1: error AUD02 levles: unknown field",
        "_markings/house.yaml:3:10: error AUD02 expected names with a text for each",
        "_markings/house.yaml:5:15: error AUD02 unmistakable: 'PLANS' is not among the retired labels",
    ]
