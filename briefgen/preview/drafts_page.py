"""The first page where there is no article: one is dropped here, drafted, looked at and saved into the project."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from briefgen import files
from briefgen.draft.reading import MOST_BYTES
from briefgen.errors import BriefgenError
from briefgen.notices import Notice
from briefgen.preview import html
from briefgen.preview.drafting import Draft, draft, save
from briefgen.preview.session import key_of
from briefgen.preview.studio import Studio
from briefgen.preview.worker import Worker
from briefgen.values import dataclass

_LONGEST_NAME = 1_000
"""Bytes of the form with which a draft is saved."""


class TooLargeError(Exception):
    """More was sent than is taken."""


@dataclass(frozen=True, slots=True)
class DraftsPage:
    """Answers what has to do with drafts."""

    studio: Studio
    form_key: str
    worker: Worker

    async def new(self, request: Request) -> Response:
        """Ask for an article, or show the draft that was made from it."""
        made = self.studio.drafts.get(request.query_params.get("draft", ""))
        project = self.studio.bench.project()
        return HTMLResponse(
            html.page(
                "new",
                form_key=self.form_key,
                draft=made,
                yaml=made.written(made.stored(Path(made.usual_place())).name) if made else "",
                folder=files.shown(project.folder) if project.file else "",
                has_articles=self.studio.bench.has_articles(),
            )
        )

    async def draft(self, request: Request) -> Response:
        """Draft the article that was sent."""
        name = Path(request.query_params.get("name", "")).name[:200] or "article"
        try:
            data = await _body(request, MOST_BYTES)
            today = datetime.now(UTC).date()
            made = await self.worker.do(request, draft, data, name, today)
        except TooLargeError:
            return _refused(f"{name}: larger than the {MOST_BYTES:,} bytes that an article may have", status=413)
        except BriefgenError as error:
            return _refused(*error.notices)
        self.studio.keep_draft(made)
        return JSONResponse({"go": f"new?draft={made.key}"})

    async def save(self, request: Request) -> Response:
        """Save a draft where somebody wants it."""
        made: Draft | None = self.studio.drafts.get(request.query_params.get("draft", ""))
        if made is None:
            return _refused("this draft is gone: drop the article again", status=404)
        try:
            asked = parse_qs((await _body(request, _LONGEST_NAME)).decode("utf-8", "replace"))
            record = await self.worker.do(request, save, made, asked.get("path", [""])[0], self.studio.bench.project())
        except TooLargeError:
            return _refused("the name is too long", status=413)
        except BriefgenError as error:
            return _refused(*error.notices)
        bench = self.studio.bench
        bench.saved.append(record)
        del self.studio.drafts[made.key]
        return JSONResponse({"go": f"./?article={key_of(str(record.resolve()))}", "saved": files.shown(record)})

    def routes(self) -> list[Route]:
        """List the addresses below the token."""
        return [
            Route("/new", self.new),
            Route("/draft", self.draft, methods=["POST"]),
            Route("/save", self.save, methods=["POST"]),
        ]


async def _body(request: Request, most: int) -> bytes:
    """Read what was sent, and no more than is taken."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise TooLargeError
    return bytes(data)


def _refused(*told: Notice | str, status: int = 409) -> Response:
    said = [one if isinstance(one, str) else one.message + (f" ({one.hint})" if one.hint else "") for one in told]
    return JSONResponse({"refused": said}, status)
