"""Nothing that an audience may not see reaches it: not in the words of its memo, nor anywhere else in its file.

A record is filled with a word of its own in every field. What the pack does not allow must occur nowhere in the
bytes of the file, unpacked: parts of Word files, objects and metadata of PDF files, properties, alternative texts.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from support.samples import AUDIENCES, SHELF

from briefgen.article.build import field_types
from briefgen.article.example import full_record
from briefgen.article.model import Article
from briefgen.article.read import Record, read
from briefgen.audience.allowed import holder
from briefgen.audience.pack import load
from briefgen.audience.view import Allowed
from briefgen.memo import Memo
from briefgen.pipeline import memo_for, plan
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

CANARY = re.compile(r"canary(\d+)x")
KINDS = [pytest.param(kind, marks=pytest.mark.slow) if kind in {"pdf", "docx"} else kind for kind in WRITERS]
ALWAYS = frozenset({"title", "actors.name", "sources.title", "sources.container-title"})
"""What names a memo, and what says who or what a reference means."""


@cache
def canaries() -> tuple[dict[str, int], Record]:
    """Give the number of the word in each field, and the record with them."""
    numbers: dict[str, int] = {}
    filled = full_record(lambda path: f"canary{numbers.setdefault(path, len(numbers))}x", AUDIENCES)
    return numbers, read(json.dumps(filled).encode(), "full.json")


@cache
def memo_with_canaries(audience: str) -> Memo:
    """Make the memo of that record for one audience."""
    return memo_for(canaries()[1], audience, SHELF)


def may_see(path: str, allowed: Allowed) -> bool:
    """Tell whether a pack allows the field that the file writes as `path`."""
    kind: type | None = Article
    inside: Allowed | None = allowed
    for key in path.split("."):
        if inside is None:
            return True
        wanted = field_types(kind)[key] if kind else None
        if wanted is None or wanted.name not in inside:
            return False
        inside, kind = inside[wanted.name], holder(wanted.hint)
    return True


def everything_in(data: bytes, kind: str) -> str:
    """Give all that can be read in a file, unpacked."""
    match kind:
        case "docx":
            with ZipFile(BytesIO(data)) as package:
                return "".join(f"{name}{package.read(name).decode('utf-8', 'replace')}" for name in package.namelist())
        case "pdf":
            return "".join(_of_pdf(data))
        case _:
            return data.decode()


def _of_pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        for item in pdf.objects:
            yield repr(item)
            if isinstance(item, pikepdf.Stream):
                yield item.read_bytes().decode("utf-8", "replace")
    with pypdfium2.PdfDocument(data) as pages:
        for page in pages:
            yield page.get_textpage().get_text_bounded()


def shown(audience: str, kind: str) -> set[int]:
    """Find the words of the record that are in its file for `audience`, as lines may break them."""
    text = everything_in(WRITERS[kind].write(memo_with_canaries(audience), DEFAULT), kind)
    return {int(number) for number in CANARY.findall("".join(text.split()).casefold())}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_file_holds_what_its_audience_may_not_see(audience: str, kind: str) -> None:
    numbers, _ = canaries()
    allowed = load(audience, SHELF).sight.fields
    denied = {path for path in numbers if path not in ALWAYS and not may_see(path, allowed)}

    found = shown(audience, kind)

    assert {path for path in denied if numbers[path] in found} == set()
    assert len(found) > 8, "the test must see the words that are allowed"


def test_the_analyst_sees_most_and_the_public_no_advice() -> None:
    numbers, _ = canaries()
    named = {number: path for path, number in numbers.items()}

    analyst, public = ({named[number] for number in shown(audience, "txt")} for audience in ("analyst", "public"))

    assert len(analyst) > len(public)
    assert not {path for path in public if path.startswith(("options", "recommendation", "lines", "qa", "bluf"))}


def test_file_names_hold_nothing_but_the_id() -> None:
    (job,) = plan([canaries()[1]], ["minister"], ["pdf"], filename="{date}-{id}-{audience}.{ext}", formats_for={})

    assert job.names == {"pdf": "2025-05-06-full-minister.pdf"}
