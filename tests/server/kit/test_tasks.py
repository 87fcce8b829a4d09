"""Ending a task that goes on for ever."""

import asyncio
from contextlib import suppress

import pytest

from server.kit import tasks
from server.kit.tasks import end_task


async def test_one_that_goes_on_after_being_cancelled_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "_TOLD_AGAIN_SECONDS", 0.01)
    told = 0

    async def deaf() -> None:
        nonlocal told
        for _ in range(3):
            with suppress(asyncio.CancelledError):
                await asyncio.Event().wait()
            told += 1
        await asyncio.Event().wait()

    task = asyncio.create_task(deaf())
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await end_task(task)
    assert task.cancelled()
    assert told == 3


async def test_what_it_raised_is_raised() -> None:
    async def broken() -> None:
        raise LookupError

    task = asyncio.create_task(broken())
    await asyncio.sleep(0)
    with pytest.raises(LookupError):
        await end_task(task)


async def test_one_that_is_over_stays_so() -> None:
    async def over() -> int:
        return 1

    task = asyncio.create_task(over())
    await task
    await end_task(task)
    assert task.result() == 1
