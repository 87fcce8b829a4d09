"""How every process comes to read queries with what stewards say of words: a hint, or a look every few seconds, never a query a search."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.kit.bus import Bus
from server.kit.db import Database
from server.kit.log import SYNONYMS
from server.kit.tasks import end_task
from server.search.japanese.thesaurus import use_shipped
from server.synonyms.reads import keep_up

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.words")
# A change made by another process is known here after so long at most, in seconds.
LOOK_EVERY = 2.0
_GRACE_SECONDS: Final = 5


@asynccontextmanager
async def following_words(db: Database, bus: Bus) -> AsyncGenerator[None]:
    """Read queries with the entries of the database until the block ends, and with the shipped ones from then on."""
    look, stop = asyncio.Event(), asyncio.Event()
    end = bus.listen(SYNONYMS, lambda _stream, _head: look.set())
    async with db.read() as session:
        await keep_up(session)
    follower = asyncio.create_task(_follow(db, look, stop))
    try:
        yield
    finally:
        end()
        stop.set()
        look.set()
        # What is cut in a thread is put to use there: a look under way is waited for, so that nothing comes after the end.
        await asyncio.wait({follower}, timeout=_GRACE_SECONDS)
        await end_task(follower)
        use_shipped()


async def _follow(db: Database, look: asyncio.Event, stop: asyncio.Event) -> None:
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_EVERY):
                await look.wait()
        if stop.is_set():
            return
        look.clear()
        try:
            async with db.read() as session:
                await keep_up(session)
        except (SQLAlchemyError, OSError) as error:
            _LOG.warning("synonyms unreadable", error=type(error).__name__)
