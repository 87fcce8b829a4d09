"""Working off what is due, then ending: for the command line and the tests, through the same handlers."""

from datetime import timedelta
from typing import Final
from uuid import uuid4

from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job
from pgqueuer.ports.repository import EntrypointExecutionParameter
from pgqueuer.queries import Queries
from pgqueuer.types import QueueEntrypoint, QueueManagerId

from server.kit.jobs import queue
from workers.parts import Parts
from workers.performing import GivenUp, perform
from workers.table import HANDLERS

_STALE: Final = timedelta(seconds=30)


async def drain(parts: Parts) -> int:
    """Perform every job that is due, one after the other, until none is; return how many ended. Those to be tried again wait."""
    ended = 0
    async with queue(parts.db.engine.url.render_as_string(hide_password=False)) as queries:
        while jobs := await _take(queries):
            for job in jobs:
                ended += await _end(parts, queries, job)
    return ended


async def _take(queries: Queries) -> list[Job]:
    everything = {QueueEntrypoint(kind.__name__): EntrypointExecutionParameter(concurrency_limit=0) for kind in HANDLERS}
    return await queries.dequeue(20, everything, QueueManagerId(uuid4()), None, _STALE)


async def _end(parts: Parts, queries: Queries, job: Job) -> bool:
    try:
        await perform(parts, job)
    except RetryRequested as retry:
        await queries.retry_job(job, retry.delay, None)
        return False
    except GivenUp:
        await queries.log_jobs([(job, "failed", None)])
        return False
    await queries.log_jobs([(job, "successful", None)])
    return True
