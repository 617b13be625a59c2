"""Findings are told as text with a caret, as SARIF, and against a baseline."""

import html5lib
import jsonschema
import pytest
from support.checking import GAZETTE, ask, memo, record

from briefgen.checks.baseline import new_ones, written
from briefgen.checks.explain import explained, rule_of
from briefgen.checks.report import fails, report, summary
from briefgen.checks.sarif import sarif
from briefgen.checks.side_by_side import page
from briefgen.errors import ConfigurationError
from briefgen.notices import Notice, Place

FILE = "title: News\nbluf:\n  text: It could potentially end.\n"
WARNING = Notice("warning", "EST04", "“could potentially” hedges twice", Place("a.yaml", 3, 12), "keep one")
ERROR = Notice("error", "SRC01", "the statement has no evidence", Place("a.yaml", 2, 1))
NOTE = Notice("note", "SRC22", "evidence is unchecked")


def test_a_finding_shows_its_line_and_points_at_the_words() -> None:
    assert report((WARNING, NOTE), {"a.yaml": FILE}) == (
        "a.yaml:3:12: warning EST04 “could potentially” hedges twice\n"
        "  3 |   text: It could potentially end.\n"
        "    |            ^\n"
        "  hint: keep one\n"
        "note SRC22 evidence is unchecked\n"
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "x" * 300 + "HERE" + "y" * 300
    lines = report((Notice("error", "SRC01", "m", Place("a", 1, 301)),), {"a": text}).splitlines()

    assert lines[1].startswith("  1 | …x")
    assert lines[1].endswith("y…")
    assert lines[1][lines[2].index("^") :].startswith("HERE")


SUMMARIES = {
    "nothing": ((), 1, "1 record: nothing found"),
    "some": ((ERROR, WARNING, WARNING), 3, "3 records: 1 error, 2 warnings"),
}


@pytest.mark.parametrize(("notices", "records", "expected"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_summary_counts(notices: tuple[Notice, ...], records: int, expected: str) -> None:
    assert summary(notices, records) == expected


def test_only_what_is_grave_enough_fails() -> None:
    assert [fails((WARNING,), level) for level in ("error", "warning", "note", None)] == [False, True, True, False]


SARIF = {
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"type": "object", "required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "message": {
                                    "type": "object",
                                    "required": ["text"],
                                    "properties": {"text": {"type": "string", "minLength": 1}},
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "required": ["uri"],
                                                        "properties": {"uri": {"pattern": "^[^ ]+$"}},
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) demands of the parts that briefgen writes."""


def test_sarif_has_what_its_standard_demands() -> None:
    other = Notice("error", "REC03", "titel: unknown field", Place("my articles/a.yaml"))
    log = sarif((ERROR, WARNING, NOTE, other), "1.0")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    jsonschema.validate(log, SARIF)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["SRC01", "EST04", "SRC22", "REC03"]
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 12}


def test_the_fingerprint_outlives_a_move() -> None:
    moved = Notice("error", "SRC01", "the statement has no evidence", Place("a.yaml", 9, 1))
    first, second = (sarif((one,), "1.0")["runs"][0]["results"][0]["partialFingerprints"] for one in (ERROR, moved))

    assert first == second


def test_a_baseline_puts_up_with_as_many_as_there_were() -> None:
    baseline = written((ERROR, WARNING))
    moved = Notice("error", "SRC01", "the statement has no evidence", Place("a.yaml", 9, 1))

    assert new_ones((moved, ERROR, WARNING, NOTE), baseline, "b.json") == (ERROR, NOTE)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "other", "findings": []}', '{"format": 1}'])
def test_a_file_that_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="CFG09 this is no baseline"):
        new_ones((ERROR,), text, "b.json")


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    with pytest.raises(ConfigurationError, match="did you mean 'SRC"):
        rule_of("SRC011")


def test_a_rule_is_explained_with_reason_source_and_examples() -> None:
    text = explained(rule_of("est05"))

    assert text.splitlines()[0] == "EST05 (warning)"
    assert all(part in text for part in ("Why: ", "Source: ", "Raises it:\n  bluf: ", "Does not:\n  bluf: "))


def test_side_by_side_shows_the_passage_in_its_source() -> None:
    printed = memo("{section=positions}\n## Key Demands\n\nResidents are not to pay more than 12 crowns before 2027.")
    html = page([(record(), {"gazette": GAZETTE}, (printed,))])

    html5lib.HTMLParser(strict=True).parse(html)
    assert "<mark>Residents must not pay more than 12 crowns before 2027</mark>, the mayor, Ada Lund" in html
    assert "http" not in html.replace("https://", "http")


def test_side_by_side_escapes_what_it_shows() -> None:
    odd = record("title: '<script>alert(1)</script> & more'\n")

    assert "<script>" not in page([(odd, {"gazette": GAZETTE}, ())])


def test_the_caret_stands_under_the_words_in_question() -> None:
    (found,) = ask("bluf: {text: The operator could potentially move.}\n", code="EST04")

    assert found.place is not None
    assert found.place.column == len("bluf: {text: The operator ") + 1
