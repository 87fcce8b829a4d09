"""Databases for tests: one migrated template a process, cloned for every test that commits."""

import os
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from uuid import uuid4

import asyncpg
from sqlalchemy import text

from server.companies.commands import seed_companies
from server.embedded import throwaway
from server.groups.commands import seed_groups
from server.kit.db import Database
from server.kit.log import flush
from server.kit.log.partitions import tend_log
from server.migrations import migrate


@contextmanager
def postgres() -> Generator[str]:
    """Yield the SQLAlchemy URL of a server where databases may be made: DATABASE_URL's, else an embedded one of our own."""
    given = os.environ.get("ENGAWA_TEST_DATABASE_URL")
    if given:
        yield "postgresql+asyncpg://" + given.partition("://")[2]
        return
    with throwaway() as embedded:
        yield embedded.url("postgres")


def at(url: str, database: str) -> str:
    """Return the URL of another database on the same server."""
    head, _, query = url.partition("?")
    return f"{head.rpartition('/')[0]}/{database}" + (f"?{query}" if query else "")


async def execute(url: str, statement: str) -> None:
    """Run one statement outside a transaction."""
    connection = await asyncpg.connect(url.replace("postgresql+asyncpg:", "postgresql:", 1))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def make_template(server: str) -> str:
    """Make a migrated database with the facts (companies and groups) in it; return its name."""
    name = f"engawa_template_{uuid4().hex[:12]}"
    await execute(server, f"CREATE DATABASE {name}")
    url = at(server, name)
    await migrate(url)
    db = Database(url, flush=flush)
    await tend_log(db)
    async with db.transaction() as session:
        await seed_groups(session, await seed_companies(session))
    # A test finds only its own events and jobs.
    async with db.transaction() as session:
        await session.execute(text("TRUNCATE pgqueuer, pgqueuer_log, event, stream"))
    await db.close()
    return name


@asynccontextmanager
async def cloned(server: str, template: str) -> AsyncGenerator[str]:
    """Yield the URL of a fresh copy of the template, and drop it in the end."""
    name = f"engawa_test_{uuid4().hex[:12]}"
    # Copying files wants a checkpoint, which costs nothing where nothing is synced: in the throwaway server of our own.
    strategy = "" if os.environ.get("ENGAWA_TEST_DATABASE_URL") else " STRATEGY FILE_COPY"
    await execute(server, f"CREATE DATABASE {name} TEMPLATE {template}{strategy}")
    try:
        yield at(server, name)
    finally:
        await execute(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
