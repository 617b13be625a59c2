"""Which sections a memo has: the pack's order, less what has nothing to say."""

from collections.abc import Mapping

from briefgen.audience.entries import entry, field
from briefgen.audience.pack import Pack
from briefgen.audience.view import Entry
from briefgen.audience.words import Words
from briefgen.errors import AudienceError
from briefgen.nearest import meant
from briefgen.notices import Notice
from briefgen.shelf import Shelf

_CONTENT = {
    "actors": ("people",),
    "assumptions": ("outlook.assumptions",),
    "changes": ("since", "change_note", "change_history", "revised"),
    "contact": ("contact", "cleared_by"),
    "corrections": ("unsaid",),
    "distribution": ("distribution.not_to", "marking.handling"),
    "glossary": ("terms",),
    "indicators": ("outlook.indicators",),
    "issue": ("question", "why_now"),
    "lines": ("spoken",),
    "outlook": ("outlook.judgements", "coming"),
    "qa": ("answers", "asked"),
    "scale": ("scales",),
    "scenarios": ("outlook.scenarios",),
    "sources": ("used_sources",),
    "tear": ("distribution.releasable_to",),
}
"""Section → what it prints, by paths in the view; a section that is not listed prints the field of its own name."""


def sections(record: Entry, pack: Pack, words: Words, shelf: Shelf, *, kind: str) -> tuple[Entry, ...]:
    """List the sections that a memo prints, each with its heading, its template and what it says when it is empty."""
    chosen, notices = [], []
    for name in _ordered(record, pack):
        template = _template(name, pack, shelf)
        when_empty = pack.empty.get(name, "omit")
        is_empty = not any(field(record, path) for path in _CONTENT.get(name, (name,))) and _has_field(name, words)
        if is_empty and when_empty == "error":
            notices.append(Notice("error", "AUD05", f"{pack.id} needs {name}, and the record has none"))
        elif not is_empty or when_empty == "state":
            stated = words.say(f"empty.{name}" if words.has(f"empty.{name}") else "empty.generic") if is_empty else ""
            heading = headings(pack, words, kind=kind)[name]
            chosen.append(entry(name, id=name, heading=heading, template=template, stated=stated))
    if notices:
        raise AudienceError(*notices)
    if chosen and str(chosen[-1]) == "tear":
        chosen.pop()
    return tuple(chosen)


def headings(pack: Pack, words: Words, *, kind: str) -> Mapping[str, str]:
    """Give the heading of each section of a pack: its own, that of the kind of article, or the general one."""
    return {
        name: pack.headings.get(name)
        or words.phrases.get(f"headings.{name}.{kind}")
        or words.say(f"headings.{name}.generic")
        for name in pack.sections
    }


def required(record: Entry, pack: Pack) -> None:
    """Raise `AudienceError` with all that the audience requires and the record lacks."""
    missing = [path for path in pack.require if not _is_there(record, path.split("."))]
    if missing:
        raise AudienceError(
            *(Notice("error", "AUD05", f"{pack.id} needs {path}, and the record lacks it") for path in missing)
        )


def _ordered(record: Entry, pack: Pack) -> tuple[str, ...]:
    """Put the tear line where the record wants it."""
    after = field(record, "distribution.tear_line")
    if "tear" not in pack.sections or after not in pack.sections:
        return pack.sections
    others = [name for name in pack.sections if name != "tear"]
    place = others.index(str(after)) + 1
    return (*others[:place], "tear", *others[place:])


def _template(name: str, pack: Pack, shelf: Shelf) -> str:
    """Find the template of a section: the audience's own, that of one it extends, or the shared one."""
    paths = [f"{audience}/{name}.md.j2" for audience in pack.chain] + [f"_sections/{name}.md.j2"]
    found = next((path for path in paths if path in shelf.files), None)
    if found is None:
        known = sorted(path[10:-6] for path in shelf.files if path.startswith("_sections/"))
        hint = meant(name, known) or f"write {paths[0]}, or take one of {', '.join(known)}"
        raise AudienceError.of("AUD03", f"{pack.id}: there is no section {name!r}", hint=hint)
    return found


def _has_field(name: str, words: Words) -> bool:
    """Tell whether a section prints something of the record; a house's own may print anything."""
    return name in _CONTENT or words.has(f"headings.{name}.generic")


def _is_there(holder: object, path: list[str]) -> bool:
    """Tell whether a field is given; in a list, by every entry of it."""
    name, *rest = path
    found = field(holder, name)
    if not rest or not found:
        return bool(found)
    items = found if isinstance(found, tuple) else (found,)
    return all(_is_there(item, rest) for item in items)
