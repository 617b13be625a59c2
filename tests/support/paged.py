"""Look at the preview in Chromium, as people do, and note what goes wrong there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page
from support.previewing import Preview

WRONG = 400
"""The status from which on an answer says that something is wrong."""
SOON = 15_000
"""Milliseconds within which a page on a busy machine shows what it should."""


@dataclass(slots=True)
class Seen:
    """A window of the browser, and what should never be seen there."""

    page: Page
    preview: Preview
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str, *, but: bool = False) -> None:
        """Note what should not be, unless it should."""
        if not but:
            self.wrong.append(what)

    def open(self, path: str = "") -> None:
        """Open the preview, or a part of it."""
        self.page.goto(f"{self.preview.address}{path}")

    def text(self, selector: str) -> str:
        """Give the words of what there is one of, with single spaces."""
        return " ".join(self.page.locator(selector).inner_text().split())

    def count(self, selector: str) -> int:
        """Count what a selector finds."""
        return self.page.locator(selector).count()

    def wait(self, selector: str, *, gone: bool = False) -> None:
        """Wait until something is there, or gone."""
        self.page.wait_for_selector(selector, state="detached" if gone else "attached", timeout=SOON)


@contextmanager
def looking(browser: Browser, preview: Preview, **how: Any) -> Iterator[Seen]:
    """Open a window; whatever is logged, fails, or is asked for elsewhere makes the test fail."""
    settings: dict[str, Any] = {"viewport": {"width": 1360, "height": 850}, "accept_downloads": True} | how
    with browser.new_context(**settings) as context:
        page = context.new_page()
        page.set_default_timeout(SOON)
        seen, own = Seen(page, preview), (preview.address, "blob:")
        page.on("console", lambda message: seen.note(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.note(str(error)))
        page.on("response", lambda answer: seen.note(f"{answer.status} {answer.url}", but=answer.status < WRONG))
        page.on("request", lambda asked: seen.note(f"asked {asked.url}", but=asked.url.startswith(own)))
        yield seen
    assert seen.wrong == []
