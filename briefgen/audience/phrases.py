"""The filters and functions that templates print with, for one audience and one language."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from briefgen.article.dates import When
from briefgen.article.envelope import Marking
from briefgen.audience import dating, markings, punctuation, telling
from briefgen.audience.bibliography import described
from briefgen.audience.entries import entries, field, text
from briefgen.audience.pack import Citations, Pack
from briefgen.audience.places import places_of
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.markdown_escape import escape
from briefgen.tongue import capital, ended, sentence

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
"""What can stand in a link as it is; any other address is printed, but leads nowhere."""


def filters(
    pack: Pack, words: Words, record: Entry, schemes: markings.Schemes, names: Mapping[str, str]
) -> dict[str, Callable[..., object]]:
    """Give the filters for one audience by the names that templates use; `names` are the headings of its sections."""
    cites = partial(cite, how=pack.style.citations if "sources" in pack.sections else "none", words=words)
    return {
        "amount": lambda quantity: dating.amount(quantity, words),
        "basis": lambda ids: telling.listed(places_of(ids, record, names, words), words),
        "bracketed": lambda item, *remarks: punctuation.bracketed(item, remarks, words),
        "capital": on_text(capital),
        "cite": cites,
        "commas": lambda parts: punctuation.commas(parts, words),
        "date": lambda when, otherwise="": dating.dated(when, words, otherwise=otherwise),
        "day": lambda when, otherwise="": dating.dated(when, words, otherwise=otherwise, weekday=True),
        "described": lambda source: described(source, words),
        "ended": on_text(ended),
        "judged": lambda item: telling.judged(item, words),
        "headed": lambda item, items: telling.headed(item, items, words),
        "label": lambda item: punctuation.label(item, words),
        "linked": linked,
        "listed": lambda items: telling.listed(items, words),
        "marked": marked,
        "portion": lambda item: portion(item, schemes) if pack.style.portions else "",
        "quoted": lambda item: punctuation.quoted(item, words),
        "sentence": on_text(sentence),
        "strong": punctuation.strong,
        "told": lambda item: telling.told(item, words, cites),
        "when": lambda item: dating.dated_item(item, words),
        "word": lambda name, group: words.say(f"{group}.{name}") if name else "",
    }


def cite(item: Entry, *, how: Citations, words: Words) -> Markup:
    """Cite the sources of a statement's evidence, each once, with a space before."""
    sources = [field(part, "source") for part in entries(item, "evidence")]
    found = {text(source, "id"): source for source in sources if isinstance(source, Entry)}
    if how == "numbers":
        return Markup("".join(f" [@{id_}]" for id_ in found))  # noqa: S704 - ids have no character that Markdown knows
    if how == "none" or not found:
        return Markup("")
    names = dict.fromkeys(_in_short(source, words) for source in found.values())
    said = words.say("told.source", names=punctuation.semicolons(names, words))
    return Markup(f" {escape(said)}")  # noqa: S704 - escaped


def on_text(change: Callable[[str], str]) -> Callable[[str], str]:
    """Let a change of a text's ends leave Markdown the Markdown it is."""

    def changed(text: str) -> str:
        return Markup(change(str(text))) if isinstance(text, Markup) else change(text)  # noqa: S704 - it was Markdown

    return changed


def linked(address: str) -> Markup:
    """Print an e-mail address as a link; what is none stays the words it is."""
    if _ADDRESS.fullmatch(address):
        return Markup(f"[{escape(address)}](<mailto:{address}>)")  # noqa: S704 - escaped, and no character of markup
    return Markup(escape(address))  # noqa: S704 - escaped


def marked(words: str, value: str) -> Markup:
    """Print `words` with a word for machines beside them, which figures are drawn from."""
    plain = "".join(character for character in value if character.isalnum() or character == "/")
    return Markup(f'[{escape(words)}]{{value="{plain}"}}')  # noqa: S704 - escaped


def portion(item: Entry, schemes: markings.Schemes) -> str:
    """Give the mark of a part that is marked for itself, with a space after it."""
    marking = field(item, "marking")
    if not isinstance(marking, Entry):
        return ""
    scheme, level = text(marking, "scheme"), text(marking, "level")
    tlp = field(marking, "tlp")
    mark = markings.portion(Marking(scheme=scheme, level=level, tlp=tlp), schemes)  # type: ignore[arg-type] # as read
    return f"{mark} " if mark else ""


def _in_short(source: Entry, words: Words) -> str:
    name, issued = telling.source_name(source, words), field(source, "issued")
    return punctuation.commas((name, dating.in_words(issued, words) if isinstance(issued, When) else ""), words)
