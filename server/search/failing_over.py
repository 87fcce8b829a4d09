"""Two engines as one: Meilisearch answers while it can; PostgreSQL, which keeps every document too, whenever it cannot."""

from collections.abc import AsyncGenerator, AsyncIterable, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.breaker import FIRST_PAUSE, Breaker
from server.kit.paging import BadPage
from server.search import upkeep
from server.search.engine import Document, EngineUnusable, Filled, Found, Health, Query
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.meilisearch.pages import offset_of
from server.search.postgresql.engine import PostgreSQLEngine


class FailingOverEngine:
    """Writes to PostgreSQL and notes what Meilisearch has still to be given; reads from Meilisearch, or at once from PostgreSQL."""

    def __init__(self, first: MeilisearchEngine, second: PostgreSQLEngine, *, first_pause: float = FIRST_PAUSE) -> None:
        """Nothing is asked yet; the first search finds out whether the first engine serves."""
        self.first, self.second = first, second
        self.breaker = Breaker(first.probe, "search.engine", (EngineUnusable,), first_pause=first_pause)

    async def configure(self, session: AsyncSession, indexes: frozenset[str]) -> None:
        """Configure PostgreSQL; whoever catches up configures Meilisearch."""
        await self.second.configure(session, indexes)

    async def upsert(self, session: AsyncSession, documents: Sequence[Document]) -> None:
        """Replace documents, and note that they changed."""
        await self.second.upsert(session, documents)
        await upkeep.note(session, [(document.index, document.id) for document in documents])

    async def fill(self, session: AsyncSession, batches: AsyncIterable[Sequence[Document]], processes: int = 0) -> Filled:
        """Fill PostgreSQL; whoever catches up builds the indexes of Meilisearch from the rows, each from its beginning."""
        filled = set[str]()

        async def seen() -> AsyncGenerator[Sequence[Document]]:
            async for documents in batches:
                filled.update(document.index for document in documents)
                yield documents

        told = await self.second.fill(session, seen(), processes)
        for index in sorted(filled):
            await upkeep.begin_build(session, index, upkeep.FROM_NOTHING)
        return told

    async def delete(self, session: AsyncSession, index: str, ids: Sequence[UUID]) -> None:
        """Forget documents, and note that they changed."""
        await self.second.delete(session, index, ids)
        await upkeep.note(session, [(index, key) for key in ids])

    async def search(self, session: AsyncSession, query: Query) -> Found:
        """Ask the first engine; where it fails, or failed a moment ago, the second. A list goes on with the engine that began it."""
        if query.beside_rows:
            return await self.second.search(session, query)
        try:
            offset = offset_of(query.after)
        except BadPage:
            return await self.second.search(session, query)
        if self.breaker.closed:
            try:
                return await self.first.search(session, query)
            except EngineUnusable as fault:
                self.breaker.failed(fault)
        return await self._instead(session, query, offset)

    async def _instead(self, session: AsyncSession, query: Query, offset: int) -> Found:
        """Answer from PostgreSQL; what a list has shown already is left out by number, since the first engine counts so."""
        if not offset:
            return replace(await self.second.search(session, query), degraded=True)
        found = await self.second.search(session, replace(query, after=None, limit=offset + query.limit))
        return replace(found, hits=found.hits[offset:], degraded=True)

    async def stale(self, session: AsyncSession, index: str, limit: int) -> Sequence[UUID]:
        """Return what another version of the analysis made in PostgreSQL; an index of Meilisearch is then built anew as a whole."""
        return await self.second.stale(session, index, limit)

    async def health(self, session: AsyncSession) -> Health:
        """Say how PostgreSQL is, without which nothing is found; `engawa doctor` looks at both."""
        return await self.second.health(session)

    async def close(self) -> None:
        """Let go of the first engine."""
        await self.breaker.close()
        await self.first.close()
