"""What changed for an audience since the last edition, from its views of both.

Nothing is compared but what it sees, so that a field or an item that is kept from it is not told, nor hinted at:
an item that is gone from its view but still stands in the record is passed over.
Absence proves nothing, so what a record no longer has is told as no longer listed, never as given up by somebody.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.pairing import Pairs, paired
from briefgen.audience.compared import LISTS, Compared
from briefgen.audience.dating import in_words
from briefgen.audience.entries import entries, entry, field, text
from briefgen.audience.printed import printed
from briefgen.audience.punctuation import semicolons
from briefgen.audience.steps import steps
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.tongue import closed
from briefgen.values import dataclass

_SENTENCES = {"bluf": "bluf.text", "summary": "summary", "issue": "why_now"}
"""Section → what it prints, where that is told as a whole."""
_LISTED = {"actors": "people", "glossary": "terms", "distribution": "distribution.not_to", "contact": "contact"}
"""As `_SENTENCES`, for sections that a reader looks things up in."""
_HEADER = ("embargo", "question", "why_now", "prepared_by", "distribution.to", "distribution.through", "contact")


@dataclass(frozen=True, slots=True)
class Edition:
    """A record, and what an audience sees of it."""

    article: Article
    seen: Entry


class Told(NamedTuple):
    """What is told of the last edition."""

    since: Entry | None
    """What templates print; None where nothing can be said."""
    kept_back: int = 0
    """How many items are passed over, because the record has them still and the audience sees them no more."""


def told_since(old: Edition, new: Edition, headings: Mapping[str, str], words: Words) -> Told:
    """Tell what changed from `old` to `new` in the sections that an audience has, named in `headings`."""
    when = field(old.seen, "as_of")
    if not isinstance(when, When):
        return Told(None)
    comparison = _Comparison(old, new, headings, words)
    groups, kept_back = tuple(comparison.groups()), comparison.kept_back()
    if kept_back and not groups:
        return Told(None, kept_back)
    return Told(entry("since", date=when, version=text(old.seen, "version"), groups=groups), kept_back)


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: Edition
    new: Edition
    headings: Mapping[str, str]
    words: Words

    def kept_back(self) -> int:
        """Count what is gone from the view alone."""
        lists = (listed for listed in LISTS if self.section(listed))
        return sum(now is None and self.is_kept_back(was, one) for one in lists for was, now in self.pairs(one))

    def groups(self) -> Iterator[Entry]:
        """Gather what changed by the sections that print it, in the order of the memo."""
        found: dict[str, list[Entry]] = {}
        for listed in LISTS:
            found.setdefault(self.section(listed), []).extend(self.of_list(listed))
        for section, path in {**_SENTENCES, **_LISTED}.items():
            if section in self.headings and self.differ(path):
                key = "rewritten" if section in _SENTENCES else "updated"
                found.setdefault(section, []).append(_change(self.words.say(f"change.{key}")))
        for change in self.above():
            yield entry("", heading="", changes=(change,))
        for section, heading in self.headings.items():
            if found.get(section):
                yield entry(section, heading=heading, changes=tuple(found[section]))

    def above(self) -> Iterator[Entry]:
        """Tell what changed above the first section."""
        if self.differ("title"):
            yield _change(self.words.say("change.title"))
        known = {printed(one) for one in entries(self.old.seen, "corrections")}
        for one in entries(self.new.seen, "corrections"):
            if printed(one) not in known:
                yield _change(self.words.say("change.corrected", date=self.dated(one)))
        if any(self.differ(path) for path in _HEADER if not self.is_told(path)):
            yield _change(self.words.say("change.header"))

    def is_told(self, path: str) -> bool:
        """Tell whether a section prints what stands at `path`, and not the header."""
        return any(path == own and name in self.headings for name, own in {**_SENTENCES, **_LISTED}.items())

    def section(self, listed: Compared) -> str:
        """Find the section of this audience that prints a list; empty for none."""
        return next((name for name in listed.sections if name in self.headings), "")

    def pairs(self, listed: Compared) -> Pairs[Entry]:
        before, after = (entries(one.seen, listed.path) for one in (self.old, self.new))
        return paired(before, after, listed.known_by, lambda one: text(one, "id"))

    def of_list(self, listed: Compared) -> Iterator[Entry]:
        """Tell what changed in a list: what is new or moved, what is gone, and last what was reworded."""
        reworded = []
        for was, now in self.pairs(listed) if self.section(listed) else ():
            if now is None:
                if was is not None and not self.is_kept_back(was, listed):
                    yield _change(self.words.say("change.gone", item=listed.told(was, self.words)), was, cited=False)
            elif was is None:
                yield _change(self.words.say("change.new", item=listed.told(now, self.words)), now)
            elif moved := steps(was, now, listed.called(now, self.words), self.words):
                yield from (_change(step, now) for step in moved)
            elif printed(was) != printed(now):
                reworded.append(now)
        yield from self.reworded(reworded, listed)

    def is_kept_back(self, was: Entry | None, listed: Compared) -> bool:
        """Tell of an item that is gone from the view whether the record has it still."""
        if was is None:
            return False
        written = _written(self.new.article, listed.path)
        seen = {text(one, "id") for one in entries(self.new.seen, listed.path)}
        unseen = {str(getattr(one, "id", "")) for one in written} - seen
        return text(was, "id") in unseen or listed.is_among(was, written)

    def reworded(self, items: Iterable[Entry], listed: Compared) -> Iterator[Entry]:
        """Name items, those of one marking together; those without names are counted."""
        alike: dict[object, list[Entry]] = {}
        for one in items:
            alike.setdefault(printed(field(one, "marking")), []).append(one)
        for together in alike.values():
            if listed.by_name:
                names = semicolons((listed.called(one, self.words) for one in together), self.words)
                yield _change(self.words.say("change.reworded", items=names), *together)
            else:
                yield _change(self.words.say("change.reworded_count", n=len(together)), *together)

    def differ(self, path: str) -> bool:
        was, now = (printed(field(one.seen, path)) for one in (self.old, self.new))
        return (was or None) != (now or None)

    def dated(self, one: Entry) -> str:
        when = field(one, "date")
        return in_words(when, self.words) if isinstance(when, When) else ""


def _change(said: str, *items: Entry, cited: bool = True) -> Entry:
    """Make a change of its words, with the sources and the marking of what it is about."""
    evidence = tuple(part for one in items for part in entries(one, "evidence")) if cited else ()
    told = said if isinstance(said, Markup) else closed(said)
    return entry("change", text=told, evidence=evidence, marking=field(items[0], "marking") if items else None)


def _written(article: Article, path: str) -> tuple[object, ...]:
    holder, _, name = path.rpartition(".")
    found = getattr(getattr(article, holder) if holder else article, name.removeprefix("used_"))
    return tuple(found)
