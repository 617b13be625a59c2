"""An audience pack: which sections in which order, and what of the record this audience may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast

from briefgen.article.yaml_nodes import Mapping as Fields
from briefgen.article.yaml_nodes import Node, Scalar, Sequence, read_yaml
from briefgen.audience.view import Allowed
from briefgen.errors import AudienceError, RecordError
from briefgen.notices import Notice, Place
from briefgen.numbering import Numbering
from briefgen.shelf import Shelf

_NUMBERINGS: tuple[Numbering, ...] = ("none", "paragraphs", "sections")


@dataclass(frozen=True, slots=True)
class Pack:
    """What `audience.yaml` says."""

    id: str
    title: str
    """Who they are: *Minister*."""
    paper: str
    """What sort of paper they get: *Submission for decision*."""
    sections: tuple[str, ...]
    """Section ids in the order of the memo."""
    state: tuple[str, ...]
    """Sections that say so when they are empty; the others are left out."""
    numbering: Numbering
    marked: bool
    """Whether the record's marking is printed."""
    cleared_only: bool
    """Whether judgements are shown only if they are cleared for this audience by name."""
    fields: Allowed


def load(name: str, shelf: Shelf) -> Pack:
    """Read the pack of the audience `name`; `AudienceError` says what is wrong with it, or which one was meant."""
    sheet = shelf.files.get(f"{name}/audience.yaml")
    if sheet is None:
        near = get_close_matches(name, shelf.audiences(), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there is {', '.join(shelf.audiences())}"
        raise AudienceError.of("AUD01", f"there is no audience {name!r}", hint=hint)
    try:
        node = read_yaml(sheet.text.encode(), sheet.path)
    except RecordError as error:
        raise AudienceError(*error.notices) from error
    reader = _Reader(sheet.path)
    pack = reader.pack(name, node)
    if reader.notices:
        raise AudienceError(*reader.notices)
    return pack


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.notices: list[Notice] = []

    def fail(self, message: str, place: Place, hint: str = "") -> None:
        self.notices.append(Notice("error", "AUD02", message, place, hint))

    def pack(self, name: str, node: Node) -> Pack:
        nodes = {key.text: (key, value) for key, value in node.items} if isinstance(node, Fields) else {}
        known = ("title", "paper", "sections", "state", "numbering", "marked", "cleared_only", "fields")
        for key, (written, _) in nodes.items():
            if key not in known:
                near = get_close_matches(key, known, n=1)
                self.fail(f"{key}: unknown field", written.place, f"did you mean {near[0]!r}?" if near else "")
        for key in ("title", "paper", "sections", "fields"):
            if key not in nodes:
                self.fail(f"the field {key!r} is missing", Place(self.file, 1))
        found = {key: value for key, (_, value) in nodes.items()}
        return Pack(
            id=name,
            title=self.text(found.get("title")),
            paper=self.text(found.get("paper")),
            sections=self.words(found.get("sections")),
            state=self.words(found.get("state")),
            numbering=cast("Numbering", self.choice(found.get("numbering"), _NUMBERINGS)),
            marked=self.choice(found.get("marked"), ("true", "false")) == "true",
            cleared_only=self.choice(found.get("cleared_only"), ("true", "false")) == "true",
            fields=self.allowed(found["fields"]) or {} if "fields" in found else {},
        )

    def text(self, node: Node | None) -> str:
        match node:
            case None:
                return ""
            case Scalar(text):
                return text
            case _:
                self.fail("expected a text", node.place)
                return ""

    def choice(self, node: Node | None, choices: tuple[str, ...]) -> str:
        text = self.text(node)
        if node is not None and text not in choices:
            self.fail(f"{text!r} is not one of {', '.join(choices)}", node.place)
        return text or choices[0]

    def words(self, node: Node | None) -> tuple[str, ...]:
        match node:
            case None:
                return ()
            case Sequence(items):
                return tuple(self.text(item) for item in items)
            case _:
                self.fail("expected a list", node.place)
                return ()

    def allowed(self, node: Node) -> Allowed | None:
        """Read which fields are allowed: a list of names, or names with the fields allowed in each."""
        match node:
            case Sequence(items):
                return {self.text(item): None for item in items}
            case Fields(items):
                return cast("Mapping[str, Allowed | None]", {key.text: self.allowed(value) for key, value in items})
            case Scalar() if node.is_null or node.text == "all":
                return None
            case _:
                self.fail("expected `all`, a list of fields, or fields with the fields allowed in each", node.place)
                return {}
