"""Fill templates that stand in a test, with a small record as an audience sees it."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from briefgen.article.dates import When, parse_when
from briefgen.audience.view import Entry
from briefgen.errors import TemplateError
from briefgen.markdown_escape import escape
from briefgen.shelf import Sheet, Shelf
from briefgen.templates import fill

TITLE = "Island council sets two conditions"


def entry(name: str, /, *denied: str, **fields: object) -> Entry:
    """Make a part of a record in which other fields are `denied`."""
    return Entry(fields, frozenset(denied), name)


def record(title: str) -> Entry:
    """Make a record whose audience may see neither its options nor the evidence of its positions."""
    cap = entry("Fare cap", "evidence", label="Fare cap", stance="demands", text="")
    sailings = entry("Winter sailings", "evidence", label="Winter sailings", stance="conditions", text="")
    return entry(
        title,
        "options",
        title=title,
        question="",
        as_of=parse_when("2025-05-06"),
        bluf=None,
        positions=(cap, sailings),
    )


def date(when: When | None, otherwise: str = "") -> Markup:
    """Print a date with its machine form beside it."""
    if when is None:
        return Markup(escape(otherwise))  # noqa: S704 - escaped
    return Markup(f'[{when.earliest:%d %B %Y}]{{value="{when.text}"}}')  # noqa: S704 - dates hold no markup


def listed(items: Iterable[object]) -> str:
    """Print a list in words."""
    return " and ".join(str(item) for item in items)


def marked(text: str, value: str) -> Markup:
    """Print words with a word for machines beside them."""
    return Markup(f'[{escape(text)}]{{value="{value}"}}')  # noqa: S704 - escaped


def sentence(text: str) -> str:
    """End a text with a full stop."""
    return text.strip() + "."


def mistaken(text: str) -> str:
    """Find something wrong with every text."""
    raise TemplateError.of("TPL99", f"{text!r} has no translation")


FILTERS: dict[str, Callable[..., object]] = {
    "date": date,
    "listed": listed,
    "marked": marked,
    "mistaken": mistaken,
    "sentence": sentence,
}


def filled(template: str, *, title: str = TITLE, **others: str) -> str:
    """Fill `template`, which may include or extend the `others` by their names."""
    sheets = {"desk/memo.md.j2": template} | {f"{name}.md.j2": text for name, text in others.items()}
    shelf = Shelf({name: Sheet(f"templates/{name}", text) for name, text in sheets.items()})
    return fill("desk/memo.md.j2", shelf, record=record(title), filters=FILTERS, given={"paper": "Note"})


def mistakes(template: str, **others: str) -> list[str]:
    """Fill `template` in vain, and give what is said of it."""
    try:
        text = filled(template, title=TITLE, **others)
    except TemplateError as error:
        return [str(notice) for notice in error.notices]
    message = f"nothing was wrong: {text}"
    raise AssertionError(message)
