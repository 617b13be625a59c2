"""Records, stored texts and memos for the tests of the checks."""

import re
from pathlib import Path
from typing import assert_never

from briefgen.article.passages import Stored
from briefgen.article.read import Record, read
from briefgen.audience.pack import Pack
from briefgen.checks.check import Silence, check
from briefgen.checks.material import Filled
from briefgen.checks.rule import Rule
from briefgen.markdown import parse
from briefgen.memo import Meta
from briefgen.notices import Notice

EXAMPLE = Path(__file__).parents[1] / "checks" / "example"
BASE = (EXAMPLE / "record.yaml").read_text(encoding="utf-8")
GAZETTE = Stored("gazette", (EXAMPLE / "gazette.txt").read_text(encoding="utf-8"))
META = Meta(
    title="Council of Norrey sets three demands",
    language="en-GB",
    created="2025-05-06T00:00:00Z",
    author="Sample desk",
    subject="Submission for decision",
    status="Version 1 · draft",
)
PACK = Pack(
    id="minister",
    title="Minister",
    paper="Submission for decision",
    sections=("recommendation", "bluf", "positions", "responses", "outlook", "sources"),
    state=(),
    numbering="none",
    marked=True,
    cleared_only=False,
    fields={},
)


def patched(patch: str) -> str:
    """The base record with the top-level fields of `patch` put in place of its own."""
    fields = _fields(BASE) | _fields(patch.strip("\n") + "\n")
    return "".join(f"{name}{value}" for name, value in fields.items())


def _fields(text: str) -> dict[str, str]:
    parts = re.split(r"^(\w+:)", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def record(patch: str = "") -> Record:
    return read(patched(patch).encode(), "record.yaml")


def memo(markdown: str) -> Filled:
    """A memo of a heading and what `markdown` says, or all of it where it begins with its own title."""
    text = markdown.strip("\n")
    if not text.startswith("# "):
        text = f"# Council of Norrey sets three demands\n\n{text}"
    return Filled(PACK, parse(f"{text}\n", file="memo.md", meta=META))


def ask(patch: str = "", *, code: str = "", markdown: str = "", before: str = "") -> tuple[Notice, ...]:
    """Check the patched base record, with a memo where there is Markdown, against an edition patched `before`."""
    text = patched(patch)
    stored = {"gazette": GAZETTE} if "text: gazette.txt" in text else {}
    silence = Silence(select=(code,) if code else ())
    memos = (memo(markdown),) if markdown else ()
    previous = record(before).article if before else None
    new = read(text.encode(), "record.yaml")
    return check(new, stored, memos=memos, previous=previous, written=text, silence=silence)


def asked(rule: Rule, example: str) -> tuple[str, ...]:
    """The codes that an example of a rule raises, of that rule alone."""
    before, _, after = example.rpartition("\n---\n")
    match rule.example:
        case "record":
            found = ask(example, code=rule.code)
        case "memo":
            found = ask(before, code=rule.code, markdown=after)
        case "editions":
            found = ask(after, code=rule.code, before=before)
        case _:
            assert_never(rule.example)
    return tuple(notice.code for notice in found)
