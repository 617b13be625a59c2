"""What a memo says of itself: title, marking, status, reference, dates."""

from briefgen.article.model import Article
from briefgen.audience.entries import field, text
from briefgen.audience.markings import Schemes, banner
from briefgen.audience.pack import Pack
from briefgen.audience.view import Seen
from briefgen.audience.words import Words
from briefgen.memo import Labels, Meta
from briefgen.tongue import bare

_STAMPED = ("draft", "superseded", "withdrawn")


def meta(
    article: Article,
    pack: Pack,
    seen: Seen,
    words: Words,
    schemes: Schemes,
    *,
    organisation: str,
    created: str,
    unchecked: bool = False,
    made_from: str = "",
) -> Meta:
    """Gather it for one audience, from what that audience sees; `unchecked` stamps a memo made in spite of errors."""
    record = seen.record
    version = text(record, "version")
    keywords = field(record, "keywords")
    stamp = "unchecked" if unchecked else article.status if article.status in _STAMPED else ""
    status = words.say(f"status.{article.status}") if text(record, "status") and not stamp else ""
    told = (f"{words.say('labels.version')} {version}" if version else "", status)
    return Meta(
        title=article.title,
        language=pack.language or article.language,
        created=created,
        author=organisation or bare(text(record, "prepared_by.unit") or text(record, "prepared_by.name")),
        subject=paper(pack, words),
        keywords=tuple(bare(str(word)) for word in keywords) if isinstance(keywords, tuple) else (),
        reference=text(record, "reference"),
        status=" · ".join(part for part in told if part),
        stamp=words.say(f"stamps.{stamp}") if stamp else "",
        organisation=organisation,
        banner=banner(seen.marking, schemes) if pack.marked else None,
        labels=Labels(
            page=words.unfilled("writers.page"),
            source=words.unfilled("writers.source"),
            marking=words.unfilled("writers.marking"),
            label=words.unfilled("punctuation.label"),
        ),
        made_from=made_from,
    )


def paper(pack: Pack, words: Words) -> str:
    """Say what sort of paper the audience gets."""
    return pack.paper or words.say(f"papers.{next((one for one in pack.chain if words.has(f'papers.{one}')), pack.id)}")


def created(article: Article) -> str:
    """Give the moment that the record stands for, as files store it."""
    when = article.as_of
    if when.moment:
        return when.moment.isoformat().replace("+00:00", "Z")
    return f"{when.earliest}T00:00:00Z"
