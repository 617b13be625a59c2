"""Guess what kind of article it is by the words it uses, so that the headings fit."""

import re

from briefgen.article.values import ArticleKind

_WORDS: dict[ArticleKind, str] = {
    "negotiation": r"ceasefires?|truces?|talks|negotiat\w+|mediators?|envoys?|peace (?:deal|plan|process)|settlement|accord",
    "conflict": r"missiles?|drones?|air ?strikes?|shelling|troops|offensive|invasion|artillery|frontline|killed in",
    "trade": r"tariffs?|dut(?:y|ies)|exports?|imports?|quotas?|trade|countermeasures|subsid\w+|wto",
    "budget": r"budget|spending|treasury|fiscal|deficit|pay (?:offer|rise|award)|chancellor|tax(?:es)?|funding",
    "health": r"vaccin\w+|outbreak|cases|patients?|hospitals?|health|virus|cholera|measles|epidemic|pandemic|doses",
    "climate": r"climate|emissions|fossil|warming|carbon|cop\d\d|renewable\w*|finance goal|net zero",
    "legislation": r"bill|amendment|senate|committee|lawmakers?|legislat\w+|law|vote|clause|statute",
    "election": r"election|ballots?|voters?|polls?|candidates?|coalition|seats|majority|campaign",
    "disaster": r"earthquake|quake|floods?|flooding|storm|hurricane|cyclone|wildfire|rescue\w*|evacuat\w+|rubble|dam",
    "legal": r"court|judges?|lawsuit|ruling|appeal|plaintiffs?|defendants?|verdict|prosecutors?|injunction",
}
_FEWEST = 4


def kind_of(title: str, body: str) -> tuple[ArticleKind, tuple[str, ...]]:
    """Give the kind, and the words that speak for it; `generic` where none stands out."""
    scored: list[tuple[int, ArticleKind, tuple[str, ...]]] = []
    for kind, words in _WORDS.items():
        pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        found = [match.lower() for match in pattern.findall(body)]
        weight = len(found) + 3 * len(set(found)) + 6 * len(pattern.findall(title))
        scored.append((weight, kind, tuple(dict.fromkeys(found))[:4]))
    weight, kind, seen = max(scored, key=lambda item: item[0])
    return (kind, seen) if weight >= _FEWEST * 3 else ("generic", ())
