"""Read a web page."""

import json
import re
from datetime import date
from typing import Any

from briefgen.draft.compose import Raw
from briefgen.draft.front import Facts, Told
from briefgen.errors import RecordError
from briefgen.extras import needs
from briefgen.notices import Place

MOST_DEPTH = 250
MOST_ELEMENTS = 50_000
_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion|Background|Blog|Live|Report)?(?:Article|Posting|Report)$")
_META = {
    "date": (
        "article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "DC.date.issued",
        "parsely-pub-date",
        "pubdate",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "author": ("author", "article:author", "parsely-author", "dc.creator"),
    "title": ("og:title", "twitter:title", "dc.title"),
}


def read_page(data: bytes, name: str) -> Raw:
    """Extract the article; headline, date, outlet and writer come from JSON-LD, else from meta elements."""
    with needs("draft", "DRF05", "reading a web page", place=Place(name)):
        import trafilatura
        from lxml import etree, html
    if data.count(b"<") > 2 * MOST_ELEMENTS or _depth(data) > MOST_DEPTH:
        message = f"more than {MOST_ELEMENTS:,} elements, or more than {MOST_DEPTH} in each other"
        raise RecordError.of("DRF01", message, place=Place(name))
    try:
        tree = html.document_fromstring(_as_utf_8(data), parser=html.HTMLParser(encoding="utf-8"))
        text = trafilatura.extract(
            html.tostring(tree, encoding="unicode"), include_comments=False, include_tables=False, favor_recall=True
        )
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise RecordError.of("DRF04", f"not a web page that can be read: {error}", place=Place(name)) from error
    return Raw(_spaced(text or ""), _facts(tree), "webpage")


def _spaced(text: str) -> str:
    """Put a blank line between the paragraphs, which trafilatura gives one a line."""
    lines = (re.sub(r"^(?:#+|[-*•]) ", "", line.strip()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _depth(data: bytes) -> int:
    """Count how deep the elements stand in each other, by their tags alone."""
    void = rb"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option"
    depth = deepest = 0
    for tag in re.finditer(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>", data):
        if re.fullmatch(void, tag[2].lower()) or tag[3]:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _as_utf_8(data: bytes) -> bytes:
    """Write a page in the one encoding that every parser knows by the same name."""
    declared = re.search(rb"charset=[\"']?\s*([\w-]+)", data[:4096])
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError):
        text = data.decode("windows-1252", "replace")
    return text.encode("utf-8", "replace")


def _facts(tree: Any) -> Facts:  # noqa: ANN401 - lxml has no types for its trees
    told = _linked(tree)
    meta = {key: _meta(tree, names) for key, names in _META.items()}
    heading = " ".join(" ".join(tree.xpath("(//h1)[1]//text()")).split())
    titles = [told.get("headline"), Told(heading, "the page's heading") if heading else None, meta["title"]]
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    issued = next((day for value in (told.get("date"), meta["date"]) if value and (day := _day(value))), None)
    return Facts(
        titles=tuple(title for title in titles if title),
        issued=issued,
        outlet=told.get("outlet") or meta["outlet"],
        author=told.get("author") or meta["author"],
        url=canonical if re.fullmatch(r"https?://[^\s<>\"]+", canonical) else "",
    )


def _day(told: Told) -> Told | None:
    found = re.match(r"\d{4}-\d\d-\d\d", told.value.strip())
    try:
        return Told(str(date.fromisoformat(found[0])), told.basis) if found else None
    except ValueError:
        return None


def _meta(tree: Any, names: tuple[str, ...]) -> Told | None:  # noqa: ANN401 - lxml has no types for its trees
    for name in names:
        for content in tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name):
            if content.strip() and not content.startswith("http"):
                return Told(" ".join(content.split()), f"the page's meta element {name}")
    return None


def _linked(tree: Any) -> dict[str, Told]:  # noqa: ANN401 - lxml has no types for its trees
    """Read what JSON-LD says of the article."""
    found: dict[str, Told] = {}
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            items = _articles(json.loads(script))
        except (ValueError, RecursionError):
            continue
        for item in items:
            pairs = {
                "headline": item.get("headline"),
                "date": item.get("datePublished"),
                "outlet": _name(item.get("publisher")),
                "author": _name(item.get("author")),
            }
            for key, value in pairs.items():
                if isinstance(value, str) and value.strip():
                    found.setdefault(key, Told(" ".join(value.split()), "the page's JSON-LD"))
    return found


def _articles(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    match value:
        case list():
            return [item for part in value for item in _articles(part)]
        case {"@graph": graph}:
            return _articles(graph)
        case {"@type": kind} if any(_ARTICLE.match(str(name)) for name in (kind if isinstance(kind, list) else [kind])):
            return [value]
        case _:
            return []


def _name(value: Any) -> str:  # noqa: ANN401 - any JSON
    match value:
        case str():
            return value
        case {"name": str(name)}:
            return name
        case [first, *_]:
            return _name(first)
        case _:
            return ""
