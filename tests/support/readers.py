"""Everything in briefgen that reads what a stranger may have written, with an example of what it reads."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from support.article_files import document, page, pdf
from support.checking import BASE, GAZETTE, SCHEMES
from support.drafting import ARTICLES, TODAY
from support.letterheads import logo
from support.letters import Clock, addresses, contents, letter
from support.packs import PLAIN, shelf_with
from support.samples import SHELF
from support.specimen import META, SPECIMEN
from support.whole_way import memo_for
from support.word_templates import shelf_of, template

from briefgen.article.read import read
from briefgen.audience.catalogue import read_catalogue
from briefgen.audience.markings import schemes
from briefgen.audience.pack import load
from briefgen.checks.baseline import new_ones
from briefgen.checks.check import check
from briefgen.draft.compose import compose
from briefgen.draft.proposals import with_proposals
from briefgen.draft.reading import read_article
from briefgen.errors import BriefgenError
from briefgen.files import decoded
from briefgen.letterhead import read_reference
from briefgen.mail.outbox import FILE, looked_into, opened
from briefgen.mail.recipients import read_csv
from briefgen.manifest import Manifest, parse_manifest, parse_older
from briefgen.markdown import parse
from briefgen.pictures import bitmap
from briefgen.project import parse_project
from briefgen.rehearsal import rehearse
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

CLEAN = BriefgenError
"""What a reader may raise: something for the user to mend."""
_SENTENCES = ["The council set two conditions on Monday.", "“We will not sign,” said its mayor, Ann Lund."]
_LIST = "\ufeffE-Mail;Name;Kind;Attachments\r\njo@example.org;Jo Öst;to;annex.pdf\r\n;;\r\nb@example.org;B;cc;\r\n"
_PROJECT = """\
[project]
articles = ["articles/**/*.yaml"]
formats = ["pdf", "docx"]
[brand]
organisation = "Desk"
margins = {left = "25mm"}
colours = {accent = "#1f3a5f"}
[audience.minister]
recipients = ["a@example.org", "lists/minister.csv"]
[mail]
sender = "Desk <desk@example.org>"
retry_after = [5, 10]
[mail.markings]
OFFICIAL = ["example.org"]
[check.ignore]
SRC11 = "one report"
"""
_TEMPLATE = """\
{% extends "_base.md.j2" %}
{% block body %}
{% for item in positions if item.label %}
{{ loop.index }}. **{{ item.label }}** {{ item.text | sentence }} {{ as_of | date }}
{% else %}
{% set none %}x{% endset %}{{ t("labels.none") ~ none }}
{% endfor %}
{% macro shown(word) %}*{{ word }}*{% endmacro %}{{ shown(title) }}
{% endblock %}
"""
_MADE = '{"sha256": "00", "record": "a.yaml", "ingredients": {"record": "0"}}'
_MANIFEST = f'{{"schema": "briefgen/manifest@1", "files": {{"a.pdf": {_MADE}}}, "ingredients": {{"0": {{"a": "b"}}}}}}'
_BASELINE = '{"format": "briefgen/baseline@1", "findings": [["a.yaml", "SRC01", "text"]]}'
_REPLY = 'Here: {"items": [{"kind": "demand", "who": "Ann Lund", "passage": "set two conditions", "value": "demands"}]}'


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader, and a file that it can read."""

    read: Callable[[bytes], object]
    seed: Callable[[], bytes]


def _record(data: bytes) -> None:
    record = read(data, "a.yaml")
    check(record, {source.id: GAZETTE for source in record.article.sources}, schemes=SCHEMES)
    memo_for(record, "analyst", SHELF)


def _pack(data: bytes) -> None:
    text = decoded(data, Path("audience.yaml"))
    load("embassy", shelf_with(embassy=text))
    rehearse("embassy", shelf_with(embassy=text))


def _template(data: bytes) -> None:
    text = decoded(data, Path("memo.md.j2"))
    rehearse("embassy", shelf_with(embassy=PLAIN, embassy__memo_md_j2=text))


def _drafted(data: bytes) -> None:
    compose(read_article(data, "a"), text_file="a.txt", tool="briefgen draft", version="1", today=TODAY)


def _reply(data: bytes) -> None:
    raw = read_article("\n\n".join(_SENTENCES).encode(), "a.txt")
    drafted = compose(raw, text_file="a.txt", tool="briefgen draft", version="1", today=TODAY)
    with_proposals(drafted, data.decode("utf-8", "replace"), "model")


def _picture(data: bytes) -> None:
    try:
        bitmap(data)
    except ValueError as error:
        raise BriefgenError from error


def _manifest(data: bytes) -> None:
    known = parse_manifest(data) or Manifest()
    known.join(parse_older(data))
    known.replay(data.decode("utf-8", "replace").splitlines())
    parse_manifest(known.spelled())
    for made in known.files.values():
        known.ingredients(made)


def _ledger(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / FILE).write_bytes(data)
        with looked_into(Path(name), Clock()) as outbox:
            for one in outbox.deliveries() if outbox else ():
                if outbox:
                    outbox.letter(one.letter)
                    outbox.events(one.id)


@cache
def ledger() -> bytes:
    """Make a ledger with two letters."""
    with tempfile.TemporaryDirectory() as name:
        with opened(Path(name), Clock()) as outbox:
            outbox.queue([letter(address) for address in addresses(2)], contents)
        return (Path(name) / FILE).read_bytes()


@cache
def _word() -> bytes:
    return template("{{ title }}", "{%p for item in positions %}", "{{ item.label }}", "{%p endfor %}")


@cache
def _printed() -> bytes:
    return pdf("Council sets terms", _SENTENCES)


READERS = {
    "record": Reader(_record, BASE.encode),
    "audience.yaml": Reader(_pack, SHELF.files["committee/audience.yaml"].text.encode),
    "memo.md.j2": Reader(_template, _TEMPLATE.encode),
    "memo.docx": Reader(lambda data: rehearse("embassy", shelf_of(data)), _word),
    "words": Reader(
        lambda data: read_catalogue(decoded(data, Path("en.yaml")), "en.yaml"),
        SHELF.files["_words/en.yaml"].text.encode,
    ),
    "markings": Reader(
        lambda data: schemes(shelf_with(_markings__a_yaml=decoded(data, Path("a.yaml")))),
        SHELF.files["_markings/us-cui.yaml"].text.encode,
    ),
    "list of addresses": Reader(lambda data: read_csv(decoded(data, Path("a.csv")), "a.csv"), _LIST.encode),
    "letterhead": Reader(lambda data: read_reference(data, "a.docx", DEFAULT), _word),
    "picture": Reader(_picture, logo),
    "article as text": Reader(_drafted, (ARTICLES / "border-newspaper.txt").read_bytes),
    "article as page": Reader(_drafted, lambda: page("Council sets terms", _SENTENCES)),
    "article in Word": Reader(_drafted, lambda: document("Council sets terms", _SENTENCES)),
    "article as PDF": Reader(_drafted, _printed),
    "reply of a model": Reader(_reply, _REPLY.encode),
    "briefgen.toml": Reader(
        lambda data: parse_project(decoded(data, Path("briefgen.toml")), "briefgen.toml", Path("nowhere")),
        _PROJECT.encode,
    ),
    "manifest.json": Reader(_manifest, _MANIFEST.encode),
    "baseline": Reader(lambda data: new_ones([], decoded(data, Path("a.json")), "a.json"), _BASELINE.encode),
    "ledger": Reader(_ledger, ledger),
    "Markdown": Reader(
        lambda data: parse(decoded(data, Path("a.md")), file="a.md", meta=META),
        lambda: WRITERS["md"].write(SPECIMEN, DEFAULT),
    ),
}
"""What it reads → how."""


def tried(name: str, data: bytes) -> None:
    """Have a file read, and let pass what the user is told."""
    with suppress(CLEAN):
        READERS[name].read(data)
