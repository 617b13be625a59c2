"""Write `docs/checks.md` from the rules, the catalogue of faults and the clean records.

Run it after a change of either: `python tests/support/checks_page.py`.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.catalogue import CLEAN, checked, faults
from support.checking import BASE, GAZETTE

from briefgen.article.scales import CREDIBILITY, RELIABILITY, SCALES
from briefgen.checks.explain import explained_in_markdown
from briefgen.checks.registry import RULES, SUBJECTS

PAGE = Path(__file__).parents[2] / "docs/checks.md"

_INTRODUCTION = (Path(__file__).parents[1] / "checks/page.md").read_text(encoding="utf-8")


def page() -> str:
    """Write the whole page."""
    parts = (_INTRODUCTION, _measured(), _scales(), _table(), explained_in_markdown(), _example())
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _measured() -> str:
    found = faults()
    caught = [fault for fault in found if fault.is_caught]
    alarms = sum(len(checked(path)) for path in CLEAN)
    missed = "\n".join(f"- {fault.what} ({fault.base})" for fault in found if not fault.is_caught)
    bases = Counter(fault.base for fault in found)
    told = ", ".join(f"{count} in {base}" for base, count in bases.items())
    return (
        "## How well it does\n\n"
        f"Of {len(found)} planted faults ({told}; `tests/checks/faults/`) the checks find **{len(caught)}**, "
        f"or {100 * len(caught) / len(found):.0f} %.\n"
        f"On {len(CLEAN)} clean records of {len(CLEAN)} kinds (`tests/checks/clean/`) they raise "
        f"**{alarms} false alarms**; on the first run, before three rules were mended, they raised 3.\n"
        "On the three samples, which others had written before they knew the rules, the first run raised 53 findings "
        "for six audiences: 20 were faults and were mended in the samples, 33 were not and mended twelve rules.\n"
        "Faults, records and rules are by the same hands, so read this as a test that the rules do what they say, "
        "not as a rate for your texts.\n\n"
        f"Not found, because no rule can or should:\n\n{missed}\n"
    )


def _scales() -> str:
    parts = ["## Scales of likelihood\n\nAs published; gaps between bands are part of a scale.\n"]
    for name, scale in SCALES.items():
        rows = "\n".join(f"| {' or '.join(term.words)} | {term.written} |" for term in scale.terms)
        parts.append(f"`{name}`: {scale.title} ({scale.edition})\n\n| term | range |\n| --- | --- |\n{rows}\n")
    grades = "\n".join(f"| {grade} | {meaning} |" for grade, meaning in (*RELIABILITY.items(), *CREDIBILITY.items()))
    parts.append(
        "Admiralty grades: letters for a source (`reliability`), figures for what it says (`credibility`); "
        f"none is *unrated*.\n\n| grade | meaning |\n| --- | --- |\n{grades}\n"
    )
    return "\n".join(parts)


def _table() -> str:
    rows = [
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.level} | {rule.says} |"
        for group in SUBJECTS.values()
        for rule in group
    ]
    return f"## The {len(RULES)} checks\n\n| code | level | rule |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _example() -> str:
    return (
        "## The record behind the examples\n\n"
        "An example takes the place of the fields of the same names in this record.\n"
        "Where it is a memo, a line of three dashes parts the record's fields from the memo.\n\n"
        f"```yaml\n{BASE.strip()}\n```\n\nIts source, `gazette.txt`:\n\n```text\n{GAZETTE.text.strip()}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
