"""How a worker lives: it listens, takes jobs a few at a time, outlives a database that goes away, and stops cleanly."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Final

import structlog
from pgqueuer.models import Job
from pgqueuer.qm import QueueManager
from pgqueuer.queries import Queries

from server.kit.jobs import queue
from server.kit.tasks import end_task
from workers.catching_up import keep_up
from workers.parts import Parts
from workers.performing import perform
from workers.schedule import keep_house
from workers.table import HANDLERS

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.worker")
_AT_ONCE: Final = 8
# Jobs are heard of at once; those that wait for their time, or that a dead worker left, are looked for this often.
_LOOK_EVERY: Final = timedelta(seconds=15)
_GRACE_SECONDS: Final = 25
_LONGEST_PAUSE_SECONDS: Final = 30


@asynccontextmanager
async def running_worker(parts: Parts, url: str) -> AsyncGenerator[None]:
    """Work in the background of the block, on connections of its own; leaving it waits for the jobs under way."""
    stop = asyncio.Event()
    task = asyncio.create_task(work(parts, url, stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait({task}, timeout=_GRACE_SECONDS)
        # What is cancelled while it takes jobs begins to wait for those under way, and has to be told again.
        await end_task(task)


async def work(parts: Parts, url: str, stop: asyncio.Event) -> None:
    """Work until `stop` is set: jobs as they come, the house-keeping once an hour, and Meilisearch kept up."""
    # Gathered, for a task group tells those in it only once that it was cancelled.
    lasting = [_lasting("jobs", partial(_take_jobs, parts, url, stop), stop)]
    lasting += [_lasting("house-keeping", partial(keep_house, parts, stop), stop)]
    lasting += [_lasting("search", partial(keep_up, parts, stop), stop)]
    await asyncio.gather(*lasting)


async def _take_jobs(parts: Parts, url: str, stop: asyncio.Event) -> None:
    lost = asyncio.Event()
    async with queue(url, lost) as queries:
        manager = manager_of(parts, queries)
        # pgqueuer itself would notice a lost connection only with its next look at the queue.
        endings = [asyncio.create_task(event.wait()) for event in (stop, lost)]
        for ending in endings:
            ending.add_done_callback(lambda _: manager.shutdown.set())
        try:
            await manager.run(
                dequeue_timeout=_LOOK_EVERY, batch_size=_AT_ONCE // 2, max_concurrent_tasks=_AT_ONCE, shutdown_on_listener_failure=True
            )
        finally:
            for ending in endings:
                ending.cancel()


def manager_of(parts: Parts, queries: Queries) -> QueueManager:
    """Return pgqueuer's manager with one entry point for each type of event; a job given up is held, not deleted."""
    manager = QueueManager(queries)

    async def take(job: Job) -> None:
        await perform(parts, job)

    for kind in HANDLERS:
        manager.entrypoint(kind.__name__, accepts_context=False, on_failure="hold")(take)
    return manager


async def _lasting(name: str, live: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
    """Keep something alive: when it breaks (a database restarts), begin again after a growing pause."""
    pause = 1.0
    while not stop.is_set():
        began = asyncio.get_running_loop().time()
        try:
            await live()
        except Exception:
            _logger.exception("interrupted", what=name)
        if asyncio.get_running_loop().time() - began > timedelta(minutes=1).total_seconds():
            pause = 1.0
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await stop.wait()
        pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)
