"""Every page of HTML is accessible by WCAG 2.2 AA in a real browser, by day, by night, in print and on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browser import WCAG, View, chromium, judged, show, window
from support.every_memo import as_they_ship, stored
from support.specimen import SPECIMEN

from briefgen.theme import DEFAULT
from briefgen.writers.html import write

pytestmark = pytest.mark.slow

DAY, NIGHT, PRINT, PHONE = View(), View("dark"), View(medium="print"), View(width=320)
CONTRAST = ("color-contrast",)
"""What changes between views; the other rules look at the same page again."""
PAGE = write(SPECIMEN, DEFAULT).decode()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is spoilt in a page, and how the finding begins that must follow."""

    taken: str
    put: str
    finding: str
    view: View = DAY


FAULTS = {
    "language": Fault('<html lang="en-GB">', "<html>", "violations html-has-lang: <html>"),
    "title": Fault(f"<title>{SPECIMEN.meta.title}</title>", "", 'violations document-title: <html lang="en-GB">'),
    "alternative": Fault('aria-label="Two bands of likelihood."', "", "violations role-img-alt: "),
    "words-of-a-link": Fault(">desk@example.org</a>", "></a>", "violations link-name: "),
    "list": Fault("<dl ", "<div ", "violations dlitem: "),
    "something-from-elsewhere": Fault(
        "<main>", '<main><img src="https://example.org/a.png" alt="">', "https://example"
    ),
    "contrast-by-day": Fault("--text: #1a1a1a", "--text: #8a8a8a", "violations color-contrast: "),
    "contrast-by-night": Fault("--text: #e6e6e6", "--text: #3a3a3a", "violations color-contrast: ", NIGHT),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return stored(as_they_ship(), "html", tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize(
    ("view", "rules"),
    [
        pytest.param(DAY, WCAG, id="by day"),
        pytest.param(NIGHT, CONTRAST, id="by night"),
        pytest.param(PRINT, CONTRAST, id="in print"),
    ],
)
def test_axe_core_finds_nothing_and_nothing_is_asked_for(
    view: View, rules: tuple[str, ...], browser: Browser, pages: list[Path]
) -> None:
    with window(browser, view) as page:
        found = {file.stem: [*show(page, file), *judged(page, rules)] for file in pages}

    assert {name: findings for name, findings in found.items() if findings} == {}


def test_a_phone_scrolls_in_one_direction_only(browser: Browser, pages: list[Path]) -> None:
    widths = {}
    with window(browser, PHONE) as page:
        for file in pages:
            show(page, file)
            widths[file.stem] = page.evaluate("document.documentElement.scrollWidth")

    assert {name: width for name, width in widths.items() if width > PHONE.width} == {}, "WCAG 2.2, 1.4.10"


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_what_is_spoilt_is_found(fault: Fault, browser: Browser, tmp_path: Path) -> None:
    assert fault.taken in PAGE
    file = tmp_path / "memo.html"
    file.write_text(PAGE.replace(fault.taken, fault.put), encoding="utf-8")

    with window(browser, fault.view) as page:
        asked = show(page, file)
        found = judged(page, WCAG)

    assert any(one.startswith(fault.finding) for one in (*asked, *found)), (asked, found)
