"""Make the draft of a record from the text of an article."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from briefgen.article.dates import parse_when
from briefgen.article.envelope import Author, IssuedRange, Production, Source
from briefgen.article.model import Article
from briefgen.article.names import slug
from briefgen.article.statements import Claim, Event, Quote
from briefgen.article.values import SourceRole, SourceType
from briefgen.draft.answers import Answer, answers
from briefgen.draft.cast import Cast
from briefgen.draft.demands import Demand, demands
from briefgen.draft.drafted import Drafted, Review
from briefgen.draft.english import looks_english
from briefgen.draft.findings import findings
from briefgen.draft.front import Facts, Front, front
from briefgen.draft.gaps import counted, gaps
from briefgen.draft.kinds import kind_of
from briefgen.draft.outlook import Coming, coming
from briefgen.draft.paragraphs import Clean, clean
from briefgen.draft.prose import Prose, read_prose
from briefgen.draft.relays import relays
from briefgen.draft.roll import Roll
from briefgen.draft.speakers import Said, speakers
from briefgen.draft.study import Study
from briefgen.draft.tellers import Tellers
from briefgen.draft.text import Span
from briefgen.draft.when import Dated, dates, dates_between

_MOST_TITLE = 90
_FRAGMENT = 5
"""A quotation of fewer words is a fragment."""
_NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as it was read from a file."""

    text: str
    facts: Facts = _NO_FACTS
    type: SourceType | None = None
    """Where the kind of file tells it."""


def compose(raw: Raw, *, text_file: str, tool: str, version: str, today: date, keep_all: bool = False) -> Drafted:
    """Draft a record; `text_file` is where its text will be stored, `today` stands in for a cut-off not known."""
    headline = raw.facts.titles[0].value if raw.facts.titles else ""
    article = clean(raw.text, headline=headline, keep_all=keep_all)
    prose = read_prose(article)
    cast = Cast(prose)
    said = speakers(prose, cast)
    about = front(article, prose, raw.facts, today)
    found = findings(prose, cast, said)
    roll = Roll(prose)
    relayed = relays(prose.text, about.outlet.value if about.outlet else "")
    source = "s1" if relayed else ""
    tellers = Tellers(said, cast, roll, relayed)
    study = Study(cast, roll, tellers, _days(prose, about), source)
    made, mismatches = counted(demands(found, study), prose)
    replied = answers(found, said, made, study)
    ahead = coming(found, study)
    quoted = tuple(_quote(item, number, article.text, roll, source) for number, item in enumerate(said, start=1))
    events = tuple(item.item for item in ahead if isinstance(item.item, Event))
    claims = tuple(item.item for item in ahead if isinstance(item.item, Claim))
    positions = tuple(demand.position for demand in made)
    responses = tuple(answer.response for answer in replied)
    kind, _ = kind_of(about.title.value if about.title else "", article.text)
    record = Article(
        schema="briefgen/article@1",
        id=_id(about),
        title=_title(about, prose.sentences[0].span.of(prose.text) if prose.sentences else "Article"),
        kind=kind,
        language="en" if looks_english(prose.text) else "und",
        as_of=parse_when(str(about.latest or today)),
        status="draft",
        production=Production(tool=tool, version=version),
        sources=_sources(raw, article, about, text_file, relayed),
        actors=roll.actors(),
        positions=positions,
        responses=responses,
        quotes=quoted,
        timeline=events,
        background=claims,
        gaps=gaps(
            about,
            positions=positions,
            quotes=quoted,
            events=events,
            unnamed=_unnamed(said, made, replied),
            relays=relayed,
            mismatches=mismatches,
        ),
    )
    reviews = (*_envelope_reviews(about, article, today), *_item_reviews(made, replied, ahead, said))
    left_out = tuple((removed.reason, removed.text) for removed in article.removed)
    return Drafted(record, article.text, reviews, left_out)


def _days(prose: Prose, about: Front) -> dict[int, tuple[Dated, ...]]:
    """Read the dates of each sentence, seen from the day or the days on which the article may have appeared."""
    known = about.earliest == about.latest
    return {
        sentence.number: dates(prose.text, sentence.span, about.earliest)
        if known
        else dates_between(prose.text, sentence.span, about.earliest, about.latest)
        for sentence in prose.sentences
    }


def _quote(item: Said, number: int, text: str, roll: Roll, source: str) -> Quote:
    span = item.quotation.span
    if span.of(text).endswith(","):
        span = Span(span.start, span.end - 1)
    words = span.of(text)
    twice = text.count(words) > 1
    return Quote(
        id=f"q{number}",
        speaker=roll.id_of(item.who) if item.who else None,
        text=words,
        extent="full"
        if len(words.split()) >= _FRAGMENT and (text[span.end] in ".,!?…" or words[-1] in ".!?…")
        else "fragment",
        source=source,
        prefix=text[max(0, span.start - 32) : span.start].replace("\n", " ").strip() if twice else "",
        suffix=text[span.end : span.end + 32].replace("\n", " ").strip() if twice else "",
        start=span.start,
        end=span.end,
    )


def _id(about: Front) -> str:
    day = about.issued.value[:10] if about.issued else "undated"
    words = slug(about.title.value).split("-")[:6] if about.title else ["article"]
    return f"{day}-{'-'.join(words)}"[:80].rstrip("-")


def _title(about: Front, opening: str) -> str:
    title = about.title.value if about.title else opening
    if len(title) <= _MOST_TITLE:
        return title
    return title[:_MOST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—")


def _sources(raw: Raw, article: Clean, about: Front, text_file: str, relayed: tuple[str, ...]) -> tuple[Source, ...]:
    others = tuple(
        Source(id=f"s{number}", type="article-newspaper", container_title=name, role="primary-reporting", seen=False)
        for number, name in enumerate(relayed, start=2)
    )
    span = None
    if about.issued is None and about.earliest and about.latest:
        span = IssuedRange(
            earliest=parse_when(str(about.earliest)), latest=parse_when(str(about.latest)), basis=about.basis
        )
    kind, role = _type_of(raw, article, about)
    own = Source(
        id="s1",
        type=kind,
        title=about.title.value if about.title else "",
        author=(Author(literal=about.author.value),) if about.author else (),
        container_title=about.outlet.value if about.outlet else "",
        url=raw.facts.url,
        issued=parse_when(about.issued.value) if about.issued else None,
        issued_range=span,
        text=text_file,
        sha256=sha256(article.text.encode()).hexdigest(),
        role="secondary" if relayed and role is None else role,
        seen=True,
        derived_from=tuple(source.id for source in others),
    )
    return (own, *others)


def _type_of(raw: Raw, article: Clean, about: Front) -> tuple[SourceType, SourceRole | None]:
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
    return raw.type or "article-newspaper", None


def _unnamed(said: tuple[Said, ...], made: tuple[Demand, ...], replied: tuple[Answer, ...]) -> tuple[str, ...]:
    everyone = (
        [item.who for item in said] + [demand.finding.actor for demand in made] + [answer.who for answer in replied]
    )
    return tuple(dict.fromkeys(who.words for who in everyone if who is not None and who.naming == "unnamed"))


def _envelope_reviews(about: Front, article: Clean, today: date) -> tuple[Review, ...]:
    _, seen = kind_of(about.title.value if about.title else "", article.text)
    taken = (
        "this is the article's headline" if about.title else "the article has no headline; these are its first words"
    )
    reviews = [Review("title", f"state the news in your own words; {taken}")]
    reviews += [Review("title", f"another headline, from {told.basis}: {told.value}") for told in about.others]
    reviews.append(Review("kind", f"guessed from {', '.join(seen)}" if seen else "could not be told from the words"))
    if about.latest is None:
        reviews.append(Review("as_of", f"no date was found; {today} is the day of drafting"))
    reviews.append(Review("sources[0]", "its type and role, and how far it is to be trusted (descriptor, reliability)"))
    for name, told in (("issued", about.issued), ("container-title", about.outlet), ("author", about.author)):
        if told is not None:
            reviews.append(Review(f"sources[0].{name}", f"from {told.basis}"))
    return tuple(reviews)


def _item_reviews(
    made: tuple[Demand, ...], replied: tuple[Answer, ...], ahead: tuple[Coming, ...], said: tuple[Said, ...]
) -> tuple[Review, ...]:
    reviews = [Review(f"positions[{n}]", text) for n, demand in enumerate(made) for text in demand.reviews]
    reviews += [Review(f"responses[{n}]", text) for n, answer in enumerate(replied) for text in answer.reviews]
    for name, kind in (("timeline", Event), ("background", Claim)):
        items = [item for item in ahead if isinstance(item.item, kind)]
        reviews += [Review(f"{name}[{n}]", text) for n, item in enumerate(items) for text in item.reviews]
    for n, item in enumerate(said):
        if item.who is None:
            reviews.append(Review(f"quotes[{n}]", "the text does not say whose words these are"))
        elif not item.is_sure:
            reviews.append(Review(f"quotes[{n}]", "the speaker is the one who spoke or acted just before"))
    return tuple(reviews)
