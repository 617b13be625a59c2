"""Which sections a memo has: the pack's order, less what has nothing to say."""

from briefgen.audience.pack import Pack
from briefgen.audience.view import Entry, names_in
from briefgen.errors import AudienceError
from briefgen.shelf import Shelf

_HEADINGS = {
    "positions": {
        "generic": "Positions",
        "negotiation": "Key Demands",
        "conflict": "Key Demands",
        "trade": "Key Measures and Demands",
        "budget": "Key Measures",
        "health": "Key Recommendations",
        "climate": "Negotiating Positions",
        "legislation": "Key Provisions",
        "legal": "Claims and Relief Sought",
        "disaster": "Key Needs",
    },
    "responses": {
        "generic": "Responses",
        "negotiation": "Allied Response",
        "conflict": "Allied Response",
        "trade": "Partner and Market Response",
        "budget": "Parliamentary and Stakeholder Response",
        "health": "Health-system and International Response",
        "climate": "Bloc and Donor Response",
        "legislation": "Responses and Submissions",
        "legal": "Responses and Submissions",
        "disaster": "Response",
    },
    "outlook": {
        "generic": "Outlook",
        "trade": "Trade Outlook",
        "budget": "Fiscal Outlook",
        "health": "Epidemic Outlook",
        "climate": "Prospects for the text",
        "legislation": "Next Stages",
        "legal": "Next Stages",
    },
    "recommendation": {"generic": "Recommendations"},
    "bluf": {"generic": "Bottom line"},
    "background": {"generic": "Background"},
    "timeline": {"generic": "Timeline"},
    "scenarios": {"generic": "Scenarios"},
    "indicators": {"generic": "What to watch"},
    "assumptions": {"generic": "Assumptions"},
    "gaps": {"generic": "What we do not know"},
    "implications": {"generic": "Implications"},
    "options": {"generic": "Options"},
    "lines": {"generic": "Lines to take"},
    "sources": {"generic": "Sources"},
}
"""Section → kind of article → heading; the section ids are those of the templates `_sections/`."""
_WITHIN = {"scenarios": "outlook", "indicators": "outlook", "assumptions": "outlook"}
_STATED = "No assessment has been supplied."


def sections(record: Entry, pack: Pack, shelf: Shelf, *, kind: str) -> tuple[Entry, ...]:
    """List the sections that a memo prints, each with its heading and the templates that may print it."""
    chosen = []
    for name in pack.sections:
        if name not in _HEADINGS:
            raise AudienceError.of("AUD03", f"{pack.id}: there is no section {name!r}", hint=", ".join(_HEADINGS))
        is_empty = not _content(record, name)
        if is_empty and name not in pack.state:
            continue
        headings = _HEADINGS[name]
        own, shared = f"{pack.id}/{name}.md.j2", f"_sections/{name}.md.j2"
        values = {
            "id": name,
            "heading": headings.get(kind, headings["generic"]),
            "template": own if own in shelf.files else shared,
            "stated": _STATED if is_empty else "",
        }
        chosen.append(Entry(values, frozenset(), name))
    return tuple(chosen)


def _content(record: Entry, section: str) -> object:
    """Give what a section would print; an outlook without judgements still lists what is scheduled."""
    holder = _field(record, _WITHIN[section]) if section in _WITHIN else record
    found = _field(holder, section)
    if section != "outlook":
        return found
    coming = [event for event in _items(_field(record, "timeline")) if _field(event, "status") in _COMING]
    return _field(found, "judgements") or coming


_COMING = ("scheduled", "conditional")


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _field(entry: object, name: str) -> object:
    return getattr(entry, name) if isinstance(entry, Entry) and name in names_in(entry) else None
