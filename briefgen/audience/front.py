"""What a memo says of itself: title, marking, status, reference, dates."""

from briefgen.article.model import Article
from briefgen.audience.pack import Pack
from briefgen.memo import Banner, Meta

_TLP_COLOURS = {
    "TLP:RED": "#ff2b2b",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:AMBER": "#ffc000",
    "TLP:GREEN": "#33ff00",
    "TLP:CLEAR": "#ffffff",
}
"""On black: FIRST, Traffic Light Protocol 2.0, colour table."""
_STAMPS = {"draft": "DRAFT", "superseded": "SUPERSEDED", "withdrawn": "WITHDRAWN"}


def meta(article: Article, pack: Pack, *, organisation: str, created: str, unchecked: bool = False) -> Meta:
    """Gather it for one audience; `unchecked` stamps a memo that was made in spite of errors."""
    version = f"Version {article.version}" if article.version else ""
    prepared = article.prepared_by
    author = organisation or (prepared.unit or prepared.name if prepared else "")
    return Meta(
        title=article.title,
        language=article.language,
        created=created,
        author=author,
        subject=pack.paper,
        keywords=article.keywords if "keywords" in pack.fields else (),
        reference=article.reference if "reference" in pack.fields else "",
        status=" · ".join(part for part in (version, article.status) if part),
        stamp="DRAFT – NOT CLEARED" if unchecked else _STAMPS.get(article.status, ""),
        organisation=organisation,
        banner=_banner(article) if pack.marked else None,
    )


def created(article: Article) -> str:
    """Give the moment that the record stands for, as files store it."""
    when = article.as_of
    if when.moment:
        return when.moment.isoformat().replace("+00:00", "Z")
    return f"{when.earliest}T00:00:00Z"


def _banner(article: Article) -> Banner | None:
    marking = article.marking
    level = " ".join([marking.level, *marking.caveats]).strip()
    if not level:
        return Banner(marking.tlp, _TLP_COLOURS[marking.tlp], "#000000") if marking.tlp else None
    return Banner(" · ".join(part for part in (level, marking.tlp or "") if part))
