"""How revisions are applied: over one asyncpg connection, under a lock, with short timeouts for everybody else's sake."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

# "enga" in bytes: several processes that start at once migrate one after the other.
_LOCK = 0x656E6761


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def head() -> str:
    """Return the newest revision that this release knows."""
    found = ScriptDirectory.from_config(_config()).get_current_head()
    if found is None:
        raise RuntimeError("no revision")
    return found


async def current(url: str) -> str | None:
    """Return the revision of the database at a SQLAlchemy URL, or None for an empty one."""
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(lambda plain: MigrationContext.configure(plain).get_current_revision())
    finally:
        await engine.dispose()


async def migrate(url: str) -> None:
    """Bring the database at a SQLAlchemy URL to the newest revision; nothing happens when it is there."""
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
            await connection.execute(text("SET lock_timeout = '4s'"))
            await connection.execute(text("SET statement_timeout = '60s'"))
            await connection.commit()
            await connection.run_sync(_upgrade)
            await connection.commit()
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
