"""Nothing that an audience may not see reaches it: not in the words of its memo, nor anywhere else in its file.

A record is filled with a word of its own in every field. What the pack does not allow must occur nowhere in the
bytes of the file, unpacked: parts of Word files, objects and metadata of PDF files, properties, alternative texts.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from support.canaries import canaries, denied, seen_in
from support.samples import AUDIENCES, SHELF
from support.whole_way import memo_for

from briefgen.article.card import card_of
from briefgen.jobs import jobs_for
from briefgen.memo import Memo
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

KINDS = [pytest.param(kind, marks=pytest.mark.slow) if kind in {"pdf", "docx"} else kind for kind in WRITERS]


@cache
def memo_with_canaries(audience: str) -> Memo:
    """Make the memo of that record for one audience."""
    return memo_for(canaries()[1], audience, SHELF)


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
    return seen_in(text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_file_holds_what_its_audience_may_not_see(audience: str, kind: str) -> None:
    found = shown(audience, kind)

    assert denied(audience, found) == set()
    assert len(found) > 8, "the test must see the words that are allowed"


def test_the_analyst_sees_most_and_the_public_no_advice() -> None:
    numbers, _ = canaries()
    named = {number: path for path, number in numbers.items()}

    analyst, public = ({named[number] for number in shown(audience, "txt")} for audience in ("analyst", "public"))

    assert len(analyst) > len(public)
    assert not {path for path in public if path.startswith(("options", "recommendation", "lines", "qa", "bluf"))}


def test_file_names_hold_nothing_but_the_id() -> None:
    (job,) = jobs_for(
        [card_of(canaries()[1])], ["minister"], ["pdf"], filename="{date}-{id}-{audience}.{ext}", formats_for={}
    )

    assert job.names == {"pdf": "2025-05-06-full-minister.pdf"}
