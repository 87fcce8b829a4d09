"""The job queue as workers take from it: pgqueuer over a connection of its own. What fills it stands in kit.log."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import cast

import asyncpg
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries
from sqlalchemy import text

from server.kit.clock import now
from server.kit.db import Session

# What became of a job is kept this long, for whoever looks for a cause.
KEPT = timedelta(days=14)


@asynccontextmanager
async def queue(url: str, lost: asyncio.Event | None = None) -> AsyncGenerator[Queries]:
    """Open the queue of the database at a SQLAlchemy or PostgreSQL URL, over one connection that also listens.

    `lost` is set when that connection ends, however it ends: nobody would be told of jobs any more.
    """
    # asyncpg leaves most of its parameters without types.
    plain = re.sub(r"([?&])ssl=", r"\1sslmode=", url.replace("postgresql+asyncpg:", "postgresql:", 1))
    named = {"application_name": "engawa worker"}
    connection = cast(
        asyncpg.Connection,
        await asyncpg.connect(plain, timeout=10, server_settings=named),  # pyright: ignore[reportUnknownMemberType]
    )
    if lost is not None:
        connection.add_termination_listener(lambda _: lost.set())  # pyright: ignore[reportUnknownMemberType, reportUnknownLambdaType]
    try:
        yield Queries(AsyncpgDriver(connection))
    finally:
        await connection.close(timeout=5)  # pyright: ignore[reportUnknownMemberType]


async def one_at_a_time(session: Session, key: str) -> None:
    """Wait until no other transaction is at work under `key`; later readings of this transaction see what it wrote."""
    await session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": key})


async def forget_finished(session: Session) -> None:
    """Delete what is remembered of jobs that ended long ago; jobs that were given up stay in the queue itself."""
    before = {"before": now() - KEPT}
    await session.execute(text("DELETE FROM pgqueuer_log WHERE created < :before"), before)
    await session.execute(text("DELETE FROM pgqueuer_statistics WHERE created < :before"), before)
