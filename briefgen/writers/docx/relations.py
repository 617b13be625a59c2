"""What the document leads to: its other parts, addresses on the web, pictures."""

import re
from collections.abc import Iterable
from dataclasses import field

from briefgen.values import dataclass
from briefgen.writers.docx.namespaces import PACKAGE_RELATIONS, RELATION_TYPES
from briefgen.writers.docx.package import Part
from briefgen.writers.docx.xml import Xml, named

_PARTS = {
    "styles": "styles.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme.xml",
    "numbering": "numbering.xml",
}
"""Kind of relation → part that every memo has, in the order of their ids."""

_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")
"""What may not stand in an address as it is (RFC 3986 §2); Word calls a file with such a link damaged."""


@dataclass(slots=True)
class Relations:
    """The relations of one memo, gathered while its body is written."""

    media: list[Part] = field(default_factory=list)
    _found: list[tuple[str, str]] = field(default_factory=lambda: list(_PARTS.items()))
    _links: dict[str, str] = field(default_factory=dict)

    def own(self, kind: str, target: str) -> str:
        """Take in another part of the document and give the id of the relation to it."""
        return self._add(kind, target)

    def link(self, url: str) -> str:
        """Give the id of the relation to an address."""
        if url not in self._links:
            self._links[url] = self._add("hyperlink", safe(url))
        return self._links[url]

    def picture(self, content: bytes, extension: str) -> str:
        """Take in a picture and give the id of the relation to it."""
        target = f"media/image{len(self.media) + 1}.{extension}"
        self.media.append(Part(f"word/{target}", content))
        return self._add("image", target)

    def part(self) -> Xml:
        """Write the part that holds the relations of the document."""
        return relationships(self._found)

    def _add(self, kind: str, target: str) -> str:
        self._found.append((kind, target))
        return f"rId{len(self._found)}"


def relationships(found: Iterable[tuple[str, str]]) -> Xml:
    """Write the relations of a part, each a kind and what it leads to; their ids are counted from 1."""
    numbered = enumerate(found, 1)
    return named("Relationships", {"xmlns": PACKAGE_RELATIONS}, *(_relation(n, *one) for n, one in numbered))


def safe(url: str) -> str:
    """Write `url` with the characters that an address may hold; what it leads to stays the same."""
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode(errors="surrogatepass")), url)


def _relation(number: int, kind: str, target: str) -> Xml:
    mode = "External" if kind == "hyperlink" else None
    return named(
        "Relationship",
        {"Id": f"rId{number}", "Type": f"{RELATION_TYPES}/{kind}", "Target": target, "TargetMode": mode},
    )
