"""Open pages in Chromium, which has nothing but the page itself, and ask axe-core about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, Request, sync_playwright
from support.system_packages import program

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of axe-core for WCAG 2.2 AA, and those that go further."""
_SHEET = "@media print { body { padding: 1cm !important; } }"
"""Stands for the margins of the sheet, without which the first line touches the edge of the window."""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at."""

    scheme: Literal["light", "dark"] = "light"
    medium: Literal["screen", "print"] = "screen"
    width: int = 1024
    """In CSS pixels."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of the system; without it the test is skipped, and in CI it fails."""
    path = program("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])  # root has no sandbox
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, view: View) -> Iterator[Page]:
    """Open a window without a network, in which one file after the other is looked at."""
    with browser.new_context(offline=True, viewport={"width": view.width, "height": 800}) as context:
        page = context.new_page()
        page.emulate_media(media=view.medium, color_scheme=view.scheme)
        yield page


def show(page: Page, file: Path) -> list[str]:
    """Load a file into a window, and give the addresses of all else that it asks for."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(file.as_uri())
    page.remove_listener("request", note)
    return [url for url in asked if url != file.as_uri()]


def judged(page: Page, rules: tuple[str, ...]) -> list[str]:
    """Run rules of axe-core: what they found and what they could not decide.

    The words within drawings are left to the tests of figures, for axe-core does not see what is painted behind them.
    """
    page.add_style_tag(content=_SHEET)
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run({exclude: ['svg text']}, {runOnly: rules})", list(rules))
    return [
        f"{kind} {finding['id']}: {node['html']}"
        for kind in ("violations", "incomplete")
        for finding in result[kind]
        for node in finding["nodes"]
    ]
