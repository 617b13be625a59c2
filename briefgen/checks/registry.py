"""All rules, by code."""

from types import ModuleType

from briefgen.checks.rule import Rule
from briefgen.checks.rules import (
    argument,
    attribution,
    budgets,
    citing,
    dates,
    documents,
    evidence,
    figures,
    files,
    hedges,
    judgements,
    language,
    lengths,
    likelihood,
    naming,
    provenance,
    quotations,
    release,
    sums,
)

_SUBJECTS: tuple[tuple[str, tuple[ModuleType, ...]], ...] = (
    ("Sources and statements", (evidence, quotations, attribution, hedges, citing, provenance)),
    ("Judgements and likelihood", (likelihood, judgements)),
    ("Dates, numbers and names", (dates, figures, sums, naming)),
    ("Structure and argument", (argument,)),
    ("Markings and release", (release,)),
    ("Language and length", (lengths, budgets, language)),
    ("Documents", (documents, files)),
)


def _rules_of(modules: tuple[ModuleType, ...]) -> tuple[Rule, ...]:
    found = {rule.code: rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule)}
    return tuple(found[code] for code in sorted(found))


SUBJECTS: dict[str, tuple[Rule, ...]] = {title: _rules_of(modules) for title, modules in _SUBJECTS}
"""What the rules are about → the rules."""
RULES: tuple[Rule, ...] = tuple(rule for rules in SUBJECTS.values() for rule in rules)
RECORD_RULES = tuple(rule for rule in RULES if not rule.of_memos)
"""Those that can be asked before a memo is filled."""
FILE_RULES = tuple(rule for rule in RULES if rule.example == "file")
"""Those that need a written file."""
MEMO_RULES = tuple(rule for rule in RULES if rule.of_memos and rule not in FILE_RULES)
