"""Print a statement so that nothing of it is lost: who says so, the source's caution, and where to look it up."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from markupsafe import Markup

from briefgen.audience import cldr
from briefgen.audience.entries import entries, field, text
from briefgen.audience.punctuation import semicolons, strong
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.markdown_escape import escape
from briefgen.tongue import bare, capital, ended, sentence

Cited = Callable[[Entry], Markup]
_START = 4
"""Words at the start of a sentence, among which stands who does something."""


def told(item: Entry, words: Words, cite: Cited) -> Markup:
    """Print a statement as a sentence, with its attribution and hedge, and its sources after it."""
    said = stated(item, words)
    remarks = attribution(item, words, said)
    hedge = text(item, "hedge")
    parts = [sentence(said)]
    if remarks:
        parts.append(words.say("told.remarked", remarks=capital(semicolons(remarks, words))))
    if hedge and _plain(hedge) not in _plain(said):
        parts.append(words.say("told.hedge", hedge=hedge))
    parts += [_dispute(dispute, words) for dispute in entries(item, "disputed_by")]
    return Markup(f"{' '.join(escape(part) for part in parts)}{cite(item)}")  # noqa: S704 - escaped


def stated(item: Entry, words: Words) -> str:
    """Give the words of a statement; where the record has none, those of its source in quotation marks."""
    said = text(item, "summary") or text(item, "text")
    if said:
        return said
    group = "stance" if text(item, "stance") else "action"
    actor, verb = field(item, "actor"), text(item, group)
    done = words.say(f"{group}.{verb}") if verb else ""
    does = words.say("told.does", actor=actor, does=done) if actor and done else str(actor or done)
    exact = next((text(part, "exact") for part in entries(item, "evidence")), "")
    return words.say("told.quoted", does=does, exact=exact) if exact and does else does or exact


def attribution(item: Entry, words: Words, said: str) -> tuple[str, ...]:
    """Say what the reader must know of where a statement comes from: unnamed speakers, reports that we did not see."""
    remarks = []
    if field(item, "attribution.named") == "unnamed":
        speakers = field(item, "attribution.said_by")
        people = listed(speakers, words) if isinstance(speakers, tuple) else ""
        is_said = not people or bare(people).lower() in bare(said).lower()
        remarks.append(words.say("told.not_named") if is_said else words.say("told.unnamed", people=people))
    reporter = field(item, "attribution.reported_by")
    if isinstance(reporter, Entry) and field(reporter, "seen") is False:
        remarks.append(words.say("told.unseen", source=source_name(reporter, words)))
    return tuple(remarks)


def headed(item: Entry, items: Iterable[Entry], words: Words) -> Markup:
    """Print the label of a position, and whose it is where `items` are of several and its own words do not say."""
    said, actor = capital(text(item, "label")), field(item, "actor")
    several = len({str(field(one, "actor") or "") for one in items}) > 1
    if not actor or not several or _is_named(str(actor), said, stated(item, words)):
        return strong(ended(said))
    return Markup(ended(words.say("punctuation.brackets", text=strong(said), remarks=escape(str(actor)))))  # noqa: S704 - escaped


def _is_named(actor: str, label: str, said: str) -> bool:
    """Tell whether words say whose they are: by the name, or as *The Group asks* by its last word at their start."""
    name, start = _plain(actor), re.findall(r"\w+", _plain(said))[:_START]
    return name in f"{_plain(label)} {_plain(said)}" or (bool(name) and name.split()[-1] in start)


def source_name(source: Entry, words: Words) -> str:
    """Name a source in a few words: where it appeared, who issued it, or what it is called."""
    names = ("container_title", "publisher", "authority", "title")
    found = next((name for key in names if (name := text(source, key))), "")
    return found or words.say("told.untitled")


def judged(item: Entry, words: Words) -> str:
    """Print a judgement with the name of who answers for it."""
    by, said = text(item, "by"), sentence(text(item, "text"))
    return words.say("told.judged", text=said, by=by) if by else said


def listed(items: Iterable[object], words: Words, *, style: Literal["standard", "or"] = "standard") -> str:
    """Print a list as people write it: `a, b and c`."""
    texts = [str(item) for item in items]
    return cldr.listed(texts, words.language, style) if texts else ""


def _dispute(dispute: Entry, words: Words) -> str:
    said = text(dispute, "text")
    key = "told.disputed" if said else "told.disputed_only"
    return sentence(words.say(key, actor=field(dispute, "actor") or "", text=said))


def _plain(text: str) -> str:
    """Make spellings of quotation marks and spaces alike."""
    return " ".join(bare(text).lower().translate(str.maketrans("’‘“”", "''\"\"")).split())
