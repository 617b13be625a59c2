"""Write `docs/modules.md`, the list of all modules with the first line of each one's docstring.

As a program (`python tests/support/module_list.py`) it brings the page up to date; a test tells when that is needed.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/modules.md"
_HEAD = """\
# Modules

What each module does, in the words with which it begins.
[The architecture](architecture.md) tells how they work together.
This page is written by `python tests/support/module_list.py`.
"""


def page() -> str:
    """Give the page as it should be."""
    package = ROOT / "briefgen"
    paths = sorted(path for path in package.rglob("*.py") if path.name != "__main__.py")
    sections: dict[str, list[str]] = {}
    for path in paths:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        top = ".".join(name.split(".")[:2])
        is_package = (package / top.partition(".")[2]).is_dir()
        sections.setdefault(top if is_package and top != "briefgen" else "briefgen", []).append(_row(name, path))
    return _HEAD + "".join(_section(name, rows) for name, rows in sections.items())


def _section(name: str, rows: list[str]) -> str:
    return "\n".join([f"\n## {name}\n", "| module | does |", "| --- | --- |", *rows, ""])


def _row(name: str, path: Path) -> str:
    """Give the row of a module; a docstring's first line is a sentence, perhaps over two lines."""
    docstring = ast.get_docstring(ast.parse(path.read_bytes())) or ""
    said = " ".join(docstring.partition("\n\n")[0].split())
    sentence = said.partition(". ")[0].rstrip(".")
    return f"| `{name}` | {sentence.replace('|', chr(92) + '|')} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
