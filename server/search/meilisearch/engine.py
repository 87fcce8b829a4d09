"""The Meilisearch engine: it finds, ranks and counts under the seeker's eyes; PostgreSQL has the last word on each page."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterable, Sequence
from typing import Any, Final
from uuid import UUID

from meilisearch import Client
from meilisearch.models.task import TaskInfo
from sqlalchemy.ext.asyncio import AsyncSession

from server.search.engine import Document, EngineUnusable, Filled, Found, Health, Query, Seeker
from server.search.japanese.analysis import Analyser, default_analyser
from server.search.japanese.words import phrases_of
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.documents import stamp_of, written_document
from server.search.meilisearch.filters import among as in_list
from server.search.meilisearch.indexes import PREFIX, Indexes, building
from server.search.meilisearch.pages import offset_of
from server.search.meilisearch.requests import Asking
from server.search.meilisearch.searching import Search
from server.search.widening import found_by

_AT_ONCE: Final = 1000
# Where nobody waits for the answer.
_PATIENCE_SECONDS: Final = 30.0


class MeilisearchEngine:
    """Keeps documents in one index a kind. `deadline` is how long a search may wait for the server, in seconds."""

    def __init__(
        self, connection: Connection, *, prefix: str = PREFIX, deadline: float = _PATIENCE_SECONDS, analyser: Analyser | None = None
    ) -> None:
        """Use this process's analyser unless another is given."""
        self.connection = connection
        self.indexes = Indexes(connection, prefix)
        self._deadline, self._given = deadline, analyser
        self._searched: set[str] = set()

    def analysing_with(self, analyser: Analyser | None) -> "MeilisearchEngine":
        """Return the same engine, with an analyser of one's own."""
        return MeilisearchEngine(self.connection, prefix=self.indexes.prefix, deadline=self._deadline, analyser=analyser)

    @property
    def _analyser(self) -> Analyser:
        return self._given or default_analyser()

    @property
    def version(self) -> str:
        """Return the stamp of documents that are written now."""
        return stamp_of(self._analyser)

    async def configure(self, session: AsyncSession, indexes: frozenset[str]) -> None:  # noqa: ARG002
        """Make the indexes that are missing, bring settings up to date, and delete indexes of ours that are no more."""
        wanted = {self.indexes.uid(index) for index in indexes}
        present = await self.indexes.present()
        for index in sorted(wanted):
            await self.indexes.prepare(index)
        gone = sorted(present - wanted - {building(each) for each in wanted})
        await self.connection.all_finished(lambda client: [client.delete_index(uid) for uid in gone])

    async def upsert(self, session: AsyncSession, documents: Sequence[Document]) -> None:  # noqa: ARG002
        """Replace documents, index by index, and wait until they can be found."""
        latest = {(document.index, document.id): document for document in documents}
        by_index: defaultdict[str, list[Document]] = defaultdict(list)
        for _, document in sorted(latest.items(), key=lambda item: item[0]):
            by_index[document.index].append(document)
        for index, group in by_index.items():
            await self.put([self.indexes.uid(index)], group)

    async def put(self, uids: Sequence[str], documents: Sequence[Document]) -> None:
        """Replace documents in each of the indexes by these names."""
        for start in range(0, len(documents), _AT_ONCE):
            rows = await asyncio.to_thread(self._written, documents[start : start + _AT_ONCE])
            await self.connection.all_finished(lambda client, rows=rows: [_added(client, uid, rows) for uid in uids])

    def _written(self, documents: Sequence[Document]) -> list[dict[str, Any]]:
        return [written_document(document, self._analyser) for document in documents]

    async def fill(self, session: AsyncSession, batches: AsyncIterable[Sequence[Document]], processes: int = 0) -> Filled:  # noqa: ARG002
        """Bring one batch after the other; the server indexes beside the analysis. An index is emptied by building it anew."""
        count = 0
        async for documents in batches:
            await self.upsert(session, documents)
            count += len(documents)
        return Filled(count)

    async def delete(self, session: AsyncSession, index: str, ids: Sequence[UUID]) -> None:  # noqa: ARG002
        """Forget the documents; what only they had is in no index after that."""
        await self.remove([self.indexes.uid(index)], ids)

    async def remove(self, uids: Sequence[str], ids: Sequence[UUID]) -> None:
        """Forget documents in each of the indexes by these names, of which each must be there."""
        for start in range(0, len(ids), _AT_ONCE):
            gone = in_list("id", sorted(map(str, ids[start : start + _AT_ONCE])))
            await self.connection.all_finished(lambda client, gone=gone: [client.index(uid).delete_documents(filter=gone) for uid in uids])

    async def search(self, session: AsyncSession, query: Query) -> Found:
        """Search, and where nothing has all the words, for what comes nearest. Raise EngineUnusable where the server is no help."""
        offset = offset_of(query.after)
        asking = Asking(self.connection, self.indexes.uid(query.index), query, _until(self._deadline))
        self._searched.add(asking.uid)
        return await found_by(Search(session, asking, offset), phrases_of(query.text, self._analyser))

    async def stale(self, session: AsyncSession, index: str, limit: int) -> Sequence[UUID]:  # noqa: ARG002
        """Return documents whose stamp is not this analyser's."""
        return await self._stale(index, limit)

    async def _stale(self, index: str, limit: int) -> Sequence[UUID]:
        asking = Asking(self.connection, self.indexes.uid(index), Query(index, "", Seeker()), _until(_PATIENCE_SECONDS))
        return await asking.of_another_analysis(self.version, limit)

    async def health(self, session: AsyncSession) -> Health:  # noqa: ARG002
        """Ask the server how many documents it has; what is wrong is said by its kind only."""
        try:
            return await self.indexed()
        except EngineUnusable as fault:
            return Health(ready=False, documents=0, stale=0, problem=f"Meilisearch cannot be used ({fault}).")

    async def indexed(self) -> Health:
        """Return how many documents the server has; raise EngineUnusable where it is no help."""
        uids = sorted(await self.indexes.present())
        old = f"NOT {in_list('analysis', [self.version])}"
        queries = [{"indexUid": uid, "q": "", "limit": 0, **more} for uid in uids for more in ({}, {"filter": old})]
        answer = await self.connection.ask("/multi-search", {"queries": queries}, _until(_PATIENCE_SECONDS))
        try:
            counts = [int(each["estimatedTotalHits"]) for each in answer["results"]]
        except (LookupError, TypeError, ValueError) as error:
            raise EngineUnusable(type(error).__name__) from error
        return Health(ready=True, documents=sum(counts[::2]), stale=sum(counts[1::2]))

    async def fits(self, index: str) -> bool:
        """Tell whether an index is there, with the settings and the documents of this version."""
        if not await self.indexes.has_settings(self.indexes.uid(index)):
            return False
        return not await self._stale(index, 1)

    async def probe(self) -> None:
        """Ask for nothing of every index that was searched; raise EngineUnusable as long as searches would fail."""
        queries = [{"indexUid": uid, "q": "", "limit": 0} for uid in sorted(self._searched)]
        answer = await self.connection.ask("/multi-search", {"queries": queries}, _until(self._deadline))
        if not isinstance(answer, dict) or not isinstance(answer.get("results"), list):  # pyright: ignore[reportUnknownMemberType]
            raise EngineUnusable("no results")

    async def close(self) -> None:
        """Let go of the server."""
        await self.connection.close()


def _until(seconds: float) -> float:
    return asyncio.get_running_loop().time() + seconds


def _added(client: Client, uid: str, rows: list[dict[str, Any]]) -> TaskInfo:
    return client.index(uid).add_documents(rows, "id")
