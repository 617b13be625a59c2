"""The drawn architecture and the code are the same."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from support import module_list

import briefgen

PACKAGE = Path(briefgen.__file__).parent
ROOT = Path(__file__).parents[1]

HOMES = {
    "PIL": ("figures", "pictures"),
    "babel": ("audience.cldr",),
    "click": ("cli",),
    "confusable_homoglyphs": ("mail.addresses",),
    "cryptography": ("mail.smime",),
    "distributed": ("desk.cluster",),
    "docx": ("draft.reading.word", "letterhead", "word_templates"),
    "docxtpl": ("word_templates.filling",),
    "docxtpl_lint": ("word_templates.mistakes",),
    "email_validator": ("mail.addresses",),
    "filelock": ("mail.outbox",),
    "fsspec": ("stores.url",),
    "google": ("mail.oauth",),
    "httpx": ("draft.endpoint",),
    "idna": ("mail.addresses",),
    "jinja2": ("preview.html", "templates", "word_templates.printing"),
    "keyring": ("mail.login", "mail.oauth"),
    "lxml": ("draft.reading.page", "word_templates.reach", "word_templates.reading", "writers.docx.tracked"),
    "markdown_it": ("markdown",),
    "markupsafe": ("audience", "templates", "word_templates.printing"),
    "mdit_py_plugins": ("markdown",),
    "msal": ("mail.oauth",),
    "openxml_audit": ("standards",),
    "outloud": ("standards",),
    "pypdfium2": ("draft.reading.pdf", "preview.album"),
    "pypdfium2_raw": ("pdf_file",),
    "rapidfuzz": ("article",),
    "reportlab": ("writers.pdf",),
    "resvg_py": ("svg",),
    "rich": ("cli",),
    "starlette": ("preview",),
    "trafilatura": ("draft.reading.page",),
    "uharfbuzz": ("writers.pdf",),
    "uvicorn": ("preview.server",),
    "watchfiles": ("preview.watching",),
    "yaml": ("article",),
}
"""Third-party package → the only places that import it.

The page of `preview` is filled by Jinja2 too, from templates of its own that nobody but us writes.
"""


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name below `briefgen`."""
    files = (path for path in PACKAGE.rglob("*.py") if not path.relative_to(PACKAGE).parts[0].startswith("_"))
    return {_name(path): path for path in files}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    """Every top-level package that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
            case ast.ImportFrom(level=level) if level:
                pytest.fail(f"{path}: relative import")
            case _:
                pass


def third_party() -> set[tuple[str, str]]:
    """Every pair of module and third-party package that it imports."""
    known = sys.stdlib_module_names | {"briefgen"}
    return {(name, package) for name, path in modules().items() for package in imported(path) if package not in known}


def test_each_third_party_package_is_imported_only_at_home() -> None:
    strays = {
        (module, package)
        for module, package in third_party()
        if not any(f"{module}.".startswith(f"{home}.") for home in HOMES.get(package, ()))
    }

    assert strays == set()


def test_every_dataclass_is_defined_in_the_cheap_way() -> None:
    taken = re.compile(r"^from dataclasses import .*\bdataclass\b", re.MULTILINE)

    assert {name for name, path in modules().items() if taken.search(path.read_text("utf-8"))} == set()


def test_the_list_of_modules_is_current() -> None:
    assert module_list.PAGE.read_text(encoding="utf-8") == module_list.page()


def test_the_drawn_import_order_is_the_one_that_is_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## Import order")[2]

    assert drawn.split("```")[1].strip().splitlines() == [re.sub(r"[()]", "", layer) for layer in layers]


def test_the_help_imports_nothing_heavy() -> None:
    heavy = "{'babel', 'docx', 'jinja2', 'markdown_it', 'reportlab', 'starlette', 'uharfbuzz', 'uvicorn', 'yaml'}"
    code = f"import sys, briefgen.cli.main; print(*sorted({heavy} & set(sys.modules)))"

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert shown == "\n"


@pytest.mark.skipif(not os.environ.get("BRIEFGEN_TESTED_WHEEL"), reason="only tox tests the wheel: `tox run -e test`")
def test_the_wheel_is_tested_and_not_the_checkout() -> None:
    assert "site-packages" in PACKAGE.parts
    assert distribution("briefgen").version == briefgen.__version__
