"""Every rule finds what it is for in its own example, and nothing in the example mended."""

import pytest
from support.checking import ask, asked

from briefgen.checks.registry import RULES
from briefgen.checks.rule import Rule

WITH_EXAMPLES = [rule for rule in RULES if rule.wrong]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found(rule: Rule) -> None:
    assert set(asked(rule, rule.wrong)) == {rule.code}


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_right_example_is_not(rule: Rule) -> None:
    assert asked(rule, rule.right) == ()


def test_the_record_behind_the_examples_is_clean() -> None:
    assert ask() == ()
