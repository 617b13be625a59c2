"""The addresses of the page, and what each answers with."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import field
from datetime import UTC, datetime
from functools import cache
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from briefgen import resources
from briefgen.errors import BriefgenError
from briefgen.preview import html
from briefgen.preview.drafts_page import DraftsPage
from briefgen.preview.guard import MEMO_POLICY, Guard
from briefgen.preview.judging import explanation, verdicts
from briefgen.preview.session import ZOOMS, Look, address
from briefgen.preview.showing import LOOKS
from briefgen.preview.studio import File, Studio, layout_of
from briefgen.preview.watching import Watch
from briefgen.preview.worker import StaleError, Worker
from briefgen.values import dataclass
from briefgen.writers import WRITERS

_NOT_NOW = 409
"""What stands in the way is for somebody to mend."""
_NOBODY_WAITS = 499
"""What nginx notes for a client that has hung up; nobody gets to see it."""
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".ttf": "font/ttf"}


@dataclass(frozen=True, slots=True)
class Page:
    """Answers every request for the page itself."""

    studio: Studio
    form_key: str
    watch: Watch
    worker: Worker = field(default_factory=Worker)

    async def front(self, request: Request) -> Response:
        """Show a memo, or ask for an article where there is none."""
        asked = dict(request.query_params)
        if asked.get("sample"):
            self.studio.bench.has_sample = True
            return RedirectResponse("./", 303)
        if not self.studio.bench.has_articles():
            return RedirectResponse("new", 303)
        try:
            shown = await self.worker.do(request, self.studio.show, asked)
        except BriefgenError as error:
            return HTMLResponse(html.page("broken", notices=error.notices, form_key=self.form_key), _NOT_NOW)
        return HTMLResponse(html.page("memo", shown=shown, looks=LOOKS, zooms=ZOOMS, form_key=self.form_key))

    async def picture(self, request: Request) -> Response:
        """Give a page as a picture, by its key and the pixels it is to have."""
        key, _, scale = request.path_params["name"].partition("@")
        try:
            data = await self.worker.do(request, self.studio.album.picture, key, float(scale))
        except ValueError:
            data = None
        return Response(data, media_type="image/png") if data else PlainTextResponse("no such page\n", 404)

    async def memo(self, request: Request) -> Response:
        """Give the memo as HTML, for its frame."""
        memo = await self.worker.do(request, self.studio.memo, dict(request.query_params), "html")
        return HTMLResponse(memo.pieces["html"].data, headers={"Content-Security-Policy": MEMO_POLICY})

    async def file(self, request: Request) -> Response:
        """Give a file to take away."""
        kind = request.path_params["kind"]
        if kind not in WRITERS:
            return PlainTextResponse("no such format\n", 404)
        return _download(await self.worker.do(request, self.studio.file, dict(request.query_params), kind))

    async def mail(self, request: Request) -> Response:
        """Give the draft of a message."""
        now = datetime.now(UTC)
        return _download(await self.worker.do(request, self.studio.mail, dict(request.query_params), now))

    async def sentence(self, request: Request) -> Response:
        """Say where on the page a click on some words leads."""
        asked = dict(request.query_params)
        key = await self.worker.do(request, self.studio.found, asked, asked.get("words", ""))
        choice, _ = self.studio.choose(asked)
        return JSONResponse({"go": address(choice, at=key, finding="", pane="sources") if key else ""})

    async def word(self, request: Request) -> Response:
        """Lay out the Word files on the page; it is loaded again when that is done."""
        for data in await self.worker.do(request, self.studio.word_to_lay_out, dict(request.query_params)):
            layout = await asyncio.to_thread(layout_of, data)
            await self.worker.do(request, self.studio.keep_layout, data, layout)
        return Response(status_code=204)

    async def verdicts(self, request: Request) -> Response:
        """Tell what the standards' checkers say of the file that is shown."""
        kind: Look = "docx" if request.query_params.get("look") == "docx" else "pdf"
        file = await self.worker.do(request, self.studio.file, dict(request.query_params), kind)
        told = await asyncio.to_thread(verdicts, kind, file.data)
        return HTMLResponse(html.page("verdicts", verdicts=told, look=LOOKS[kind]))

    async def rule(self, request: Request) -> Response:
        """Explain a check."""
        text = explanation(request.path_params["code"])
        return PlainTextResponse(text) if text else PlainTextResponse("no such check\n", 404)

    async def events(self, _: Request) -> Response:
        """Tell of changes for as long as somebody listens."""
        return StreamingResponse(self.watch.events(), media_type="text/event-stream")

    async def static(self, request: Request) -> Response:
        """Give a file of the page itself."""
        found = static_files().get(request.path_params["name"])
        return Response(found[0], media_type=found[1]) if found else PlainTextResponse("no such file\n", 404)

    def routes(self) -> list[Route]:
        """List the addresses below the token."""
        return [
            Route("/", self.front),
            Route("/image/{name}.png", self.picture),
            Route("/memo.html", self.memo),
            Route("/file/{kind}", self.file),
            Route("/mail.eml", self.mail),
            Route("/sentence", self.sentence),
            Route("/word", self.word),
            Route("/verdicts", self.verdicts),
            Route("/rule/{code}", self.rule),
            Route("/events", self.events),
            Route("/static/{name}", self.static),
        ]


def application(studio: Studio, watch: Watch, *, token: str, form_key: str, port: int) -> ASGIApp:
    """Put all of the page behind its guard."""
    shown = Page(studio, form_key, watch)
    drafts = DraftsPage(studio, form_key, shown.worker)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch.run())
        yield
        await watch.end()
        await watching

    app = Starlette(
        routes=[Mount(f"/{token}", routes=[*shown.routes(), *drafts.routes()])],
        lifespan=life,
        exception_handlers={BriefgenError: _told, StaleError: _dropped},
    )
    return Guard(app, token, form_key, port)


@cache
def static_files() -> dict[str, tuple[bytes, str]]:
    """Read all that the page loads, by name: nothing else can be asked for."""
    files = {path.name: path for path in sorted((html.FOLDER / "static").iterdir()) if path.suffix in _TYPES}
    folder = resources.package_folder("fontpkg_source_sans_3")
    if folder:
        files |= {"source-sans-3.ttf": folder / "files/SourceSans3[wght].ttf"}
    return {name: (path.read_bytes(), _TYPES[path.suffix]) for name, path in files.items()}


def _download(file: File) -> Response:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    return Response(file.data, media_type=file.media_type, headers=headers)


async def _told(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", _NOT_NOW)


async def _dropped(_: Request, __: Exception) -> Response:
    return Response(status_code=_NOBODY_WAITS)
