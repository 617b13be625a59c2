"""Explain rules: what each demands, why, who else demands it, and an example of either answer."""

from briefgen.checks.registry import RULES, SUBJECTS
from briefgen.checks.rule import Rule
from briefgen.errors import ConfigurationError
from briefgen.nearest import meant

_FENCES = {"record": "yaml", "memo": "markdown", "editions": "yaml", "file": "text"}


def rule_of(code: str) -> Rule:
    """Find a rule by its code; `ConfigurationError` names the nearest."""
    known = {rule.code: rule for rule in RULES}
    if code.upper() not in known:
        hint = meant(code, known) or f"there is {', '.join(known)}"
        raise ConfigurationError.of("CHK01", f"there is no check {code!r}", hint=hint)
    return known[code.upper()]


def explained(rule: Rule) -> str:
    """Explain one rule as plain text."""
    how = ", asked only with --select" if rule.on_demand else ""
    lines = [
        f"{rule.code} ({rule.level}{how})",
        rule.says,
        "",
        f"Why: {rule.why}",
        f"Source: {rule.source}.",
        "",
        "Raises it:",
        *_indented(rule.wrong),
        "",
        "Does not:",
        *_indented(rule.right),
    ]
    return "\n".join(lines) + "\n"


def explained_in_markdown() -> str:
    """Explain all rules, by subject, for the documentation."""
    parts = []
    for title, rules in SUBJECTS.items():
        parts.append(f"## {title}\n")
        parts += (_in_markdown(rule) for rule in rules)
    return "\n".join(parts)


def _in_markdown(rule: Rule) -> str:
    fence = _FENCES[rule.example]
    how = ", asked only with `--select`" if rule.on_demand else ""
    return (
        f"### {rule.code}\n\n{rule.says}\n\n"
        f"- Level: {rule.level}{how}\n- Why: {rule.why}\n- Source: {rule.source}.\n\n"
        f"Raises it:\n\n```{fence}\n{rule.wrong.strip()}\n```\n\nDoes not:\n\n```{fence}\n{rule.right.strip()}\n```\n"
    )


def _indented(text: str) -> list[str]:
    return [f"  {line}".rstrip() for line in text.strip("\n").splitlines()]
