"""One thing is made at a time, and nothing for a page that has gone."""

import asyncio
import threading

import pytest
from starlette.requests import Request
from starlette.types import Message

from briefgen.preview.worker import StaleError, Worker


def _request(*, gone: bool) -> Request:
    async def receive() -> Message:
        if not gone:
            await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive)


def test_work_is_done_in_one_thread() -> None:
    async def play() -> list[int]:
        worker = Worker()
        return await asyncio.gather(*(worker.do(_request(gone=False), threading.get_ident) for _ in range(3)))

    threads = set(asyncio.run(play()))

    assert len(threads) == 1
    assert threads != {threading.get_ident()}


def test_work_for_a_page_that_has_gone_is_never_begun() -> None:
    done: list[str] = []

    async def play() -> None:
        await Worker().do(_request(gone=True), done.append, "made")

    with pytest.raises(StaleError):
        asyncio.run(play())
    assert done == []


def test_what_goes_wrong_is_raised_where_it_was_asked_for() -> None:
    async def play() -> None:
        await Worker().do(_request(gone=False), int, "no number")

    with pytest.raises(ValueError, match="no number"):
        asyncio.run(play())
