"""Read the YAML files of audiences: texts, lists and mappings of texts, with every mistake at its place."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from briefgen.article.yaml_nodes import Mapping as Fields
from briefgen.article.yaml_nodes import Node, Scalar, Sequence
from briefgen.errors import AudienceError
from briefgen.nearest import meant
from briefgen.notices import Notice, Place, in_file_order
from briefgen.values import dataclass

_TRUTHS = ("true", "false")


@dataclass(slots=True)
class Sheets:
    """Reads values and gathers what is wrong with them; `finish` raises it all."""

    notices: list[Notice] = field(default_factory=list)

    def fail(self, message: str, place: Place, hint: str = "") -> None:
        """Note a mistake."""
        self.notices.append(Notice("error", "AUD02", message, place, hint))

    def finish(self) -> None:
        """Raise `AudienceError` with all mistakes, if there are any."""
        if self.notices:
            raise AudienceError(*in_file_order(tuple(self.notices)))

    def fields(
        self, node: Node | None, known: Iterable[str], required: Iterable[str] = (), file: str = ""
    ) -> Mapping[str, Node]:
        """Read a mapping whose keys are known, and some of them required."""
        names = tuple(known)
        if not isinstance(node, Fields):
            if node is not None:
                self.fail("expected fields", node.place)
            return {}
        for key, _ in node.items:
            if key.text not in names:
                self.fail(f"{key.text}: unknown field", key.place, meant(key.text, names))
        found = {key.text: value for key, value in node.items if key.text in names}
        for name in required:
            if name not in found:
                self.fail(f"the field {name!r} is missing", Place(file or node.place.file, node.place.line))
        return found

    def text(self, node: Node | None) -> str:
        """Read a text; empty where there is none."""
        match node:
            case None:
                return ""
            case Scalar(text):
                return "" if node.is_null else text
            case _:
                self.fail("expected a text", node.place)
                return ""

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """Read a list of texts; a lone text is a list of one."""
        match node:
            case None:
                return ()
            case Sequence(items):
                return tuple(self.text(item) for item in items)
            case Scalar():
                return (self.text(node),)
            case _:
                self.fail("expected a list", node.place)
                return ()

    def choice(self, node: Node | None, choices: tuple[str, ...]) -> str:
        """Read one of `choices`; the first where there is none."""
        text = self.text(node)
        if node is not None and text not in choices:
            self.fail(f"{text!r} is not one of {', '.join(choices)}", node.place, meant(text, choices))
        return text if text in choices else choices[0]

    def truth(self, node: Node | None, *, otherwise: bool = False) -> bool:
        """Read true or false."""
        return otherwise if node is None else self.choice(node, _TRUTHS) == "true"

    def number(self, node: Node | None) -> int | None:
        """Read a whole number above 0."""
        text = self.text(node)
        if node is None or not text:
            return None
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            self.fail(f"expected a whole number, found {text!r}", node.place)
            return None
        return int(text)

    def mapping(self, node: Node | None) -> Mapping[str, str]:
        """Read texts by name."""
        match node:
            case None:
                return {}
            case Fields(items):
                return {key.text: self.text(value) for key, value in items}
            case _:
                self.fail("expected names with a text for each", node.place)
                return {}

    def lists(self, node: Node | None) -> Mapping[str, tuple[str, ...]]:
        """Read lists of texts by name."""
        match node:
            case None:
                return {}
            case Fields(items):
                return {key.text: self.texts(value) for key, value in items}
            case _:
                self.fail("expected names with a list for each", node.place)
                return {}
