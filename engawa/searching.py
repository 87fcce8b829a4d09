"""The commands `engawa search`: settings given to the search engine, and its indexes built anew."""

import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from asyncpg import PostgresError
from sqlalchemy.exc import SQLAlchemyError

from engawa.parts import House, opened
from engawa.serving import collect_seldom, database
from engawa.telling import Tell, reason_of
from server.accounts.reads import count_accounts
from server.kit.settings import Settings
from server.migrations import current, head
from server.search import upkeep
from server.search.engine import EngineUnusable
from workers.catching_up import build
from workers.indexing import INDEXES, processes_for, reindex_all


class NotSearched(Exception):
    """What stands in the way of a command about search, as one sentence."""


async def configure(settings: Settings, tell: Tell) -> str:
    """Give every index of Meilisearch its settings; return the sentence that says so."""
    async with _housed(settings, tell) as house:
        names = frozenset(index.name for index in INDEXES)
        async with house.db.transaction() as session:
            await house.worker.engine.configure(session, names)
            if house.worker.mirror is None:
                return "PostgreSQL searches; it needs no settings. MEILISEARCH_URL would name another engine."
            await house.worker.mirror.configure(session, names)
    return f"Configured: {', '.join(sorted(names))}."


async def reindex(settings: Settings, tell: Tell, *, anew: bool) -> str:
    """Build every index anew while searches go on; one that was begun and broken off goes on unless `anew`."""
    async with _housed(settings, tell) as house:
        mirror = house.worker.mirror
        if mirror is None:
            return await _in_postgresql(house)
        if anew:
            async with house.db.transaction() as session:
                for index in INDEXES:
                    await upkeep.end_build(session, index.name)
        built = [
            await build(house.worker, mirror, index, lambda name, documents: tell(f"{name}: {documents:,} documents")) for index in INDEXES
        ]
    return f"{sum(built):,} documents were indexed anew in Meilisearch, and are searched from now on."


async def _in_postgresql(house: House) -> str:
    async with house.db.read() as session:
        processes = processes_for(await count_accounts(session))
    # It took a fifth of the time.
    collect_seldom()
    began = time.perf_counter()
    documents = await reindex_all(house.worker, processes)
    return f"{documents:,} documents were indexed anew in PostgreSQL, in {time.perf_counter() - began:.2f} s."


@asynccontextmanager
async def _housed(settings: Settings, tell: Tell) -> AsyncGenerator[House]:
    try:
        async with database(settings, tell) as url:
            if await current(url) != head():
                raise NotSearched("the database is not migrated yet; `engawa serve` does it when it starts.")
            async with opened(settings, url) as house:
                yield house
    except EngineUnusable as fault:
        raise NotSearched(f"MEILISEARCH_URL cannot be used ({fault}); what was done so far is kept.") from fault
    except (SQLAlchemyError, PostgresError, OSError) as error:
        raise NotSearched(f"DATABASE_URL cannot be used ({reason_of(error)}).") from error
