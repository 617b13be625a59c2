"""Fill templates that stand in a test, with a small record as one audience sees it."""

from support.articles import SMALL

from briefgen.article.read import read
from briefgen.audience.pack import Pack
from briefgen.audience.phrases import filters
from briefgen.audience.view import Allowed, view
from briefgen.errors import TemplateError
from briefgen.shelf import Sheet, Shelf
from briefgen.templates import fill

ALLOWED: Allowed = {
    "title": None,
    "question": None,
    "as_of": None,
    "bluf": {"text": None},
    "positions": {"label": None, "stance": None, "text": None},
    "timeline": {"text": None},
    "sources": {"id": None, "title": None},
}
PACK = Pack(
    id="desk",
    title="Desk",
    paper="Note",
    sections=("positions", "sources"),
    state=(),
    numbering="none",
    marked=False,
    cleared_only=False,
    fields=ALLOWED,
)


def shelf_of(template: str, **others: str) -> Shelf:
    """Put `template` where `filled` looks for it, and the others by their names below `templates/`."""
    sheets = {"desk/memo.md.j2": template} | {f"{name}.md.j2": text for name, text in others.items()}
    return Shelf({name: Sheet(f"templates/{name}", text) for name, text in sheets.items()})


def filled(template: str, *, record: str = SMALL, **others: str) -> str:
    """Fill `template`, which may include or extend the `others`."""
    article = read(record.encode(), "a.yaml").article
    seen = view(article, ALLOWED, audience=PACK.id, cleared_only=False)
    shelf = shelf_of(template, **others)
    return fill("desk/memo.md.j2", shelf, record=seen, filters=filters(PACK), given={"paper": "Note"})


def mistakes(template: str, **others: str) -> list[str]:
    """Fill `template` in vain, and give what is said of it."""
    try:
        text = filled(template, record=SMALL, **others)
    except TemplateError as error:
        return [str(notice) for notice in error.notices]
    message = f"nothing was wrong: {text}"
    raise AssertionError(message)
