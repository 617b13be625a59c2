"""Phrases are found in any case, and in small letters first."""

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen import checks
from briefgen.checks.phrases import Phrases

MODULES = [import_module(one.name) for one in pkgutil.walk_packages(checks.__path__, "briefgen.checks.")]
ALL = {
    f"{module.__name__}.{name}": one for module in MODULES for name, one in vars(module).items() if type(one) is Phrases
}
BOTH = Phrases(r"\b(?:very|at all|it[’']s)\b(?! so)")


@pytest.mark.parametrize("name", ALL)
def test_all_are_written_in_small_letters(name: str) -> None:
    assert re.findall(r"[A-Z]", re.sub(r"\\.|\(\?P<\w+>", "", ALL[name].form)) == []


@given(
    st.text("Vveryİ ı ſsoSK aAtLl it’'\n.", max_size=30)
    | st.lists(st.sampled_from(["VERY", "it’s", "so", "At all"])).map(" ".join)
)
def test_they_are_what_a_pattern_without_case_finds(text: str) -> None:
    plain = re.compile(BOTH.form, re.IGNORECASE)

    assert [one.span() for one in BOTH.finditer(text)] == [one.span() for one in plain.finditer(text)]
    assert bool(BOTH.search(text)) == bool(plain.search(text))
    assert bool(BOTH.match(text)) == bool(plain.match(text))


def test_one_look_tells_that_no_line_has_them() -> None:
    assert [BOTH.may_stand_in(letters) for letters in ("not at\nall", "none\nat all")] == [False, True]
