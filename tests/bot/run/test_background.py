"""What runs beside the requests goes on whatever happens to it, and ends with the program."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.run import background


def test_a_job_that_fails_is_started_again(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """One surprise doesn't end a job, and the log names its type without the words in it."""
    monkeypatch.setattr(background, "PAUSE_SECONDS", 0.01)
    begun = asyncio.Event()
    tries: list[int] = []

    async def job() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError("the words of a patient")
        begun.set()

    async def program() -> None:
        async with background.running(job):
            await asyncio.wait_for(begun.wait(), 5)

    with caplog.at_level(logging.ERROR):
        asyncio.run(program())

    assert (len(tries), "ValueError" in caplog.text, "patient" in caplog.text) == (2, True, False)


def test_jobs_end_with_the_block() -> None:
    """When the program stops, a job in the middle of its work is cancelled and waited for."""
    ended: list[str] = []

    async def job() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("cleared up")

    async def program() -> None:
        async with background.running(job, job):
            await asyncio.sleep(0.01)

    asyncio.run(program())

    assert ended == ["cleared up"] * 2
