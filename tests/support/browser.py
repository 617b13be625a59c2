"""Open pages in Chromium, which has nothing but the page itself, and ask axe-core about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright
from support.system_packages import program

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of axe-core for WCAG 2.2 AA, and those that go further."""
_SHEET = "body { padding: 1cm !important; }"
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
def opened(browser: Browser, file: Path, view: View, asked: list[str]) -> Iterator[Page]:
    """Open a file without a network; `asked` gathers all addresses that the page wants."""
    with browser.new_context(offline=True, viewport={"width": view.width, "height": 800}) as context:
        page = context.new_page()
        page.emulate_media(media=view.medium, color_scheme=view.scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        if view.medium == "print":
            page.add_style_tag(content=_SHEET)
        yield page


def judged(page: Page, rules: tuple[str, ...]) -> list[str]:
    """Run rules of axe-core: what they found and what they could not decide.

    The words within drawings are left to the tests of figures, for axe-core does not see what is painted behind them.
    """
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run({exclude: ['svg text']}, {runOnly: rules})", list(rules))
    return [
        f"{kind} {finding['id']}: {node['html']}"
        for kind in ("violations", "incomplete")
        for finding in result[kind]
        for node in finding["nodes"]
    ]
