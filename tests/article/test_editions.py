"""Two records that do not look like two editions of one are told."""

import pytest
from support.checking import BASE

from briefgen.article.editions import mismatches
from briefgen.article.read import Record, read

CASES: dict[str, tuple[dict[str, str], dict[str, str], list[str]]] = {
    "the next version": ({"version": "1"}, {"version": "2"}, []),
    "the version it supersedes": ({"version": "1"}, {"version": "2", "supersedes": "1"}, []),
    "another version than it supersedes": (
        {"version": "1"},
        {"version": "3", "supersedes": "2"},
        ["EDI01 ferry-talks supersedes 2, and is compared with ferry-talks, version 1"],
    ),
    "the record it supersedes": ({"id": "ferry"}, {"supersedes": "ferry"}, []),
    "another record than it supersedes": (
        {"id": "other"},
        {"supersedes": "ferry"},
        ["EDI01 ferry-talks supersedes ferry, and is compared with other"],
    ),
    "another record": ({"id": "other"}, {}, ["EDI01 ferry-talks is compared with another record, other"]),
    "the later one first": (
        {"as_of": "2025-05-08"},
        {"as_of": "2025-05-07"},
        ["EDI02 as_of is 2025-05-07, and the edition it is compared with is later: 2025-05-08"],
    ),
    "one version twice": ({"version": "1"}, {"version": "1"}, ["EDI03 both editions are version 1"]),
    "more than typing errors": (
        {"title": "Another title", "responses.0.commitment": "rhetorical"},
        {"update_type": "minor", "responses.0.commitment": "pledged"},
        ["EDI04 update_type is minor, and what a reader is told has changed: 1"],
    ),
    "typing errors": ({"title": "Another titel"}, {"update_type": "minor", "title": "Another title"}, []),
}


def edition(given: dict[str, str]) -> Record:
    usual = {"id": "ferry-talks", "as_of": "2025-05-06", "version": ""}
    return read(BASE.encode(), "a.yaml", usual | given)


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_what_speaks_against_comparing_them_is_told(
    old: dict[str, str], new: dict[str, str], expected: list[str]
) -> None:
    found = mismatches(edition(old), edition(new))

    assert [f"{notice.code} {notice.message}" for notice in found] == expected
    assert {notice.level for notice in found} <= {"warning"}
