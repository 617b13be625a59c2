"""The lists of a record that two editions are compared in, and how an item of each is told to the reader."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from briefgen.article.pairing import are_alike
from briefgen.audience import dating, punctuation, telling
from briefgen.audience.entries import field, text
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.markdown_escape import escape
from briefgen.tongue import bare, unended
from briefgen.values import dataclass

Said = Callable[[Entry, Words], str]


@dataclass(frozen=True, slots=True)
class Compared:
    """A list of a record."""

    path: str
    """Where it stands in the view, and in the record."""
    sections: tuple[str, ...]
    """The section that prints it; where an audience has no such section, the next."""
    words: tuple[str, ...]
    """The fields by whose words an item is known again, the most telling first."""
    called: Said
    """Names an item in a few words, or by all of its own."""
    told: Said
    """Tells an item that is new or gone."""
    by_name: bool = True
    """Items have names; of others only their number is told where they are reworded."""

    def known_by(self, item: Entry) -> str:
        """Give the words by which an item is known again."""
        return " ".join(part for name in self.words if (part := _plain(field(item, name))))

    def is_among(self, item: Entry, written: Iterable[object]) -> bool:
        """Tell whether an item of the view is one of those that stand in a record, perhaps in other words."""
        name = next((name for name in self.words if text(item, name)), "")
        gist = bare(text(item, name))
        return any(are_alike(gist, str(getattr(one, name, ""))) for one in written)


def _plain(value: object) -> str:
    return bare(str(value or ""))


def _named(name: str) -> Said:
    return lambda item, _: unended(text(item, name))


def _with_actor(item: Entry, words: Words) -> str:
    return punctuation.bracketed(text(item, "label"), (field(item, "actor"),), words)


def _act(item: Entry, words: Words) -> str:
    action = text(item, "action")
    return punctuation.bracketed(field(item, "actor"), (words.say(f"action.{action}") if action else "",), words)


def _response(item: Entry, words: Words) -> str:
    return Markup(f"{punctuation.label(_escaped(field(item, 'actor')), words)} {_statement(item, words)}")  # noqa: S704 - both escaped


def _statement(item: Entry, words: Words) -> str:
    return telling.told(item, words, lambda _: Markup(""))


def _event(item: Entry, words: Words) -> str:
    return Markup(f"{punctuation.label(dating.dated_item(item, words), words)} {_statement(item, words)}")  # noqa: S704 - both escaped


def _figure(item: Entry, words: Words) -> str:
    quantity = field(item, "quantity")
    amount = dating.amount(quantity, words) if isinstance(quantity, Entry) else ""
    return f"{punctuation.label(text(item, 'label'), words)} {amount}" if amount else text(item, "label")


def _quotation(item: Entry, words: Words) -> str:
    return punctuation.bracketed(punctuation.quoted(text(item, "text"), words), (field(item, "speaker"),), words)


def _event_of(item: Entry, words: Words) -> str:
    event = text(item, "event")
    return unended(event) if event else punctuation.bracketed(unended(text(item, "text")), (text(item, "by"),), words)


def _escaped(value: object) -> Markup:
    return Markup(escape(str(value or "")))  # noqa: S704 - escaped


_TEXT = _named("text")
LISTS = (
    Compared("recommendation", ("recommendation",), ("text",), _TEXT, _TEXT),
    Compared("positions", ("positions",), ("label", "actor", "text"), _with_actor, _with_actor),
    Compared("responses", ("responses",), ("summary", "text", "actor", "action"), _act, _response),
    Compared("outlook.judgements", ("outlook",), ("event", "text"), _event_of, telling.judged),
    Compared("timeline", ("timeline", "outlook"), ("text",), _TEXT, _event),
    Compared("background", ("background",), ("text",), _TEXT, _statement, by_name=False),
    Compared("statistics", ("statistics",), ("label",), _named("label"), _figure),
    Compared("quotes", ("quotes",), ("text",), _quotation, _quotation, by_name=False),
    Compared("outlook.scenarios", ("scenarios",), ("label", "text"), _named("label"), _named("label")),
    Compared("outlook.assumptions", ("assumptions",), ("text",), _TEXT, _TEXT, by_name=False),
    Compared("outlook.indicators", ("indicators",), ("watch",), _named("watch"), _named("watch")),
    Compared("implications", ("implications",), ("text",), _TEXT, _TEXT, by_name=False),
    Compared("options", ("options",), ("label", "text"), _named("label"), _named("label")),
    Compared("lines", ("lines", "corrections"), ("text",), _TEXT, _TEXT, by_name=False),
    Compared("qa", ("qa", "questions"), ("question",), _named("question"), _named("question")),
    Compared("gaps", ("gaps",), ("text",), _TEXT, _TEXT, by_name=False),
    Compared("used_sources", ("sources",), ("title", "container_title"), telling.source_name, telling.source_name),
)
"""In the order in which their changes are told."""
