"""The filters that templates print dates, lists, sources and words of the record's vocabulary with."""

from collections.abc import Callable, Iterable
from datetime import date

from markupsafe import Markup

from briefgen.article.dates import When
from briefgen.audience.pack import Pack
from briefgen.audience.view import Entry, names_in
from briefgen.markdown_escape import escape

_WORDS = {
    "conditions": "makes it a condition",
    "reserves": "reserves its position",
    "red-line": "draws a red line",
    "silent": "is silent",
    "partly-met": "partly met",
    "none": "no commitment",
}
"""What is printed for words of the record that do not read well as they are."""
_OWN = {"demands", "conditions", "offers", "proposes", "requests", "rejects", "accepts", "reserves", "red-line"}
_STAND = {"supports": "for", "funds": "for", "supplies": "for", "commits": "for", "opposes": "against"} | dict.fromkeys(
    ("sanctions", "retaliates", "litigates", "warns"), "against"
)


def filters(pack: Pack) -> dict[str, Callable[..., object]]:
    """Give the filters for one audience by the names that templates use."""
    return {
        "cite": lambda item: cite(item) if "sources" in pack.sections else "",
        "date": dated,
        "listed": listed,
        "sentence": sentence,
        "word": word,
        "marked": marked,
    }


def cite(item: Entry) -> Markup:
    """Cite the sources of a statement's evidence, each once, with a space before."""
    evidence = item.evidence if "evidence" in names_in(item) else ()
    ids = dict.fromkeys(str(part.source.id) for part in _entries(evidence) if isinstance(part.source, Entry))
    return Markup("".join(f" [@{id_}]" for id_ in ids))  # noqa: S704 - ids have no character that Markdown knows


def dated(when: When | None, otherwise: str = "") -> Markup:
    """Print a date in words, with its machine form beside it; `otherwise` where there is none."""
    if when is None:
        return Markup(escape(otherwise))  # noqa: S704 - escaped
    return Markup(f'[{escape(_in_words(when))}]{{value="{when.text}"}}')  # noqa: S704 - dates hold no markup


def marked(text: str, value: str) -> Markup:
    """Print `text` with a word for machines beside it, which figures are drawn from."""
    return Markup(f'[{escape(text)}]{{value="{"".join(c for c in value if c.isalnum())}"}}')  # noqa: S704 - escaped


def listed(items: Iterable[object]) -> str:
    """Print a list as people write it: `a, b and c`."""
    *before, last = [str(item) for item in items] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def sentence(text: str) -> str:
    """End `text` with a full stop where it has no end, and begin it with a capital."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”", '"', "…")) or not text else ".")


def word(name: str | None) -> str:
    """Print a word of the record's vocabulary, such as a stance or a commitment."""
    return _WORDS.get(name or "", name or "").replace("-", " ")


def stand(action: str) -> str:
    """Say where an action leaves an actor on a position: `owner`, `for`, `against` or `conditional`."""
    return "owner" if action in _OWN else _STAND.get(action, "conditional")


def _entries(items: object) -> Iterable[Entry]:
    return (item for item in items if isinstance(item, Entry)) if isinstance(items, tuple) else ()


def _in_words(when: When) -> str:
    match when.precision:
        case "interval":
            start, end = (_in_words(part) if part else "" for part in when.ends)
            return f"{start} to {end}" if start and end else f"from {start}" if start else f"until {end}"
        case "time" if when.moment:
            offset = when.moment.strftime("%z")
            zone = "UTC" if offset == "+0000" else f"UTC{offset[:3]}:{offset[3:]}"
            return f"{_day(when.moment.date())}, {when.moment:%H:%M} {zone}"
        case "year":
            return when.text[:4]
        case _ if when.earliest:
            words = _day(when.earliest) if when.precision == "day" else _month(when.earliest)
            return f"about {words}" if when.approximate else f"{words} (uncertain)" if when.uncertain else words
        case _:
            return when.text


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    from babel.dates import format_date

    return format_date(day, "MMMM y", locale="en_GB")
