"""File names are such that every system takes them, and names that are one file somewhere are known for one."""

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.file_names import composed, portable, sameness


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("2025-05-06-ferry-talks-minister.pdf", "2025-05-06-ferry-talks-minister.pdf"),
        ("Überblick – март.pdf", "Überblick – март.pdf"),
        ("U\u0308berblick.pdf", "Überblick.pdf"),
        ("a:b.pdf", "a-b.pdf"),
        ('a<b>"c"|d?e*f\\g.pdf', "a-b--c--d-e-f-g.pdf"),
        ("a\tb\x7f.pdf", "a-b-.pdf"),
        ("trailing. . ", "trailing"),
        ("con.pdf", "con_.pdf"),
        ("AUX", "AUX_"),
        ("com1.tar.gz", "com1_.tar.gz"),
        ("nul-talks.pdf", "nul-talks.pdf"),
        ("...", "_"),
    ],
)
def test_a_name_is_made_such_that_every_system_takes_it(name: str, plain: str) -> None:
    assert portable(name) == plain


@given(st.text(min_size=1, max_size=30))
def test_a_portable_name_is_one_file_on_windows_and_stays_as_it_is(name: str) -> None:
    plain = portable(name)

    assert PureWindowsPath(plain).parts == (plain,)
    assert PureWindowsPath(plain).drive == ""
    assert not PureWindowsPath(plain).is_reserved()
    assert portable(plain) == plain


@pytest.mark.parametrize(
    ("one", "other"), [("Fish.pdf", "fish.pdf"), ("Straße", "STRASSE"), ("\u00e9t\u00e9", "E\u0301te\u0301")]
)
def test_names_that_are_one_file_on_some_disk_are_the_same(one: str, other: str) -> None:
    assert sameness(one) == sameness(other)


def test_names_are_told_apart_by_their_letters() -> None:
    assert sameness("ferry-talks") != sameness("ferry-talk")
    assert composed("e\u0301") == "\u00e9"
