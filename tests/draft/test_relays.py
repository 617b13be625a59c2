"""Reports of others that the article passes on are named."""

import pytest

from briefgen.draft.relays import relays


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan is dead, Bloomberg reported.", ("Bloomberg",)),
        ("According to the New York Times, the plan is dead.", ("New York Times",)),
        ("The Norrey Gazette said the plan was dead.", ("Norrey Gazette",)),
        ("He said so in an interview with the BBC.", ("BBC",)),
        ("A report by Reuters and one by AFP said so.", ("Reuters", "AFP")),
        ("He told Bloomberg that it was dead.", ()),
        ("Times have changed, he said.", ()),
    ],
)
def test_relayed_reports_are_found(text: str, expected: tuple[str, ...]) -> None:
    assert relays(text, "") == expected


def test_the_outlet_itself_is_no_relay() -> None:
    assert relays("The plan is dead, the Norrey Gazette reported.", "The Norrey Gazette") == ()
