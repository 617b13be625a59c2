"""Verbs are known in all their forms."""

import re

import pytest

from briefgen.draft.lexicon import lines
from briefgen.draft.verbs import ACTING, forms


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("admit", "admit admits admitted admitting"),
        ("agree", "agree agrees agreed agreeing"),
        ("deny", "deny denies denied denying"),
        ("push", "push pushes pushed pushing"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("say", "say says said saying"),
        ("write", "write writes wrote written writing"),
        ("signal", "signal signals signaled signalled signaling"),
    ],
)
def test_forms_are_made_from_the_base(base: str, expected: str) -> None:
    assert forms(base) == frozenset(expected.split())


def test_every_verb_of_a_cue_is_known_as_a_verb() -> None:
    """A cue whose verb is not in `words/verbs.txt` could never be met."""
    verbs = {
        base
        for line in lines("cues.txt")
        if line.split()[2] == "v"
        for group in re.findall(r"(?<!\?)<([a-z |]+)>", line)
        for base in group.split("|")
        if " " not in base.strip()
    }

    assert {verb for verb in verbs if not forms(verb) <= ACTING} == set()
