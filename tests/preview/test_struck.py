"""The record as an audience sees it: what is struck is what no template is given."""

from briefgen.preview.rendering import Rendering
from briefgen.preview.session import Choice
from briefgen.preview.struck import Line, Section
from briefgen.preview.workbench import Workbench


def test_fields_that_the_pack_denies_are_struck(memo: Rendering) -> None:
    sections = {section.name: section for section in memo.sections}

    assert sections["background"].lines[0] == Line(0, "background", "", "denied")
    assert sections["background"].struck == sections["background"].texts
    assert sections["title"].lines == (Line(0, "title", memo.record.article.title, "seen"),)
    assert sections["kind"].lines == (Line(0, "kind", "negotiation", "used"),)
    assert sections["actors"].lines[1:4] == (
        Line(1, "1", "", "seen"),
        Line(2, "id", "russia", "denied"),
        Line(2, "name", "Russia", "seen"),
    )


def test_entries_that_a_filter_passes_over_are_struck_as_a_whole(bench: Workbench, ukraine: str) -> None:
    memo = _memo(bench, ukraine, "minister")

    lines = memo.record.article.lines
    struck = [line.label for line in _lines(memo.sections, "lines") if (line.depth, line.state) == (1, "passed over")]
    others = [
        f"{n}" for n, one in enumerate(lines, 1) if one.tier != "top" and "minister" in (one.audiences or "minister")
    ]
    assert struck == others != []


def test_entries_that_the_record_keeps_back_are_struck_as_a_whole(bench: Workbench, ukraine: str) -> None:
    memo = _memo(bench, ukraine, "press")
    states = {line.state for section in memo.sections for line in section.lines}

    assert memo.ready.seen.withheld
    assert "withheld" in states


def test_nothing_struck_is_printed(bench: Workbench, ukraine: str) -> None:
    for audience in ("minister", "press", "public"):
        memo = _memo(bench, ukraine, audience)
        seen = {line.text for section in memo.sections for line in section.lines if not line.is_struck}
        struck = {line.text for section in memo.sections for line in section.lines if line.is_struck} - seen
        only_struck = [text for text in struck if len(text.split()) > 5 and not any(text in one for one in seen)]

        assert [text for text in only_struck if text in " ".join(memo.filled.pieces)] == []


def test_an_analyst_sees_nearly_all(bench: Workbench, ukraine: str) -> None:
    memo = _memo(bench, ukraine, "analyst")

    assert _lines(memo.sections, "background")
    assert {line.state for line in _lines(memo.sections, "gaps")} == {"seen"}


def _memo(bench: Workbench, article: str, audience: str) -> Rendering:
    made = bench.look(Choice(article, audience), audience).memo
    assert made is not None
    return made


def _lines(sections: tuple[Section, ...], name: str) -> tuple[Line, ...]:
    return next(section.lines for section in sections if section.name == name)
