"""Ending what goes on for ever."""

import asyncio
from typing import Any, Final

_TOLD_AGAIN_SECONDS: Final = 1.0


async def end_task(task: asyncio.Task[Any]) -> None:
    """Cancel a task and wait until it has ended; raise what it raised.

    It is told again every second: libraries lose a cancellation that comes just with a result, or wait for what they began.
    """
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=_TOLD_AGAIN_SECONDS)
    if not task.cancelled():
        task.result()
