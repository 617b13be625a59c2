"""What the record says of itself and of its source."""

import re
from datetime import date
from hashlib import sha256

from briefgen.article.dates import parse_when
from briefgen.article.envelope import Author, IssuedRange, Source
from briefgen.article.names import slug
from briefgen.article.values import SourceRole, SourceType
from briefgen.draft.front import Facts, Front
from briefgen.draft.paragraphs import Clean
from briefgen.draft.prose import Prose

_MOST_TITLE = 90
_ID_WORDS = 6


def identified(title: str) -> str:
    """Make an id of the first words of a title; it may hold the letters of ASCII only."""
    words = re.findall(r"[a-z0-9]+", slug(title))
    return "-".join(words[:_ID_WORDS])[:80].strip("-") or "article"


def title_of(about: Front, prose: Prose) -> str:
    """Give the headline, cut to the length of a title; without one, the first words of the article."""
    opening = prose.sentences[0].span.of(prose.text) if prose.sentences else "Article"
    title = about.title.value if about.title else opening
    if len(title) <= _MOST_TITLE:
        return title
    return title[:_MOST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—")


def sources(
    about: Front,
    article: Clean,
    facts: Facts,
    known: SourceType | None,
    *,
    text_file: str,
    relayed: tuple[str, ...],
    today: date,
) -> tuple[Source, ...]:
    """Describe the article as the first source, and the reports it relays as others that nobody has read."""
    others = tuple(
        Source(id=f"s{number}", type="article-newspaper", container_title=name, role="primary-reporting", seen=False)
        for number, name in enumerate(relayed, start=2)
    )
    span = None
    if about.issued is None and about.earliest and about.latest:
        span = IssuedRange(
            earliest=parse_when(str(about.earliest)), latest=parse_when(str(about.latest)), basis=about.basis
        )
    kind, role = _type_of(known, article, about)
    own = Source(
        id="s1",
        type=kind,
        title=about.title.value if about.title else "",
        author=_authors(about.author.value) if about.author else (),
        container_title=about.outlet.value if about.outlet else "",
        url=facts.url,
        issued=parse_when(about.issued.value) if about.issued else None,
        issued_range=span,
        accessed=parse_when(str(today)),
        text=text_file,
        sha256=sha256(article.text.encode()).hexdigest(),
        role="secondary" if relayed and role is None else role,
        seen=True,
        derived_from=tuple(source.id for source in others),
    )
    return (own, *others)


def _authors(byline: str) -> tuple[Author, ...]:
    """Part *Ann Lee and Tom Berg*, but not *Food and Drink Desk*: each must have a first name and a surname."""
    names = re.split(r",? and ", byline)
    are_people = all(len(name.split()) > 1 for name in names)
    return tuple(Author(literal=name) for name in (names if are_people else [byline]))


def _type_of(known: SourceType | None, article: Clean, about: Front) -> tuple[SourceType, SourceRole | None]:
    """Guess the type from what stands before the article."""
    lines = " ".join(p.span.of(article.text) for p in article.paragraphs if p.kind == "front").lower()
    lines += " ".join(removed.text for removed in article.removed[:2]).lower()
    if re.search(r"\b(?:press|news|media) (?:release|statement)|for immediate release|\bstatement\b", lines):
        return (
            "document",
            "official" if about.outlet and "ministry" in about.outlet.value.lower() else "primary-document",
        )
    if re.search(r"\bposted (?:on|by)\b|\bblog\b", lines):
        return "post-weblog", None
    return known or "article-newspaper", None
