"""Records, stored texts and memos for the tests of the checks."""

import re
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from support.samples import SHELF

from briefgen.article.passages import Stored
from briefgen.article.read import Record, read
from briefgen.audience.markings import schemes
from briefgen.checks.check import Silence, check
from briefgen.checks.material import Filled, Limits
from briefgen.checks.rendered import Rendered
from briefgen.checks.rule import Rule
from briefgen.markdown import parse
from briefgen.memo import Banner, Meta
from briefgen.notices import Notice

EXAMPLE = Path(__file__).parents[1] / "checks" / "example"
BASE = (EXAMPLE / "record.yaml").read_text(encoding="utf-8")
GAZETTE = Stored("gazette", (EXAMPLE / "gazette.txt").read_text(encoding="utf-8"))
SCHEMES = schemes(SHELF)
META = Meta(
    title="Council of Norrey sets three demands",
    language="en-GB",
    created="2025-05-06T00:00:00Z",
    author="Sample desk",
    subject="Submission for decision",
    status="Version 1 · draft",
)
LIMITS = {
    "minister": Limits(words=700, pages=2, sections={"recommendation": 120}),
    "committee": Limits(words=2700, pages=6, sections={"summary": 200}),
}
"""As their packs have them."""
SECTIONS = ("recommendation", "bluf", "positions", "responses", "outlook", "background", "sources")


def patched(patch: str) -> str:
    """The base record with the top-level fields of `patch` put in place of its own."""
    fields = _fields(BASE) | _fields(patch.strip("\n") + "\n")
    return "".join(f"{name}{value}" for name, value in fields.items())


def _fields(text: str) -> dict[str, str]:
    parts = re.split(r"^(\w+:)", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def record(patch: str = "") -> Record:
    return read(patched(patch).encode(), "record.yaml")


def memo(markdown: str, audience: str = "minister") -> Filled:
    """A memo of a heading and what `markdown` says, or all of it where it begins with its own title.

    Lines such as `Banner: OFFICIAL`, `Title:` or `Pages: 3` at its beginning say what the file says of itself, or has.
    """
    text = markdown.strip("\n")
    meta, pages = META, {}
    while found := re.match(r"(Banner|Title|Status|Pages):(.*)\n\n?", text):
        text = text[found.end() :]
        if found[1] == "Pages":
            pages = {"pdf": int(found[2])}
        else:
            meta = _told(meta, found[1], found[2].strip())
    if not text.startswith("# "):
        text = f"# Council of Norrey sets three demands\n\n{text}"
    limits = LIMITS.get(audience, Limits())
    return Filled(audience, parse(f"{text}\n", file="memo.md", meta=meta), SECTIONS, limits=limits, pages=pages)


def _filed(text: str) -> Filled:
    """A memo with a PDF of these pages; lines before the first page say what the file says of itself."""
    about, *pages = re.split(r"^-- page \d+\n", text.strip("\n") + "\n", flags=re.MULTILINE)
    told = dict(re.findall(r"^(\w+): (.*)$", about, re.MULTILINE))
    labels = "\n".join(f"- {label}" for label in told.get("Signature", "Minister").split(", "))
    banner = f"Banner: {told['Banner']}\n" if "Banner" in told else ""
    filled = memo(
        f"{banner}{{.decision}}\n1. That you agree\n   - Agreed\n   - Not agreed\n\n{{.signature}}\n{labels}\n"
    )
    traces = tuple(told["Traces"].split(", ")) if "Traces" in told else ()
    file = Rendered("pdf", tuple(pages), META.title, META.author, traces)
    return replace(filled, files=(file,))


def _told(meta: Meta, name: str, value: str) -> Meta:
    match name:
        case "Banner":
            label, *colours = re.split(r"\s+(?=#)", value)
            return replace(meta, banner=Banner(label, *colours))
        case "Title":
            return replace(meta, title=value)
        case _:
            return replace(meta, status=value)


def ask(patch: str = "", *, code: str = "", markdown: str = "", before: str = "") -> tuple[Notice, ...]:
    """Check the patched base record, with a memo where there is Markdown, against an edition patched `before`."""
    text = patched(patch)
    stored = {"gazette": GAZETTE} if "text: gazette.txt" in text else {}
    silence = Silence(select=(code,) if code else ())
    memos = tuple(memo(markdown, audience) for audience in ("minister", "committee")) if markdown else ()
    previous = record(before).article if before else None
    new = read(text.encode(), "record.yaml")
    return check(new, stored, schemes=SCHEMES, memos=memos, previous=previous, written=text, silence=silence)


def asked(rule: Rule, example: str) -> tuple[str, ...]:
    """The codes that an example of a rule raises, of that rule alone."""
    before, _, after = example.rpartition("\n---\n")
    match rule.example:
        case "record":
            found = ask(example, code=rule.code)
        case "memo":
            found = ask(before, code=rule.code, markdown=after)
        case "file":
            found = check(record(), {}, schemes=SCHEMES, memos=(_filed(after),), silence=Silence(select=(rule.code,)))
        case "editions":
            found = ask(after, code=rule.code, before=before)
        case _:
            assert_never(rule.example)
    return tuple(notice.code for notice in found)
