"""The checkers of the standards are asked rightly, and what they find is told."""

from pathlib import Path

import pytest
from support.checkers import findings, stored

from briefgen.standards import CHECKERS, Checker, checkers_for
from briefgen.standards.verapdf import claims


@pytest.mark.parametrize(
    ("metadata", "flavours"),
    [
        pytest.param(
            b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
            ("ua1", "2a"),
            id="both as elements",
        ),
        pytest.param(b'<rdf:Description pdfaid:part="3" pdfaid:conformance="A"/>', ("3a",), id="as attributes"),
        pytest.param(b"<pdfaid:part>4</pdfaid:part><pdfuaid:part>2</pdfuaid:part>", ("ua2", "4"), id="PDF 2.0"),
        pytest.param(b"%PDF-1.7", (), id="nothing"),
    ],
)
def test_a_file_is_judged_by_what_it_claims(metadata: bytes, flavours: tuple[str, ...]) -> None:
    assert claims(metadata) == flavours


def test_each_kind_of_file_has_its_checkers() -> None:
    named = {name: [checker.name for checker in checkers_for(Path(name))] for name in ("a.pdf", "a.DOCX", "a.txt")}

    assert named == {"a.pdf": ["veraPDF", "outloud"], "a.DOCX": ["openxml-audit", "accessibility"], "a.txt": []}


@pytest.mark.slow
@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.name)
def test_a_file_that_cannot_be_read_is_a_finding(checker: Checker, tmp_path: Path) -> None:
    paths = stored(tmp_path, [(f"damaged.{checker.extension}", b"%PDF-1.7\n<pdfuaid:part>1</pdfuaid:part>\n")])

    found = findings(checker, *paths)

    assert found[0].startswith(f"{paths[0]}: error ")
