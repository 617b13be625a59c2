"""Print dates and numbers in the memo's language, with the machine's form beside the words."""

from datetime import date
from decimal import Decimal

from markupsafe import Markup

from briefgen.article.dates import Precision, When
from briefgen.audience import cldr
from briefgen.audience.entries import field, text
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.markdown_escape import escape


def dated(when: When | None, words: Words, *, otherwise: str = "", weekday: bool = False) -> Markup:
    """Print a date in words, with its machine form beside it; `otherwise` where there is none."""
    if when is None:
        return Markup(escape(otherwise))  # noqa: S704 - escaped
    return Markup(f'[{escape(in_words(when, words, weekday=weekday))}]{{value="{when.text}"}}')  # noqa: S704 - escaped


def dated_item(item: Entry, words: Words) -> Markup:
    """Print when an event is: its date and weekday, and whether we worked that out, or the words of the source."""
    when = field(item, "date")
    if not isinstance(when, When):
        return Markup(escape(text(item, "date_text") or words.say("date.unknown")))  # noqa: S704 - escaped
    printed = dated(when, words, weekday=True)
    if field(item, "inferred") is True:
        return Markup(f"{printed} {escape(words.say('date.inferred'))}")  # noqa: S704 - escaped
    return printed


def in_words(when: When, words: Words, *, weekday: bool = False) -> str:
    """Say a date of any precision."""
    match when.precision:
        case "interval":
            start, end = (in_words(part, words) if part else "" for part in when.ends)
            if start and end:
                return words.say("date.from_to", start=start, end=end)
            return words.say("date.since", start=start) if start else words.say("date.until", end=end)
        case "time" if when.moment:
            return words.say("date.at", day=_day(when.moment.date(), words, weekday=weekday), time=_time(when, words))
        case precision if when.earliest:
            said = _said(when.earliest, precision, words, weekday=weekday)
            key = "about" if when.approximate else "uncertain" if when.uncertain else "exactly"
            return words.say(f"date.{key}", date=said)
        case _:
            return when.text


def amount(quantity: Entry | None, words: Words) -> str:
    """Print a quantity with its unit, its currency and its bounds, as far as the record has them."""
    if quantity is None:
        return ""
    low, value, high = (_number(field(quantity, name), words) for name in ("low", "value", "high"))
    said = value or (words.say("amount.between", low=low, high=high) if low and high else low or high)
    said = _measured(said, text(quantity, "unit"), text(quantity, "currency"), words)
    said = " ".join(str(part) for part in (said, text(quantity, "denominator")) if part)
    approx = text(quantity, "approx")
    return words.say(f"approx.{approx}", quantity=said) if approx and said else said


def _measured(number: str, unit: str, currency: str, words: Words) -> str:
    """Put unit and currency where the language has them: `€18.4 billion`, `18,4 milliards €`, `3 %`."""
    if unit == "%":
        return cldr.percent_pattern(words.language).replace("#,##0", number).replace("'", "")
    said = f"{number} {unit}" if unit else number
    if not currency:
        return said
    symbol = cldr.currency_symbol(currency, words.language)
    if cldr.currency_pattern(words.language).lstrip("\u200e\u200f").startswith("¤"):
        return f"{symbol}\u00a0{said}" if symbol[-1].isalpha() else f"{symbol}{said}"
    return f"{said}\u00a0{symbol}"


def _number(number: object, words: Words) -> str:
    if not isinstance(number, Decimal | int):
        return ""
    places = -int(number.as_tuple().exponent) if isinstance(number, Decimal) else 0
    pattern = "#,##0" + ("." + "0" * places if places > 0 else "")
    return cldr.number_in_digits(number, pattern, words.language)


def _said(day: date, precision: Precision, words: Words, *, weekday: bool) -> str:
    match precision:
        case "year":
            return f"{day.year:04}"
        case "month":
            return cldr.month_in_words(day, words.language)
        case _:
            return _day(day, words, weekday=weekday)


def _day(day: date, words: Words, *, weekday: bool) -> str:
    said = cldr.day_in_words(day, words.language)
    if not weekday:
        return said
    return words.say("date.weekday", weekday=cldr.day_in_words(day, words.language, "EEEE"), date=said)


def _time(when: When, words: Words) -> str:
    """Give the time with its offset, which is unambiguous across borders."""
    moment = when.moment
    if moment is None:
        return ""
    offset = moment.strftime("%z")
    clock = cldr.clock_time(moment.time(), words.language)
    return f"{clock} UTC" if offset == "+0000" else f"{clock} UTC{offset[:3]}:{offset[3:]}"
