"""Whether anything was written: every row of every table, the log and the queue of jobs among them."""

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager

from sqlalchemy import text

from server.kit.db import Database


async def ledger(database: Database) -> dict[str, str]:
    """Return a digest of each table's rows, all as they are at one moment."""
    async with database.read() as session:
        names = await session.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
        digests = (
            f"SELECT '{name}', md5(coalesce(string_agg(row::text, ' ' ORDER BY row::text), '')) FROM \"{name}\" AS row"  # noqa: S608
            for name in names
        )
        rows = (await session.execute(text(" UNION ALL ".join(digests)))).all()
        return {row[0]: row[1] for row in rows}


@asynccontextmanager
async def unchanged(database: Database, *, but: Iterable[str] = ()) -> AsyncGenerator[None]:
    """Assert that what happens inside leaves no trace, except in the tables named by `but`: for refusals."""
    before = await ledger(database)
    assert "event" in before
    assert "pgqueuer" in before
    yield
    after = await ledger(database)
    touched = {name for name in after if after[name] != before[name]} - set(but)
    assert touched == set(), touched
