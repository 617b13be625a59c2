"""The page in a real browser: what an analyst does with it, by mouse and by keyboard, by day, by night, on a phone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browser import AXE, WCAG, chromium
from support.paged import Seen, looking
from support.previewing import Preview, desk, previewing

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("preview")]

RECORD = "articles/ukraine-demands/article.yaml"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that the test may change."""
    return desk(tmp_path / "desk", "ukraine-demands")


@pytest.fixture
def own(project: Path) -> Iterator[Preview]:
    """A server for it."""
    with previewing(project) as running:
        yield running


def _change(path: Path, was: str, becomes: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def test_it_opens_with_the_pages_of_the_memo_crisp_on_any_screen(browser: Browser, own: Preview) -> None:
    with looking(browser, own, device_scale_factor=2) as seen:
        seen.open()
        seen.wait(".sheet .print")
        seen.page.wait_for_timeout(500)
        density = seen.page.locator(".print").first.evaluate("one => one.naturalWidth / one.clientWidth")

        assert seen.text("#column-1") == "Minister"
        assert seen.text(".paper") == "Submission for decision · 2 pages"
        assert (seen.count(".sheet"), seen.count(".thumbnails li")) == (2, 2)
        assert density >= 2


def test_another_audience_language_and_format_are_a_choice_away_and_stay_in_the_address(
    browser: Browser, own: Preview
) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.page.select_option("#audience", "press")
        seen.wait('.column[data-place*=" press "]')
        seen.page.select_option("#language", "fr")
        seen.wait('.column[data-place*=" fr "]')
        seen.page.click('[data-look="txt"]')
        seen.wait("pre.words")

        assert "Déclaration" in seen.text("pre.words") or "Éléments" in seen.text("pre.words")
        seen.page.reload()
        assert [seen.page.input_value(name) for name in ("#audience", "#language")] == ["press", "fr"]
        assert seen.text('.looks [aria-current="page"]') == "Text"
        seen.page.go_back()
        seen.wait(".sheet")


def test_a_template_that_is_saved_is_seen_at_once_and_at_the_same_place(
    browser: Browser, own: Preview, project: Path
) -> None:
    pack = project / "templates/minister"
    pack.mkdir(parents=True)
    (pack / "audience.yaml").write_text("extends: press\ntitle: Private office\n", encoding="utf-8")
    template = pack / "memo.md.j2"
    template.write_text(TEMPLATE.format("The first draft of it."), encoding="utf-8")
    with looking(browser, own) as seen:
        seen.open()
        seen.wait(".sheet")
        scroller = seen.page.locator(".scroller")
        scroller.evaluate("one => { one.scrollTop = 240 }")
        kept = seen.page.locator(".sheet").last.get_attribute("data-page-key")
        begun = time.monotonic()

        template.write_text(TEMPLATE.format("The second draft of it."), encoding="utf-8")
        seen.wait(".marks .fresh")
        took = time.monotonic() - begun

        assert seen.text("#spoken") == "Saved. 1 place changed."
        assert scroller.evaluate("one => one.scrollTop") == 240
        assert seen.page.locator(".sheet").last.get_attribute("data-page-key") == kept
        assert took < 5, "half a second on a machine that does nothing else"


TEMPLATE = """# {{{{ title }}}}

{{.kind}}
{{{{ paper }}}}

{}

{{% for _ in range(60) %}}
A paragraph that stays as it is, whatever is saved.

{{% endfor %}}
"""


def test_an_error_is_located_the_last_good_memo_stays_and_mending_it_helps(
    browser: Browser, own: Preview, project: Path
) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.wait(".sheet")

        _change(project / RECORD, "kind: negotiation", "kind: negociation")
        seen.wait(".problems")

        assert seen.text(".problems .message") == "REC06 kind: 'negociation' is not one of the words for it"
        assert seen.text(".problems .place") == f"{RECORD}:8:7"
        assert seen.page.locator(".problems .excerpt").inner_text().splitlines()[1:] == [
            "   8 kind: negociation",
            "           ^",
        ]
        assert seen.text(".problems .hint") == "Hint did you mean 'negotiation'?"
        assert (seen.count(".outdated .sheet"), seen.text(".outdated-label")) == (2, "Outdated")
        assert "negociation" in seen.text("#spoken")

        _change(project / RECORD, "kind: negociation", "kind: negotiation")
        seen.wait(".problems", gone=True)

        assert (seen.count(".outdated"), seen.count(".sheet")) == (0, 2)


def test_a_mistake_in_a_template_shows_the_line_of_the_template(browser: Browser, own: Preview, project: Path) -> None:
    pack = project / "templates/minister"
    pack.mkdir(parents=True)
    (pack / "audience.yaml").write_text("extends: press\n", encoding="utf-8")
    (pack / "memo.md.j2").write_text("# {{ title }}\n\n{{ nobody_knows_this }}\n", encoding="utf-8")
    with looking(browser, own) as seen:
        seen.open()

        assert seen.text(".problems .place").startswith("templates/minister/memo.md.j2:3")
        assert "3 {{ nobody_knows_this }}" in seen.text(".problems .excerpt")
        assert seen.text(".problems h3") == "There is no memo yet."


def test_a_file_that_nothing_can_be_made_with_is_named_until_it_is_mended(
    browser: Browser, own: Preview, project: Path
) -> None:
    (project / "templates").mkdir()
    with looking(browser, own) as seen:
        seen.open()
        seen.wait(".sheet")
        seen.page.wait_for_timeout(2_500)  # until the new folder is watched
        (project / "templates/_odd.md.j2").write_bytes(b"one\ntwo \xe9\n")
        seen.wait(".beginning .problems")

        assert seen.text(".problems .message") == "FIL04 not UTF-8 text"
        assert seen.text(".problems .place") == "templates/_odd.md.j2:2"

        (project / "templates/_odd.md.j2").unlink()
        seen.wait(".sheet")
        assert any("409" in one for one in seen.wrong)
        seen.wrong.clear()


def test_a_finding_shows_its_sentence_and_its_evidence(browser: Browser, own: Preview, project: Path) -> None:
    _change(project / RECORD, "Ukraine is to commit itself formally to", "Ukraine is to commit itself by 2031 to")
    with looking(browser, own) as seen:
        seen.open()
        seen.page.click("[data-finding]")
        seen.wait(".marks .chosen")

        assert seen.text(".finding.open .message") == "“2031” is not in its source"
        assert seen.text(".finding.open mark") == "Ukraine's formal commitment to neutrality"
        assert seen.text(".finding.open .excerpt .caret") == "^"
        assert seen.page.locator(".marks .chosen rect").count() == 1
        assert "Not made by briefgen make" in seen.text(".refused")

        seen.page.click("[data-rule]")
        seen.wait("#rule[open]")
        assert seen.text("#rule-text").startswith("NUM01 (error)")
        seen.page.keyboard.press("Escape")
        seen.page.click(".finding-more >> text=whole source")
        seen.wait(".source-text")
        assert seen.text(".source-text mark") == "Ukraine's formal commitment to neutrality"


def test_a_click_on_a_sentence_shows_its_sources_on_the_page_and_in_html(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open()
        key = _sentence(seen, "Ukraine is to give up any aspiration")
        seen.page.locator(f'.marks [data-sentence="{key}"] rect').click()
        seen.wait(f'.marks .chosen[data-sentence="{key}"]')
        assert seen.text(".asked") == "Ukraine is to give up any aspiration to join NATO."
        assert seen.text(".ground mark") == "an end to any NATO aspirations in Kyiv"

        seen.page.keyboard.press("Escape")
        seen.wait(".marks .chosen", gone=True)
        seen.page.click('[data-look="html"]')
        memo = seen.page.frame_locator("iframe")
        memo.get_by_text("It wants a strategy that").click(position={"x": 300, "y": 8})
        seen.wait(".asked")
        assert len(seen.text(".asked")) > 20
        assert seen.count(".ground mark") >= 1


def _sentence(seen: Seen, words: str) -> str:
    seen.page.click('[data-pane="sources"]')
    seen.wait(".sentences")
    return seen.page.locator(".sentences a", has_text=words).first.get_attribute("data-sentence") or ""


def test_two_audiences_stand_side_by_side_and_scroll_together(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.page.select_option("#beside", "press")
        seen.wait('.column[data-place*=" press "]')
        first, second = seen.page.locator(".scroller").all()

        first.evaluate("one => { one.scrollTop = one.scrollHeight }")
        seen.page.wait_for_timeout(400)

        assert [seen.text("#column-1"), seen.text("#column-2")] == ["Minister", "Press office"]
        left, right = (
            one.evaluate("one => one.scrollTop / (one.scrollHeight - one.clientHeight)") for one in (first, second)
        )
        assert abs(left - right) < 0.02
        assert left > 0.98


def test_nothing_is_lost_when_somebody_is_quicker_than_the_page(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.page.select_option("#audience", "public")
        seen.page.select_option("#beside", "press")
        seen.page.click('[data-pane="record"]')
        seen.page.keyboard.press("4")
        seen.wait('.column[data-place*=" public "] pre.words')
        seen.wait(".record")

        assert [seen.text("#column-1"), seen.text("#column-2")] == ["Public", "Press office"]


def test_what_an_audience_does_not_see_is_struck(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.page.click('[data-pane="record"]')
        seen.wait(".record")

        assert seen.text("#told h2") == "What Minister does not see"
        assert seen.page.locator(".record > .field s", has_text="why_now").count() == 1
        assert seen.page.locator(".record summary s").all_inner_texts()[0] == "cleared_by"


def test_zoom_and_place_survive_a_reload(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.page.select_option("#zoom", "150")
        seen.wait("body.zoomed")
        seen.page.wait_for_url("**zoom=150**")
        seen.page.locator(".scroller").evaluate("one => { one.scrollTop = 600 }")
        seen.page.reload()
        seen.wait("body.zoomed")

        assert seen.page.locator(".sheet").first.evaluate("one => one.clientWidth") == 1191
        assert seen.page.locator(".scroller").evaluate("one => one.scrollTop") == 600


def test_thumbnails_lead_to_their_pages(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open()
        seen.page.locator(".thumbnails a").last.click()
        seen.page.wait_for_timeout(300)

        assert seen.page.locator(".scroller").evaluate("one => one.scrollTop") > 500
        assert seen.text('.thumbnails [aria-current="true"]') == "Page 2"


def test_files_are_taken_away_and_rich_text_copied(browser: Browser, own: Preview) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    with looking(browser, own, permissions=rights) as seen:
        seen.open()
        names = []
        for label in ("PDF", "Word", "HTML", "Text", "Markdown", "Mail draft, addressed to nobody"):
            seen.page.click("#take summary")
            with seen.page.expect_download() as loading:
                seen.page.click(f"#take a:has-text('{label}')")
            names.append(loading.value.suggested_filename)
        seen.page.keyboard.press("c")
        seen.page.wait_for_timeout(1000)
        copied = seen.page.evaluate(
            "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(one => one.text())"
        )

    stem = "2025-03-12-ukr-demands-minister"
    assert names == [f"{stem}.{kind}" for kind in ("pdf", "docx", "html", "txt", "md", "eml")]
    assert "<h2" in copied
    assert "Ukraine is to commit itself formally to neutrality." in copied
    assert "<svg" not in copied


def test_an_article_is_dropped_its_draft_saved_and_its_memo_shown(browser: Browser, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    article = desk(tmp_path / "other", "fish-duty") / "articles/fish-duty/article.txt"
    with previewing(empty) as running, looking(browser, running) as seen:
        seen.open()
        assert seen.text("h2") == "Begin with an article"
        _drop(seen, article)
        seen.wait("#saving")
        assert seen.count(".draft .review") > 3
        seen.page.fill("#path", "../out.yaml")
        seen.page.keyboard.press("Enter")
        seen.wait("#refusals p")
        assert seen.text("#refusals") == "../out.yaml leads out of the project (give a path from the project’s folder)"
        assert any(one.startswith("409 ") for one in seen.wrong)
        seen.wrong.clear()

        seen.page.fill("#path", "articles/talks.yaml")
        seen.page.click("#saving button")
        seen.wait(".column")

        assert seen.page.locator("#article option:checked").inner_text().endswith("(talks.yaml)")
        assert sorted(path.name for path in (empty / "articles").iterdir()) == ["talks.source.txt", "talks.yaml"]


def _drop(seen: Seen, file: Path) -> None:
    """Drop a file on the page as a browser does."""
    carried = seen.page.evaluate_handle(
        "([name, text]) => { const all = new DataTransfer(); all.items.add(new File([text], name)); return all }",
        [file.name, file.read_text(encoding="utf-8")],
    )
    seen.page.dispatch_event("#drop", "dragover", {"dataTransfer": carried})
    seen.page.dispatch_event("#drop", "drop", {"dataTransfer": carried})


def test_where_there_is_no_article_the_sample_can_be_looked_at(browser: Browser, tmp_path: Path) -> None:
    with previewing(tmp_path) as running, looking(browser, running) as seen:
        seen.open()
        seen.page.click("text=Look at the built-in sample")
        seen.wait(".sheet")

        assert seen.page.locator("#article option").count() == 1


def test_the_word_file_is_shown_as_libreoffice_lays_it_out(browser: Browser, own: Preview) -> None:
    with looking(browser, own) as seen:
        seen.open("?look=docx")
        seen.page.wait_for_selector(".sheet", timeout=60_000)

        assert seen.count(".sheet") == 2
        assert seen.count(".marks [data-sentence]") > 30


VIEWS = {
    "pdf": "",
    "sources": "?pane=sources",
    "what is not seen": "?pane=record",
    "side by side": "?beside=press",
    "html": "?look=html",
    "text": "?look=txt",
    "markdown": "?look=md",
    "a first article": "new",
}


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1360), ("dark", 1360), ("light", 320)], ids=["day", "night", "phone"]
)
def test_axe_core_finds_nothing(scheme: str, width: int, browser: Browser, own: Preview, project: Path) -> None:
    _change(project / RECORD, "Ukraine is to commit itself formally to", "Ukraine is to commit itself by 2031 to")
    found, widths = {}, {}
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 850}, "bypass_csp": True}
    with looking(browser, own, **how) as seen:
        for name, path in VIEWS.items():
            seen.open(path)
            seen.page.wait_for_timeout(300)
            found[name] = _judged(seen)
            widths[name] = seen.page.evaluate("document.documentElement.scrollWidth")
        seen.open()
        seen.page.click("[data-finding]")
        seen.wait(".finding.open")
        found["a finding"] = _judged(seen)
        seen.page.keyboard.press("?")
        found["keyboard"] = _judged(seen)
        seen.page.keyboard.press("Escape")
        _change(project / RECORD, "kind: negotiation", "kind: negociation")
        seen.wait(".problems")
        found["an error"] = _judged(seen)

    assert {name: findings for name, findings in found.items() if findings} == {}
    assert {name: most for name, most in widths.items() if most > width} == {}


def _judged(seen: Seen) -> list[str]:
    """Run axe-core; the memo in its frame and the memo's pages are judged by tests of their own."""
    seen.page.evaluate(AXE)
    result = seen.page.evaluate(
        "rules => axe.run({exclude: ['iframe', '.marks', '.outdated .pages']}, {runOnly: rules, iframes: false})",
        list(WCAG),
    )
    kinds = ("violations",)
    return [f"{one['id']}: {node['html'][:160]}" for kind in kinds for one in result[kind] for node in one["nodes"]]


def test_all_of_it_can_be_done_by_keyboard(browser: Browser, own: Preview, project: Path) -> None:
    _change(project / RECORD, "Ukraine is to commit itself formally to", "Ukraine is to commit itself by 2031 to")
    with looking(browser, own) as seen:
        seen.open()
        keys = seen.page.keyboard
        keys.press("Tab")
        assert seen.page.evaluate("document.activeElement.textContent") == "To the memo"
        keys.press("n")
        seen.wait(".finding.open")
        keys.press("s")
        seen.wait(".source-text mark")
        keys.press("Escape")
        seen.wait(".sentences")
        seen.page.locator(".sentences a").nth(6).focus()
        keys.press("Enter")
        seen.wait(".asked")
        assert seen.page.evaluate("document.activeElement.closest('#told') !== null")
        keys.press("]")
        seen.wait('.column[data-place*=" partner "]')
        keys.press("4")
        seen.wait("pre.words")
        keys.press("a")
        assert seen.page.evaluate("document.activeElement.id") == "audience"
        seen.page.locator("#theme").focus()
        keys.press("Enter")
        assert seen.page.evaluate("document.documentElement.dataset.theme") == "dark"
        keys.press("?")
        seen.wait("#keys[open]")
        seen.page.uncheck("#keys-on")
        keys.press("Escape")
        keys.press("1")
        seen.page.wait_for_timeout(300)
        assert seen.count("pre.words") == 1, "single keys are off"


def test_a_preview_that_has_ended_says_so(browser: Browser, project: Path) -> None:
    with previewing(project) as running, looking(browser, running) as seen:
        seen.open()
        seen.wait(".sheet")
        running.process.terminate()
        seen.wait("body.ended")

        assert seen.text("#spoken") == "The preview has ended."
        seen.wrong.clear()  # the browser logs that it cannot connect
