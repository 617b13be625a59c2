"""Whether a memo keeps to the budget of its audience: words in each section, and pages of the files made from it."""

from collections.abc import Iterator

from briefgen.checks.material import Material
from briefgen.checks.measured import lengths_of, to_cut
from briefgen.checks.rule import Finding, rule


@rule(
    "LEN04",
    "warning",
    "Each section keeps to the number of words that its pack gives it.",
    why="What the reader needs last takes the room of what they need first.",
    source="Australian ministerial submissions and British ministerial notes: a length for each part of the form",
    wrong="{section=summary}\n## Summary\n\n" + "The council repeats its demand. " * 41,
    right="{section=summary}\n## Summary\n\nThe council repeats its demand.",
    example="memo",
)
def sections_are_short(material: Material) -> Iterator[Finding]:
    """Count the words of the sections for which a pack names a number."""
    for filled in material.memos:
        for section, count in lengths_of(filled).items():
            most = filled.limits.sections.get(section, count)
            if count > most:
                message = f"the memo for {filled.audience} has {count} words in {section}, more than {most}"
                yield Finding(section, message, f"cut {count - most}")


@rule(
    "LEN05",
    "warning",
    "A memo keeps to its pack's number of pages, in PDF and in Word.",
    why="A limit of pages is one of paper: it holds for what is printed and handed over, letterhead and sources included.",
    source="US State Department: firm two-page limit; British visit briefs: no more than two sides",
    wrong="Pages: 3\n\n{section=positions}\n## Key Demands\n\nThe council repeats its demand.",
    right="Pages: 2\n\n{section=positions}\n## Key Demands\n\nThe council repeats its demand.",
    example="memo",
)
def pages_are_few(material: Material) -> Iterator[Finding]:
    """Compare the pages of the files that were measured; `make` measures PDF, `check --rendered` Word as well."""
    for filled in material.memos:
        for kind, count in filled.pages.items():
            if filled.limits.pages and count > filled.limits.pages:
                message = f"the memo for {filled.audience} has {count} pages as {kind}, more than {filled.limits.pages}"
                yield Finding("", message, to_cut(filled))
