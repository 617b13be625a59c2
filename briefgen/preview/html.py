"""Fill the page's own templates; every value is escaped, and a name that is unknown is a bug."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.preview.session import address

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent


def page(name: str, **values: object) -> str:
    """Fill the template `name`."""
    return _environment().get_template(f"{name}.html.j2").render(values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["address"] = address
    return made
