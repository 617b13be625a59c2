"""The name that was meant is found, or those that there are."""

import pytest

from briefgen.nearest import meant, meant_or_known, nearest


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("titel", ("title", "kind"), "title"),
        ("TITLE", ("title", "kind"), "title"),
        ("url", ("title", "URL"), "URL"),
        ("container_title", ("title", "container-title"), "container-title"),
        ("zzz", ("title", "kind"), None),
        ("", ("title",), None),
        ("title", (), None),
        ("a", ("A", "a"), "A"),
    ],
)
def test_a_slip_leads_to_the_nearest_name(name: str, known: tuple[str, ...], found: str | None) -> None:
    assert nearest(name, known) == found


def test_the_hint_names_what_was_meant_or_nothing() -> None:
    assert (meant("titel", ["title"]), meant("zzz", ["title"])) == ("did you mean 'title'?", "")


def test_the_hint_names_what_there_is_each_once_and_not_too_many() -> None:
    many = [f"p{number}" for number in range(1, 15)]

    assert meant_or_known("zzz", ["a", "b", "a"]) == "there is a, b"
    assert meant_or_known("zzz", []) == "there is none"
    assert meant_or_known("zzz", many).endswith("p11, p12 and 2 more")
