"""An address says what is looked at, and nothing but what is offered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.preview.session import Choice, Named, Offer, address, key_of, read_choice

OFFER = Offer(
    (Named("one", "First"), Named("two", "Second")),
    (Named("minister", "Minister"), Named("press", "Press office")),
    (Named("fr", "Français"),),
)
USUAL = Choice("one", "minister")


@pytest.mark.parametrize(
    ("asked", "choice"),
    [
        pytest.param({}, USUAL, id="nothing"),
        pytest.param({"article": "two", "audience": "press"}, Choice("two", "press"), id="what is offered"),
        pytest.param({"article": "../two", "audience": "PRESS", "look": "exe", "zoom": "7"}, USUAL, id="what is not"),
        pytest.param({"language": "fr", "beside": "press"}, Choice("one", "minister", "press", "fr"), id="more"),
        pytest.param({"at": "<script>", "finding": "0" * 99}, USUAL, id="keys that are none"),
        pytest.param({"at": key_of("a")}, Choice("one", "minister", at=key_of("a")), id="a key"),
    ],
)
def test_an_address_is_read(asked: dict[str, str], choice: Choice) -> None:
    assert read_choice(asked, OFFER, USUAL) == choice


def test_an_address_leaves_out_what_is_usual() -> None:
    assert address(USUAL) == "?article=one&audience=minister"
    assert address(USUAL, look="md", pane="record") == "?article=one&audience=minister&look=md&pane=record"


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(Choice.__slots__), st.text(max_size=20)))
def test_whatever_is_asked_only_what_is_offered_is_chosen(asked: dict[str, str]) -> None:
    found = read_choice(asked, OFFER, USUAL)

    assert found.article in {"one", "two"}
    assert found.audience in {"minister", "press"}
    assert found.beside in {"", "minister", "press"}
    assert found.language in {"", "fr"}
