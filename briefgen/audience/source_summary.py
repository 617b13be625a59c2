"""The source summary statement: what a memo rests on, in a few counted sentences (ICD 203, standard 1)."""

from briefgen.audience.entries import entries, field, text
from briefgen.audience.telling import listed, source_name
from briefgen.audience.view import Entry
from briefgen.audience.words import Words

_STATEMENTS = ("background", "positions", "responses", "statistics", "timeline")
_PRIMARY = ("primary-document", "official", "dataset")


def source_summary(record: Entry, words: Words) -> tuple[str, ...]:
    """Count sources and statements; empty where the audience does not see who read what and who says what."""
    sources = entries(record, "sources")
    if not any(field(one, "seen") is not None for one in sources):
        return ()
    unseen = [one for one in sources if field(one, "seen") is False]
    primary = [one for one in sources if text(one, "role") in _PRIMARY and one not in unseen]
    said = [words.say("rests.sources", n=len(sources), read=len(sources) - len(unseen))]
    if unseen:
        names = listed([source_name(one, words) for one in unseen], words)
        said.append(words.say("rests.unseen", n=len(unseen), names=names))
    said.append(words.say("rests.primary", n=len(primary)) if primary else words.say("rests.no_primary"))
    return (*said, *_on_statements(record, unseen, words))


def _on_statements(record: Entry, unseen: list[Entry], words: Words) -> tuple[str, ...]:
    statements = [one for name in _STATEMENTS for one in entries(record, name)]
    ids = {text(one, "id") for one in unseen}
    relayed = [one for one in statements if text(field(one, "attribution.reported_by"), "id") in ids - {""}]
    unnamed = [one for one in statements if field(one, "attribution.named") == "unnamed"]
    nobodys = [one for one in statements if field(one, "attribution.implicit") is True]
    total = len(statements)
    counts = (("rests.relayed", relayed), ("rests.unnamed", unnamed), ("rests.implicit", nobodys))
    return tuple(words.say(key, n=len(found), total=total) for key, found in counts if found)
