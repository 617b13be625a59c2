"""Fill templates that stand in a test, with a small record as one audience sees it."""

from support.articles import SMALL

from briefgen import resources
from briefgen.article.read import read
from briefgen.errors import TemplateError
from briefgen.files import read_texts
from briefgen.pipeline import filled_for
from briefgen.shelf import Sheet, Shelf

PACK = """\
title: Desk
paper: Note
sections: [positions, sources]
fields:
  title:
  question:
  as_of:
  bluf: [text]
  positions: [label, stance, text]
  timeline: [text]
  sources: [id, title]
"""
SHIPPED = {
    name: Sheet(path, text) for name, path, text in read_texts(resources.templates_folder()) if name.startswith("_")
}


def shelf_of(template: str, **others: str) -> Shelf:
    """Put `template` where `filled` looks for it, and the others by their names below `templates/`."""
    sheets = {"desk/audience.yaml": PACK, "desk/memo.md.j2": template}
    sheets |= {f"{name}.md.j2": text for name, text in others.items()}
    return Shelf(SHIPPED | {name: Sheet(f"templates/{name}", text) for name, text in sheets.items()})


def filled(template: str, *, record: str = SMALL, **others: str) -> str:
    """Fill `template`, which may include or extend the `others`."""
    return filled_for(read(record.encode(), "a.yaml"), "desk", shelf_of(template, **others)).text


def mistakes(template: str, **others: str) -> list[str]:
    """Fill `template` in vain, and give what is said of it."""
    try:
        text = filled(template, record=SMALL, **others)
    except TemplateError as error:
        return [str(notice) for notice in error.notices]
    message = f"nothing was wrong: {text}"
    raise AssertionError(message)
