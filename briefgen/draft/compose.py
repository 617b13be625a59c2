"""Make the draft of a record from the text of an article."""

from datetime import date

from briefgen.article.dates import parse_when
from briefgen.article.envelope import Production
from briefgen.article.model import Article
from briefgen.article.statements import Claim, Event, Quote
from briefgen.article.values import SourceType
from briefgen.draft.answers import Answer, answers
from briefgen.draft.cast import Cast
from briefgen.draft.demands import Demand, demands
from briefgen.draft.drafted import Drafted
from briefgen.draft.duties import continued
from briefgen.draft.english import looks_english
from briefgen.draft.envelope import identified, sources, title_of
from briefgen.draft.findings import findings
from briefgen.draft.front import Facts, Front, front
from briefgen.draft.gaps import counted, gaps
from briefgen.draft.kinds import kind_of
from briefgen.draft.outlook import coming
from briefgen.draft.paragraphs import clean
from briefgen.draft.prose import Prose, read_prose
from briefgen.draft.relays import relays
from briefgen.draft.remarks import with_remarks
from briefgen.draft.reviews import of_the_actors, of_the_envelope, of_the_items
from briefgen.draft.roll import Roll
from briefgen.draft.speakers import Said, speakers
from briefgen.draft.study import Study
from briefgen.draft.tellers import Tellers
from briefgen.draft.text import Span
from briefgen.draft.when import Dated, dates, dates_between
from briefgen.values import dataclass

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
    about = front(article, prose, raw.facts, today)
    relayed = relays(prose.text, about.outlet.value if about.outlet else "")
    study, said = _studied(prose, about, relayed)
    found = with_remarks(continued(findings(prose, study.cast, said), prose), prose, study.cast, said)
    made, mismatches = counted(demands(found, study), prose)
    replied = answers(found, said, made, study)
    ahead = coming(found, study)
    quoted = tuple(_quote(item, number, study) for number, item in enumerate(said, start=1))
    events = tuple(item.item for item in ahead if isinstance(item.item, Event))
    claims = tuple(item.item for item in ahead if isinstance(item.item, Claim))
    kind, kind_words = kind_of(about.title.value if about.title else "", article.text)
    title = title_of(about, prose)
    record = Article(
        schema="briefgen/article@1",
        id=identified(title),
        title=title,
        kind=kind,
        language="en" if looks_english(prose.text) else "und",
        as_of=parse_when(str(about.latest or today)),
        status="draft",
        production=Production(tool=tool, version=version),
        sources=sources(about, article, raw.facts, raw.type, text_file=text_file, relayed=relayed, today=today),
        actors=study.roll.actors(),
        positions=tuple(demand.position for demand in made),
        responses=tuple(answer.response for answer in replied),
        quotes=quoted,
        timeline=events,
        background=claims,
        gaps=gaps(
            about,
            positions=bool(made),
            quotes=quoted,
            events=events,
            unnamed=_unnamed(said, made, replied),
            relays=relayed,
            mismatches=mismatches,
        ),
    )
    envelope = (*of_the_envelope(about, kind_words, today), *of_the_actors(record.actors))
    reviews = (*envelope, *of_the_items(made, replied, ahead, said))
    left_out = tuple((removed.reason, removed.text) for removed in article.removed)
    return Drafted(record, article.text, reviews, left_out)


def _studied(prose: Prose, about: Front, relayed: tuple[str, ...]) -> tuple[Study, tuple[Said, ...]]:
    """Find out who is who, and whose words the quotations are."""
    cast, roll = Cast(prose), Roll(prose)
    said = speakers(prose, cast)
    tellers = Tellers(said, cast, roll, relayed)
    return Study(cast, roll, tellers, _days(prose, about), "s1" if relayed else ""), said


def _days(prose: Prose, about: Front) -> dict[int, tuple[Dated, ...]]:
    """Read the dates of each sentence, seen from the day or the days on which the article may have appeared."""
    known = about.earliest == about.latest
    return {
        sentence.number: dates(prose.text, sentence.span, about.earliest)
        if known
        else dates_between(prose.text, sentence.span, about.earliest, about.latest)
        for sentence in prose.sentences
    }


def _quote(item: Said, number: int, study: Study) -> Quote:
    text = study.text
    span = item.quotation.span
    if span.of(text).endswith(","):
        span = Span(span.start, span.end - 1)
    words = span.of(text)
    twice = text.count(words) > 1
    return Quote(
        id=f"q{number}",
        speaker=study.roll.id_of(item.who) if item.who else None,
        text=words,
        extent="full"
        if len(words.split()) >= _FRAGMENT and (text[span.end] in ".,!?…" or words[-1] in ".!?…")
        else "fragment",
        source=study.source,
        prefix=text[max(0, span.start - 32) : span.start].replace("\n", " ").strip() if twice else "",
        suffix=text[span.end : span.end + 32].replace("\n", " ").strip() if twice else "",
        start=span.start,
        end=span.end,
    )


def _unnamed(said: tuple[Said, ...], made: tuple[Demand, ...], replied: tuple[Answer, ...]) -> tuple[str, ...]:
    everyone = (
        [item.who for item in said] + [demand.finding.actor for demand in made] + [answer.who for answer in replied]
    )
    return tuple(dict.fromkeys(who.words for who in everyone if who is not None and who.naming == "unnamed"))
