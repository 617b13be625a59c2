"""Marking schemes that the checks know: their levels from the lowest up, and labels that are retired."""

from briefgen.article.envelope import Marking

LEVELS = {
    "uk-gsc": ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"),
    "us-cui": ("UNCLASSIFIED", "CUI"),
    "eu": (
        "RESTREINT UE/EU RESTRICTED",
        "CONFIDENTIEL UE/EU CONFIDENTIAL",
        "SECRET UE/EU SECRET",
        "TRÈS SECRET UE/EU TOP SECRET",
    ),
}
"""Scheme → levels, spelt exactly."""
LABELS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
RETIRED = {
    "TLP:WHITE": "TLP:CLEAR",
    "NOT PROTECTIVELY MARKED": "OFFICIAL",
    "FOUO": "CUI, where the CUI Registry has a category for it",
    "FOR OFFICIAL USE ONLY": "CUI, where the CUI Registry has a category for it",
    "SENSITIVE BUT UNCLASSIFIED": "CUI, where the CUI Registry has a category for it",
    "OFFICIAL SENSITIVE": "OFFICIAL-SENSITIVE",
}
"""Label → what is written instead."""


def rank(marking: Marking) -> tuple[int, int]:
    """Give the place of a marking in its scheme and in the Traffic Light Protocol; 0 where it has none."""
    levels = LEVELS.get(marking.scheme, ())
    level = levels.index(marking.level) + 1 if marking.level in levels else 0
    return level, LABELS.index(marking.tlp) + 1 if marking.tlp else 0
