"""Print dates and numbers in the memo's language, with the machine's form beside the words."""

from datetime import date
from decimal import Decimal

from markupsafe import Markup

from briefgen.article.dates import When
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
            return words.say("date.at", day=_day(when.moment.date(), words, weekday=weekday), time=_time(when))
        case "year":
            return when.text[:4]
        case _ if when.earliest:
            day = when.precision == "day"
            said = _day(when.earliest, words, weekday=weekday) if day else _month(when.earliest, words)
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
    said = " ".join(part for part in (said, *(text(quantity, n) for n in ("currency", "unit", "denominator"))) if part)
    approx = text(quantity, "approx")
    return words.say(f"approx.{approx}", quantity=said) if approx and said else said


def _number(number: object, words: Words) -> str:
    from babel.numbers import format_decimal

    if not isinstance(number, Decimal | int):
        return ""
    places = -int(number.as_tuple().exponent) if isinstance(number, Decimal) else 0
    pattern = "#,##0" + ("." + "0" * places if places > 0 else "")
    return format_decimal(number, pattern, locale=words.locale)


def _day(day: date, words: Words, *, weekday: bool) -> str:
    from babel.dates import format_date

    said = format_date(day, "long", locale=words.locale)
    return (
        words.say("date.weekday", weekday=format_date(day, "EEEE", locale=words.locale), date=said) if weekday else said
    )


def _month(day: date, words: Words) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=words.locale)


def _time(when: When) -> str:
    """Give the time with its offset, which is unambiguous across borders."""
    moment = when.moment
    if moment is None:
        return ""
    offset = moment.strftime("%z")
    return f"{moment:%H:%M} " + ("UTC" if offset == "+0000" else f"UTC{offset[:3]}:{offset[3:]}")
