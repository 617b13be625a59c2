"""The samples as they were an edition ago: what stood otherwise, and their records with it."""

from support.samples import folder_of

EDITS = {
    "coastal-finance": (
        ("as_of: 2025-11-11", "as_of: 2025-11-10"),
        ("commitment: pledged", "commitment: planned"),
        ('version: "1"', 'version: "0.9"'),
    ),
    "fish-duty": (
        ("as_of: 2025-06-05", "as_of: 2025-06-04"),
        ('version: "2"', 'version: "1"'),
        ("commitment: pledged", "commitment: planned"),
        ("term: likely", "term: roughly even chance"),
        ("status: refused", "status: open"),
        ("text: Ministers of the Customs Union meet", "text: Ministers of the Customs Union hold talks"),
        ("Dairy is not in the notice.", "Dairy is not in the notice of 2 June."),
        ("as well as timber", "and timber"),
    ),
    "ukraine-demands": (
        ("as_of: 2025-03-12", "as_of: 2025-03-11"),
        ("commitment: planned", "commitment: rhetorical"),
        ('version: "1"', 'version: "0.9"'),
    ),
}
"""What stands in a sample, and what stood there."""


def last_edition(sample: str) -> str:
    """Give the record of a sample as it was."""
    text = (folder_of(sample) / "article.yaml").read_text(encoding="utf-8")
    for now, was in EDITS[sample]:
        if now not in text:
            raise LookupError(now)
        text = text.replace(now, was, 1)
    return text
