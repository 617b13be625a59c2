"""A day that the drafter worked out is printed as such."""

import pytest
from support.checking import ask

INFERRED = """
timeline:
  - {date: 2025-05-13, date_text: Tuesday, inferred: true, text: The ministry answers the council, status: scheduled}
"""
OUTLOOK = "{section=outlook}\n## Outlook\n\n- "
PRINTED = {
    "as inferred": ("**13 May 2025** (date inferred): The ministry answers the council", []),
    "as if a source gave it": ("**13 May 2025**: The ministry answers the council", ["DAT03", "DAT03"]),
    "without its day": ("The ministry answers the council", []),
}


@pytest.mark.parametrize(("line", "expected"), PRINTED.values(), ids=PRINTED)
def test_an_inferred_day_is_printed_as_such(line: str, expected: list[str]) -> None:
    found = ask(INFERRED, code="DAT03", markdown=f"{OUTLOOK}{line}\n")

    assert [notice.code for notice in found] == expected
