"""Where a word or an id still stands: in every column of every table, and in the files in which PostgreSQL keeps them."""

import asyncio
from pathlib import Path

import asyncpg
from sqlalchemy import text

from server.kit.db import Database

_SNAPSHOTS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL)
"""


async def tables_with(database: Database, *words: str) -> dict[str, int]:
    """Return in how many rows of each table one of the words stands, whatever the column; tables without any are left out."""
    async with database.read() as session:
        names = (await session.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))).all()
        found: dict[str, int] = {}
        for name in names:
            # Bytes are shown in hexadecimal, in which no word could be read.
            spelled = [*words, *(word.encode().hex() for word in words)]
            rows = text(f'SELECT count(*) FROM "{name}" AS row WHERE row::text ILIKE ANY(:words)')  # noqa: S608
            count = (await session.scalars(rows, {"words": [f"%{word}%" for word in spelled]})).one()
            if count:
                found[name] = count
        return found


async def rewrite(database: Database) -> None:
    """VACUUM FULL everything, statistics too, and have it written to the files.

    What an older snapshot could still see is kept; such a one is held for a moment by PostgreSQL's own gathering of statistics, which
    may begin just when nobody held one: so it is done twice.
    """
    connection = await asyncpg.connect(database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        for _ in range(2):
            await _until_nobody_looks(connection)
            await connection.execute("VACUUM (FULL, ANALYZE)")
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()


async def _until_nobody_looks(connection: asyncpg.Connection) -> None:
    """Wait for the end of every snapshot of the database, half a minute at most."""
    for _ in range(300):
        if await connection.fetchval(_SNAPSHOTS) == 0:
            break
        await asyncio.sleep(0.1)


async def files_with(database: Database, *needles: bytes) -> list[str] | None:
    """Return the files of the database that hold one of the needles; None where its server's directory is out of reach."""
    async with database.read() as session:
        directory = Path((await session.scalars(text("SHOW data_directory"))).one())
        number = (await session.scalars(text("SELECT oid FROM pg_database WHERE datname = current_database()"))).one()
    folder = directory / "base" / str(number)
    if not folder.is_dir():
        return None
    return [path.name for path in sorted(folder.iterdir()) if any(needle in _content(path) for needle in needles)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        # PostgreSQL removes and rewrites its own list of catalogs (pg_internal.init) at any time.
        return b""
