"""Marking schemes are data: spelt exactly, in an order, with what is retired refused."""

import pytest
from support.packs import shelf_with, told
from support.samples import SHELF

from briefgen.article.envelope import Marking
from briefgen.audience.markings import above, banner, highest, mistake, portion, schemes
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
    ("marking", "expected"),
    [
        (OFFICIAL, ("", "")),
        (Marking(), ("", "")),
        (Marking(level="ANYTHING"), ("", "")),
        (
            Marking(scheme="us-cui", level="FOUO"),
            (
                "'FOUO' is retired in the scheme us-cui",
                "write CUI where the CUI Registry has a category for it, and nothing where it has none",
            ),
        ),
        (
            Marking(scheme="uk-gsc", level="OFFICIAL-SENSITVE"),
            ("'OFFICIAL-SENSITVE' is no level of the scheme uk-gsc", "did you mean 'OFFICIAL-SENSITIVE'?"),
        ),
        (Marking(scheme="ukgsc", level="SECRET"), ("there is no marking scheme 'ukgsc'", "did you mean 'uk-gsc'?")),
    ],
    ids=["right", "none", "without a scheme", "retired", "misspelt", "unknown scheme"],
)
def test_a_marking_is_spelt_as_its_scheme_has_it(marking: Marking, expected: tuple[str, str]) -> None:
    assert mistake(marking, SCHEMES) == expected


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
    with pytest.raises(AudienceError) as raised:
        schemes(shelf_with(_markings__house_yaml="name: House\nlevles: [OPEN]\ncolours: red\n"))

    assert told(raised.value) == [
        "_markings/house.yaml:1: error AUD02 the field 'levels' is missing",
        "_markings/house.yaml:2:1: error AUD02 levles: unknown field",
        "_markings/house.yaml:3:10: error AUD02 expected names with a text for each",
    ]
