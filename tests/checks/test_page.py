"""`docs/checks.md` tells of every rule, and its figures are those of today."""

from support.checks_page import PAGE, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python tests/support/checks_page.py"
