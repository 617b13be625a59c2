"""Numbers in prose, in digits or in words."""

import re
from decimal import Decimal
from functools import lru_cache

from briefgen.checks.dated import has_digits, without_dates
from briefgen.checks.phrases import Phrases
from briefgen.values import dataclass

_SMALL = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ROUND = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: number for number, word in enumerate(_SMALL, start=2)}
_TENS = {word: 10 * number for number, word in enumerate(_ROUND, start=2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_DIGITS = re.compile(
    r"(?<![\w.,/-])(?P<currency>(?:US|A|C|NZ)?[$£€¥])?\s?(?P<value>\d{1,3}(?:[,\u00a0\u202f']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[\s\u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|tn|mn|m|k)\b)?"
    r"(?P<percent>\s?%|[\s\u00a0](?:per cent|percent)\b)?(?![\w/])"
    r"(?:[\s\u00a0](?P<after>euros?|pounds?|dollars?|crowns?|yen|francs?|roubles?|rubles?)\b)?"
)
_HYPHENATED = re.compile(r"(?<=\d)-(?=[a-z])")
_RANGE = re.compile(r"(?<=\d)\s?[–-]\s?(?=[$£€]?\d)")
_WORDS = Phrases(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:-(?P<one>one|{'|'.join(_SMALL[:8])}))?|(?P<unit>{'|'.join(_UNITS)})"
    r"|(?P<a>an?|one)(?=\s(?:hundred|thousand|million|billion)\b))(?:[\s-](?P<scale>hundred|thousand|million|billion))?\b"
    r"(?P<percent>\s(?:per cent|percent)\b)?"
)
_CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "A$": "AUD", "C$": "CAD", "NZ$": "NZD"}
_SPELT = {"euro": "EUR", "pound": "GBP", "dollar": "USD", "yen": "JPY", "crown": "crown", "franc": "CHF"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    words: str
    start: int
    value: Decimal
    percent: bool = False
    currency: str = ""
    """ISO 4217 where the sign or the word says so."""
    spelt: bool = False
    """Written in words."""

    def agrees(self, other: "Number") -> bool:
        """Tell whether both can be the same figure."""
        is_same_money = not (self.currency and other.currency) or self.currency == other.currency
        return self.value == other.value and is_same_money


@lru_cache(maxsize=2048)
def numbers_in(text: str) -> tuple[Number, ...]:
    """Find the numbers in `text`; days and times of day are none."""
    if not has_digits(text):
        return tuple(_in_words(one) for one in _WORDS.finditer(text))
    plain = _HYPHENATED.sub(" ", _RANGE.sub(lambda found: " " * len(found[0]), without_dates(text)))
    found = [_in_digits(one) for one in _DIGITS.finditer(plain)]
    found += [_in_words(one) for one in _WORDS.finditer(plain)]
    return tuple(sorted(found, key=lambda one: one.start))


def _in_digits(found: re.Match[str]) -> Number:
    value = Decimal(re.sub(r"[^\d.]", "", found["value"])) * _SCALES.get((found["scale"] or "").lower(), 1)
    after = (found["after"] or "").lower().removesuffix("s")
    currency = _CURRENCIES.get(found["currency"] or "", "") or _SPELT.get(after, "")
    words = found[0].strip()
    return Number(words, found.start() + found[0].index(words), value, bool(found["percent"]), currency)


def _in_words(found: re.Match[str]) -> Number:
    one = 1 if found["a"] or (found["one"] or "").lower() == "one" else _UNITS.get((found["one"] or "").lower(), 0)
    value = _TENS.get((found["tens"] or "").lower(), 0) + one + _UNITS.get((found["unit"] or "").lower(), 0)
    scale = _SCALES.get((found["scale"] or "").lower(), 1)
    return Number(found[0].strip(), found.start(), Decimal(value * scale), bool(found["percent"]), spelt=True)
