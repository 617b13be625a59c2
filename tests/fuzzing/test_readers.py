"""Every reader reads whatever it is given, or says cleanly what is wrong with it, in good time."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.mutations import KINDS, TOKENS, Move, mutated
from support.patience import at_most
from support.readers import READERS, tried

SECONDS = 20
"""More than any file of these sizes takes on a slow machine."""
places = st.integers(0, 10_000)
moves = st.lists(st.builds(Move, st.sampled_from(KINDS), places, places, st.integers(0, 8 * len(TOKENS))), max_size=6)
_anything = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
few = settings(max_examples=12, deadline=None, suppress_health_check=_anything)
many = settings(max_examples=400, deadline=None, suppress_health_check=_anything)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_reads_its_example(name: str) -> None:
    reader = READERS[name]

    assert reader.seed()
    reader.read(reader.seed())


@pytest.mark.parametrize("name", READERS)
@given(moves)
@few
def test_a_spoilt_file_is_read_or_told(name: str, spoilt: list[Move]) -> None:
    with at_most(SECONDS):
        tried(name, mutated(READERS[name].seed(), spoilt))


@pytest.mark.parametrize("name", READERS)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@few
def test_bytes_of_any_kind_are_read_or_told(name: str, data: bytes) -> None:
    with at_most(SECONDS):
        tried(name, data)


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
@given(moves)
@many
def test_no_spoilt_file_of_many_breaks_a_reader(name: str, spoilt: list[Move]) -> None:
    with at_most(SECONDS):
        tried(name, mutated(READERS[name].seed(), spoilt))
