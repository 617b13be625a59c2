"""Find reports of others that the article passes on without our having read them."""

import re

_OUTLETS = r"Reuters|Bloomberg|AFP|Agence France-Presse|Associated Press|AP|BBC|CNN|CNBC|NBC News|CBS News|ABC News|Fox News|New York Times|Washington Post|Wall Street Journal|Financial Times|Guardian|Telegraph|Times|Economist|Politico|Axios|Al Jazeera|Der Spiegel|Spiegel|Le Monde|Xinhua|Tass|Interfax|Kyodo|Nikkei|dpa|PTI|ANI|Euronews|Sky News|NPR|Kyiv Independent|Haaretz"
_NAMED = rf"(?:the )?(?:news ?(?:agency|paper) |broadcaster |daily |magazine )?(?P<name>(?:The )?(?:{_OUTLETS})|(?:The )?[A-Z]\w+(?: [A-Z]\w+)? (?:Times|Post|News|Gazette|Herald|Tribune|Journal|Wire|Courier|TV|Radio|Television))"
_PATTERNS = (
    re.compile(rf"\b(?:[Aa]ccording to|reported by|[Aa]s reported by|citing) (?:a report (?:by|from|in) )?{_NAMED}\b"),
    re.compile(
        rf"\b{_NAMED}(?:'s|’s)? (?:has |have )?(?:report(?:s|ed)|first reported|said|says|quoted|cited|revealed|claims|claimed)\b"
    ),
    re.compile(rf"\bin an interview with {_NAMED}\b"),
    re.compile(rf"\b(?:a |the )?report (?:by|in|from) {_NAMED}\b"),
)


def relays(body: str, outlet: str) -> tuple[str, ...]:
    """Name the outlets whose reports `body` passes on, without `outlet` itself."""
    found: dict[str, int] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(body):
            name = match["name"].removeprefix("The ")
            if name.casefold() not in outlet.casefold():
                found.setdefault(name, match.start())
    return tuple(sorted(found, key=lambda name: found[name]))
