"""What an id, a name or an alias means is found before the record is built."""

import pytest

from briefgen.article.names import Names, names_of, one, slug
from briefgen.article.values import Refers
from briefgen.article.yaml_nodes import read_yaml

RECORD = b"""\
sources: [A report, {id: radio}]
actors:
  - {id: uk, name: United Kingdom, aliases: [Britain, UK], groups: [nato]}
  - France
positions: [{label: a}, {id: quota}, {label: c}]
responses: {summary: only one}
outlook: [{text: a judgement}]
bluf: In short.
gaps:
"""


@pytest.fixture
def names() -> Names:
    return names_of(read_yaml(RECORD, "a.yaml"))


@pytest.mark.parametrize(
    ("written", "refers", "meant"),
    [
        ("uk", Refers(("actors",)), "uk"),
        ("Britain", Refers(("actors",)), "uk"),
        ("France", Refers(("actors",)), "france"),
        ("nato", Refers(("actors", "groups")), "nato"),
        ("s1", Refers(("sources",)), "s1"),
        ("radio", Refers(("sources",)), "radio"),
        ("p1", Refers(("positions",)), "p1"),
        ("quota", Refers(("statements",)), "quota"),
        ("p3", Refers(("positions",)), "p3"),
        ("r1", Refers(("statements",)), "r1"),
        ("j1", Refers(("judgements",)), "j1"),
        ("bluf", Refers(("statements",)), "bluf"),
        ("Britain", Refers(("sources", "actors")), "uk"),
        ("many officials", Refers(("actors",), else_text=True), "many officials"),
        ("p2", Refers(("positions",)), None),
        ("Spain", Refers(("actors",)), None),
        ("g1", Refers(("statements",)), None),
    ],
)
def test_what_is_written_means_an_id_or_nothing(names: Names, written: str, refers: Refers, meant: str | None) -> None:
    assert names.resolve(written, refers) == meant


def test_without_a_list_of_actors_everyone_who_is_named_is_one() -> None:
    names = names_of(read_yaml(b"sources: [A report]", "a.yaml"))

    ids = [names.resolve(name, Refers(("actors",))) for name in ("United Kingdom", "united kingdom", "Ελλάδα")]

    assert ids == ["united-kingdom", "united-kingdom", "ελλαδα"]
    assert names.implicit_actors == {"united-kingdom": "United Kingdom", "ελλαδα": "Ελλάδα"}


def test_an_id_that_is_given_twice_is_noted_with_both_its_places() -> None:
    names = names_of(read_yaml(b"positions:\n  - {id: a}\nresponses:\n  - {id: a}\n", "a.yaml"))

    assert [str(notice).splitlines()[0] for notice in names.repeated] == [
        "a.yaml:4:5: error REC10 responses: the id 'a' was given before, in line 2"
    ]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Sir Keir Starmer", "sir-keir-starmer"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("  NATO  ", "nato"),
        ("Зеленський", "зеленськии"),
        ("_x_", "x"),
        ("!?", "actor"),
    ],
)
def test_an_id_is_made_of_a_name(name: str, id_: str) -> None:
    assert slug(name) == id_


def test_one_of_many() -> None:
    assert [one("positions"), one("actors")] == ["position", "actor"]
