"""Every PDF keeps PDF/UA-1 and PDF/A-2a, or 3a with the record inside, and veraPDF would notice if it did not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from support.checkers import findings, stored
from support.memos import gathered, memos
from support.specimen import SPECIMEN, p, t

from briefgen.memo import Attachment, Banner, Cite, Header, Memo, Meta, Paragraph, Table
from briefgen.standards import VERAPDF
from briefgen.standards.verapdf import claims
from briefgen.theme import DEFAULT, LETTER
from briefgen.writers.pdf import write

pytestmark = pytest.mark.slow

DATA = write(SPECIMEN, DEFAULT)
LONG = tuple(Paragraph((*t(f"Paragraph {number}. " * 40), Cite("s1", 1)), number) for number in range(1, 30))
ROWS = Table((t("Number"), t("Name")), tuple((t(str(n)), t(f"Name {n}")) for n in range(150)), ("right", "left"))
BARE = Meta("A title", "en", "2024-02-29T23:59:59Z")
RECORD = Attachment("quota.yaml", "application/yaml", b"title: Quota\n")
CHIP = replace(SPECIMEN.meta, banner=Banner("TLP:AMBER+STRICT", "#ffc000", "#000000"), language="he")

Edit = Callable[[pikepdf.Pdf], None]


def elements(pdf: pikepdf.Pdf, role: str) -> Iterator[pikepdf.Object]:
    """Give the structure elements of a role."""
    return (
        found
        for found in pdf.objects
        if isinstance(found, pikepdf.Dictionary) and found.get("/S") == role and "/P" in found
    )


def drop(role: str, key: str) -> Edit:
    """Take a key from every element of a role."""

    def edit(pdf: pikepdf.Pdf) -> None:
        for element in elements(pdf, role):
            del element[key]

    return edit


def drop_from_files(key: str) -> Edit:
    """Take a key from the description of every attached file."""

    def edit(pdf: pikepdf.Pdf) -> None:
        for file in pdf.Root.AF:
            del file[key]

    return edit


def drop_from_root(key: str) -> Edit:
    """Take a key from the catalogue."""

    def edit(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return edit


def untag_a_page(pdf: pikepdf.Pdf) -> None:
    """Take the marks off the content of the first page."""
    content = [i for i in pikepdf.parse_content_stream(pdf.pages[0]) if str(i.operator) not in {"BDC", "BMC", "EMC"}]
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))


def mute_the_links(pdf: pikepdf.Pdf) -> None:
    """Take the words of the links' annotations away."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/Contents"]


def leave(_pdf: pikepdf.Pdf) -> None:
    """Spoil nothing."""


def edited(edit: Edit, data: bytes = DATA) -> bytes:
    """Spoil a file, the specimen; its metadata stay as they are."""
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


FAULTS: dict[str, tuple[Edit, str]] = {
    "table-heads-without-scope": (drop("/TH", "/A"), "7.5-1"),
    "figures-without-alternative": (drop("/Figure", "/Alt"), "7.3-1"),
    "no-language": (drop_from_root("/Lang"), "7.2-34"),
    "no-structure": (drop_from_root("/StructTreeRoot"), "7.1-11"),
    "no-output-intent": (drop_from_root("/OutputIntents"), "6.2.4.3-2"),
    "no-marks": (untag_a_page, "7.1-3"),
    "silent-links": (mute_the_links, "7.18.5-2"),
}
"""What is spoiled, and a rule that then must fail."""
FILE_FAULTS: dict[str, tuple[Edit, str]] = {
    "no-relation": (drop_from_files("/AFRelationship"), "6.8-3"),
    "no-plain-name": (drop_from_files("/F"), "6.8-2"),
    "not-associated": (drop_from_root("/AF"), "6.8-4"),
}
"""As above, in a file with the record inside."""


def broken(files: dict[str, bytes], folder: Path) -> dict[str, set[str]]:
    """Give the rules that each file breaks, as clause and number of its test."""
    found = findings(VERAPDF, *stored(folder, ((f"{name}.pdf", data) for name, data in files.items())))
    rules: dict[str, set[str]] = {name: set() for name in files}
    for line in found:
        told = re.search(r"([^/]+)\.pdf: error VER01 veraPDF \w+, clause ([\w.-]+):", line)
        assert told, line
        rules[told[1]].add(told[2])
    return rules


def kept(files: dict[str, bytes]) -> dict[str, set[str]]:
    """Give what `broken` gives when no rule is."""
    return {name: set() for name in files}


def test_memos_of_every_shape_keep_both_standards(tmp_path: Path) -> None:
    files = {
        "specimen": DATA,
        "letter": write(SPECIMEN, replace(DEFAULT, paper=LETTER)),
        "bare": write(Memo(BARE, Header(t("A title")), p("Words.")), DEFAULT),
        "empty": write(Memo(BARE, Header(()), ()), DEFAULT),
        "long": write(replace(SPECIMEN, blocks=(*LONG, ROWS, *SPECIMEN.blocks)), DEFAULT),
        "mirrored": write(replace(SPECIMEN, meta=CHIP), DEFAULT),
    }

    assert {claims(data) for data in files.values()} == {("ua1", "2a")}
    assert broken(files, tmp_path) == kept(files)


def test_a_memo_with_its_record_keeps_both_standards_too(tmp_path: Path) -> None:
    files = {"carrying": write(replace(SPECIMEN, attachments=(RECORD,)), DEFAULT)}

    assert {claims(data) for data in files.values()} == {("ua1", "3a")}
    assert broken(files, tmp_path) == kept(files)


def test_two_hundred_arbitrary_memos_keep_both_standards(tmp_path: Path) -> None:
    files = {f"memo-{number}": write(memo, DEFAULT) for number, memo in enumerate(gathered(memos(), 200))}

    assert len(files) == 200
    assert broken(files, tmp_path) == kept(files)


@pytest.mark.parametrize(
    ("faults", "data"),
    [
        pytest.param(FAULTS, DATA, id="specimen"),
        pytest.param(FILE_FAULTS, write(replace(SPECIMEN, attachments=(RECORD,)), DEFAULT), id="with its record"),
    ],
)
def test_the_checker_finds_what_is_spoiled(faults: dict[str, tuple[Edit, str]], data: bytes, tmp_path: Path) -> None:
    files = {name: edited(edit, data) for name, (edit, _) in faults.items()} | {"unspoiled": edited(leave, data)}

    rules = broken(files, tmp_path)

    assert {name: rules[name] for name, (_, rule) in faults.items() if rule not in rules[name]} == {}
    assert rules["unspoiled"] == set()
