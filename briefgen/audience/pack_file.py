"""`audience.yaml` → `Pack`: inheritance first, on the nodes of the files, so that every mistake keeps its place."""

from collections.abc import Mapping
from functools import lru_cache
from typing import cast, get_args

from briefgen.article.yaml_nodes import Mapping as Fields
from briefgen.article.yaml_nodes import Node, Scalar, Sequence, read_yaml
from briefgen.audience.allowed import allowed, denied, exists
from briefgen.audience.markings import Schemes, is_scheme, schemes
from briefgen.audience.pack import Budget, Citations, Pack, Style, TypeSize, WhenEmpty
from briefgen.audience.sheets import Sheets
from briefgen.audience.view import Allowed, Sight
from briefgen.errors import AudienceError, RecordError
from briefgen.nearest import meant, meant_or_known
from briefgen.notices import Place
from briefgen.numbering import Numbering
from briefgen.shelf import Sheet, Shelf, is_pack

KEYS = (
    "title",
    "paper",
    "extends",
    "language",
    "sections",
    "headings",
    "empty",
    "require",
    "marked",
    "cleared_only",
    "fields",
    "deny",
    "only",
    "ceiling",
    "attach_record",
    "formats",
    "budget",
    "style",
)
_JOINED = ("headings", "empty", "fields", "only", "ceiling", "budget", "style")
"""Of these an audience inherits what it does not say itself, name by name; the others it replaces as a whole."""
_OWN = frozenset({"attach_record"})
"""Never inherited: an audience that sees less than the one it extends must not get all by accident."""
_ALWAYS: Allowed = {"title": None, "embargo": None}
"""What every audience must see: what the memo is about, and until when it must keep that to itself."""
_BUDGET = ("words", "pages", "sentence_max", "line_words", "sections")
_STYLE = ("numbering", "type", "citations", "portions")


def read_pack(name: str, shelf: Shelf) -> Pack:
    """Read the pack `name` over those it extends; `AudienceError` holds every mistake."""
    made_from = ((path, sheet) for path, sheet in shelf.files.items() if is_pack(path) or is_scheme(path))
    return _read_pack(name, tuple(made_from))


@lru_cache(maxsize=64)
def _read_pack(name: str, files: tuple[tuple[str, Sheet], ...]) -> Pack:
    shelf, sheet = Shelf(dict(files)), Sheets()
    found: dict[str, Node] = {}
    chain = _chain(name, shelf, sheet)
    for audience in reversed(chain):
        own = sheet.fields(_root(audience, shelf), KEYS)
        for key in _OWN:
            found.pop(key, None)
        for key, node in own.items():
            found[key] = _over(key, node, found[key]) if key in found and key in _JOINED else node
    path = shelf.files[f"{name}/audience.yaml"].path
    for key in ("title", "sections", "fields"):
        if key not in found:
            sheet.fail(f"the field {key!r} is missing", Place(path, 1))
    pack = _pack(name, chain, found, sheet, schemes(shelf))
    sheet.finish()
    return pack


def _pack(name: str, chain: tuple[str, ...], found: Mapping[str, Node], sheet: Sheets, known: Schemes) -> Pack:
    fields: Allowed = {**_ALWAYS, **allowed(found.get("fields"), sheet)}
    for path, place in _paths(found.get("deny"), sheet):
        fields = denied(fields, path, place, sheet)
    return Pack(
        id=name,
        chain=chain,
        title=sheet.text(found.get("title")),
        paper=sheet.text(found.get("paper")),
        language=sheet.text(found.get("language")),
        sections=sheet.texts(found.get("sections")),
        headings=sheet.mapping(found.get("headings")),
        empty={
            key: cast("WhenEmpty", sheet.choice(node, get_args(WhenEmpty)))
            for key, node in _items(found.get("empty"), sheet)
        },
        require=tuple(path for path, place in _paths(found.get("require"), sheet) if exists(path, place, sheet)),
        marked=sheet.truth(found.get("marked"), otherwise=True),
        sight=Sight(
            audience=name,
            fields=fields,
            only=_only(found.get("only"), sheet),
            cleared_only=sheet.truth(found.get("cleared_only")),
            ceiling=_ceiling(found.get("ceiling"), sheet, known),
        ),
        attach_record=_attach_record(found, sheet),
        formats=sheet.texts(found.get("formats")),
        budget=_budget(found.get("budget"), sheet),
        style=_style(found.get("style"), sheet),
    )


def _chain(name: str, shelf: Shelf, sheet: Sheets) -> tuple[str, ...]:
    """List the audience and those it extends, nearest first."""
    chain = [name]
    while True:
        root = _root(chain[-1], shelf)
        extends = dict(_plain_items(root)).get("extends")
        parent = extends.text if isinstance(extends, Scalar) else ""
        if extends is None or not parent:
            return tuple(chain)
        if parent in chain:
            sheet.fail(f"extends: {' → '.join((*chain, parent))} goes round in a circle", extends.place)
            return tuple(chain)
        if f"{parent}/audience.yaml" not in shelf.files:
            sheet.fail(f"extends: there is no audience {parent!r}", extends.place, meant(parent, shelf.audiences()))
            return tuple(chain)
        chain.append(parent)


def _root(name: str, shelf: Shelf) -> Node:
    own = shelf.files[f"{name}/audience.yaml"]
    try:
        return read_yaml(own.text.encode(), own.path)
    except RecordError as error:
        raise AudienceError(*error.notices) from error


def _over(key: str, own: Node, inherited: Node) -> Node:
    """Lay an audience's own names over the inherited ones."""
    first, second = (_named(node) if key == "fields" else node for node in (inherited, own))
    if not isinstance(first, Fields) or not isinstance(second, Fields):
        return own
    names = {name.text for name, _ in second.items}
    kept = tuple(item for item in first.items if item[0].text not in names)
    return Fields((*kept, *second.items), second.place)


def _named(node: Node) -> Node:
    """Write a list of names as names with all of each."""
    if not isinstance(node, Sequence):
        return node
    everything = Scalar("all", node.place, quoted=False)
    named = ((item.items if isinstance(item, Fields) else ((item, everything),)) for item in node.items)
    return Fields(cast("tuple[tuple[Scalar, Node], ...]", tuple(pair for pairs in named for pair in pairs)), node.place)


def _only(node: Node | None, sheet: Sheets) -> Mapping[str, tuple[str, ...]]:
    found = sheet.lists(node)
    for key, _ in _plain_items(node):
        if node is not None:
            exists(key, node.place, sheet)
    return found


def _ceiling(node: Node | None, sheet: Sheets, known: Schemes) -> Mapping[str, str]:
    for key, value in _items(node, sheet):
        level = sheet.text(value)
        if key not in known:
            sheet.fail(f"ceiling: there is no marking scheme {key!r}", value.place, meant(key, known))
        elif level not in known[key].levels:
            hint = meant_or_known(level, known[key].levels)
            sheet.fail(f"ceiling: {level!r} is no level of the scheme {key}", value.place, hint)
    return sheet.mapping(node)


def _attach_record(found: Mapping[str, Node], sheet: Sheets) -> bool:
    """Read whether the whole record may be attached; a pack that keeps something back says otherwise."""
    node = found.get("attach_record")
    if node is None or not sheet.truth(node):
        return False
    if "deny" in found:
        sheet.fail("attach_record: the pack denies fields, and the record would show them", node.place)
    if not sheet.truth(found.get("marked"), otherwise=True):
        sheet.fail("attach_record: the pack prints no marking, and the record may have one", node.place)
    return True


def _budget(node: Node | None, sheet: Sheets) -> Budget:
    found = sheet.fields(node, _BUDGET)
    return Budget(
        words=sheet.number(found.get("words")),
        pages=sheet.number(found.get("pages")),
        sentence_max=sheet.number(found.get("sentence_max")),
        line_words=sheet.number(found.get("line_words")),
        sections={key: sheet.number(value) or 0 for key, value in _items(found.get("sections"), sheet)},
    )


def _style(node: Node | None, sheet: Sheets) -> Style:
    found = sheet.fields(node, _STYLE)
    return Style(
        numbering=cast("Numbering", sheet.choice(found.get("numbering"), get_args(Numbering))),
        type_size=cast("TypeSize", sheet.choice(found.get("type"), get_args(TypeSize))),
        citations=cast("Citations", sheet.choice(found.get("citations"), get_args(Citations))),
        portions=sheet.truth(found.get("portions")),
    )


def _paths(node: Node | None, sheet: Sheets) -> tuple[tuple[str, Place], ...]:
    items = node.items if isinstance(node, Sequence) else (node,) if node else ()
    return tuple((sheet.text(item), item.place) for item in items)


def _items(node: Node | None, sheet: Sheets) -> tuple[tuple[str, Node], ...]:
    if node is not None and not isinstance(node, Fields):
        sheet.fail("expected names with a value for each", node.place)
    return _plain_items(node)


def _plain_items(node: Node | None) -> tuple[tuple[str, Node], ...]:
    return tuple((key.text, value) for key, value in node.items) if isinstance(node, Fields) else ()
