"""pandoc: Markdown → Word, with a reference document that has the running header and footer."""

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from benchmarks.plain import Block, Content, Runs

_REFERENCE = "reference.docx"
_MANY = "many.lua"
_LUA = """\
local reference = arg[1]
for place = 2, #arg do
  local file = io.open(arg[place] .. "/memo.md", "r")
  local memo = pandoc.read(file:read("a"), "markdown")
  file:close()
  local made = io.open(arg[place] .. "/pandoc.docx", "wb")
  made:write(pandoc.write(memo, "docx", {reference_doc = reference}))
  made:close()
end
"""


def program() -> str:
    """Give pandoc's path: of the package `pypandoc_binary`, else of the system; empty for neither."""
    package = find_spec("pypandoc")
    own = Path(package.origin).parent / "files/pandoc" if package and package.origin else None
    return str(own) if own and own.is_file() else shutil.which("pandoc") or ""


def one(memo: str, kit: str) -> list[str]:
    """Give the command for one memo."""
    return [program(), f"{memo}/memo.md", f"--reference-doc={kit}/{_REFERENCE}", "-o", f"{memo}/pandoc.docx"]


def many(memos: tuple[str, ...], kit: str) -> list[str]:
    """Give the command for many memos in one process."""
    return [program(), "lua", f"{kit}/{_MANY}", f"{kit}/{_REFERENCE}", *memos]


def write_reference(kit: str) -> None:
    """Write pandoc's own reference document with a header and a footer, and the program for many memos."""
    import docx

    path = Path(kit, _REFERENCE)
    command = [program(), "--print-default-data-file", _REFERENCE]
    path.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    document = docx.Document(str(path))
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "TLP:AMBER", "TRADE/25/114 · Version 2"
    document.save(str(path))
    Path(kit, _MANY).write_text(_LUA, encoding="utf-8")


def markdown(content: Content) -> str:
    """Write the content in pandoc's Markdown."""
    fields = "\n".join(f"| **{_escaped(label)}** {_marked(runs, ' ')}" for label, runs in content["fields"])
    blocks = "\n\n".join(map(_block, content["blocks"]))
    head = f"---\nlang: {content['language']}\n---\n\n{_escaped(content['kind'])}\n\n# {_escaped(content['title'])}"
    return f"{head}\n\n{fields}\n\n{blocks}\n"


def _block(block: Block) -> str:
    said, items = _marked(block["runs"]), [_marked(item) for item in block["items"]]
    match block["kind"]:
        case "heading":
            return f"{'#' * block['level']} {said}"
        case "paragraph":
            return said
        case "bullets":
            return "\n".join(f"- {item}" for item in items) + "\n\n<!-- -->"
        case "numbers":
            return "\n".join(f"1. {item}" for item in items) + "\n\n<!-- -->"
        case "table":
            rows = ([_marked(cell, " ") for cell in row] for row in (block["items"], *block["rows"]))
            first, *others = (f"| {' | '.join(cells)} |" for cells in rows)
            return "\n".join((said, "", first, "|" + "---|" * len(items), *others))
        case "quote":
            return "\n>\n".join(f"> {item}" for item in (*items, said))
        case "callout":
            return "\n\n".join(('::: {custom-style="Block Text"}', f"**{said}**", *items, ":::"))
        case "sources":
            entries = enumerate(items, 1)
            return "\n\n".join(f"[]{{#source-{number}}}\\[{number}\\] {item}" for number, item in entries)


def _marked(runs: Runs, line_break: str = "\\\n") -> str:
    parts = []
    for run in runs:
        part = _escaped(run["text"]).replace("\n", line_break)
        inner = part.strip()
        marks = "*" * (2 * run["bold"] + run["italic"])
        if inner and marks:
            part = part.replace(inner, f"{marks}{inner}{marks}")
        parts.append(f"[{part}]({run['url']})" if run["url"] else part)
    return "".join(parts)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|$~^@'\"])", r"\\\1", text)
