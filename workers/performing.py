"""How one job is performed: decoded, handed to every handler of its event, tried again later, and given up in the end."""

import asyncio
import json
from datetime import timedelta
from typing import Final

import structlog
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job

from server.kit.log import Event, decode
from workers.parts import Handler, NotYet, Parts
from workers.table import HANDLERS

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.worker")

# 1, 2, 4 … seconds, then every half hour: about four hours before a job is set aside as failed, where `engawa doctor` finds it.
LAST_ATTEMPT: Final = 18
_LONGEST: Final = timedelta(minutes=30)


class GivenUp(Exception):
    """A job failed for the last time. The message names the errors' kinds only: their texts may hold addresses of people."""


async def perform(parts: Parts, job: Job) -> None:
    """Run the handlers of the job's event; raise RetryRequested with a delay, or GivenUp when it failed too often."""
    try:
        event = decode(job.entrypoint, json.loads(job.payload or b"{}"))
        failures = await handle(parts, event, f"{job.entrypoint}:{job.id}")
    except asyncio.CancelledError:
        # A cancelled job would be dropped from the queue; it goes back instead, for the next worker.
        raise RetryRequested(timedelta(0), "interrupted") from None
    kinds = ", ".join(type(failure).__name__ for failure in failures)
    waits = [failure.delay for failure in failures if isinstance(failure, NotYet)]
    if waits and len(waits) == len(failures):
        raise RetryRequested(max(waits), kinds)
    if kinds and job.attempts >= LAST_ATTEMPT:
        raise GivenUp(kinds)
    if kinds:
        raise RetryRequested(delay_after(job.attempts), kinds)


async def handle(parts: Parts, event: Event, key: str) -> list[Exception]:
    """Run every handler of the event, in order, and return what failed; one that fails does not keep the others from running."""
    outcomes = [await _attempt(handler, parts, event, key) for handler in HANDLERS[type(event)]]
    return [outcome for outcome in outcomes if outcome is not None]


def delay_after(attempts: int) -> timedelta:
    """Return how long a job waits after it failed with so many attempts behind it."""
    return min(timedelta(seconds=2 ** min(attempts, 16)), _LONGEST)


async def _attempt(handler: Handler, parts: Parts, event: Event, key: str) -> Exception | None:
    try:
        await handler(parts, event, key)
    except NotYet as later:
        return later
    except Exception as error:
        _logger.exception("handler failed", handler=handler.__name__, key=key)
        return error
    return None
