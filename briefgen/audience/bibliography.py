"""Print a source so that the reader can look it up, and say what of it is not known."""

from markupsafe import Markup

from briefgen.article.dates import When
from briefgen.audience.dating import in_words
from briefgen.audience.entries import entries, field, text
from briefgen.audience.punctuation import commas, quoted
from briefgen.audience.telling import listed
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.markdown_escape import escape
from briefgen.tongue import sentence


def described(source: Entry, words: Words) -> Markup:
    """Give author, title, where it appeared, date and address, as far as the audience sees them."""
    parts = [listed((text(one, "literal") or _whole(one) for one in entries(source, "author")), words)]
    title, venue = text(source, "title"), _venue(source, words)
    parts.append(quoted(title, words) if title else _untitled(source, venue, words))
    parts.append(commas((venue, _date(source, words)), words))
    if field(source, "seen") is False:
        parts.append(words.say("source.unseen"))
    said = " ".join(escape(sentence(part)) for part in parts if part)
    address = text(source, "url")
    link = f" [{escape(address)}](<{escape(address)}>)" if address else ""
    return Markup(said + link)  # noqa: S704 - escaped


def _untitled(source: Entry, venue: str, words: Words) -> str:
    """Say what sort of source it is, and what it does not say of itself."""
    kind = words.say(f"source.kind.{_kind(source)}")
    if field(source, "seen") is False:
        return kind
    missing = ["title"] + ([] if entries(source, "author") else ["author"]) + ([] if venue else ["outlet"])
    names = listed((words.say(f"source.missing.{name}") for name in missing), words, style="or")
    return words.say("source.untitled", kind=kind, missing=names)


def _whole(author: Entry) -> str:
    return " ".join(str(name) for name in (text(author, "given"), text(author, "family")) if name)


def _venue(source: Entry, words: Words) -> str:
    named = (text(source, name) for name in ("container_title", "publisher", "authority"))
    return commas(dict.fromkeys(named), words)


def _kind(source: Entry) -> str:
    """Group the types of CSL as a reader would."""
    kind = text(source, "type")
    groups = {
        "article-newspaper": "newspaper",
        "article": "article",
        "post": "page",
        "webpage": "page",
        "dataset": "data",
    }
    return next((group for start, group in groups.items() if kind.startswith(start)), "document")


def _date(source: Entry, words: Words) -> str:
    issued = field(source, "issued")
    if isinstance(issued, When):
        return in_words(issued, words)
    earliest, latest = field(source, "issued_range.earliest"), field(source, "issued_range.latest")
    if isinstance(earliest, When) and isinstance(latest, When):
        return words.say("source.between", earliest=in_words(earliest, words), latest=in_words(latest, words))
    return ""
