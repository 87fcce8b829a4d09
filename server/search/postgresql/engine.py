"""The PostgreSQL engine: how documents are kept, and where a search begins."""

import asyncio
import gc
from collections import defaultdict
from collections.abc import AsyncIterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from uuid import UUID

from sqlalchemy import ARRAY, Text, Uuid, bindparam, delete, func, select, text, true
from sqlalchemy.ext.asyncio import AsyncSession

from server.search.engine import Document, Filled, Found, Health, Query
from server.search.japanese.analysis import Analyser, default_analyser
from server.search.japanese.words import phrases_of
from server.search.postgresql import filling, vocabulary
from server.search.postgresql.model import SearchDocument, SearchWord
from server.search.postgresql.places import place_of
from server.search.postgresql.rows import Prepared, prepare
from server.search.postgresql.searching import Search
from server.search.widening import found_by

_ROWS = 500
# With values known, PostgreSQL expects words of few documents in many of them; and either way it hopes to meet enough of them
# soon, and reads every document instead of the index.
_PLANNED = select(func.set_config("plan_cache_mode", "force_generic_plan", true()), func.set_config("enable_seqscan", "off", true()))

# PostgreSQL reads the vectors from text, since no driver writes arrays of them.
_UPSERT = text("""
    INSERT INTO search_documents (index, id, owner, listed, hidden_from, facets, tokens, field_names, field_tokens, analysis)
    VALUES (:index, :id, :owner, :listed, :hidden_from, :facets, CAST(:tokens AS tsvector), :field_names,
        CAST(:field_tokens AS tsvector[]), :analysis)
    ON CONFLICT (index, id) DO UPDATE SET (owner, listed, hidden_from, facets, tokens, field_names, field_tokens, analysis)
        = (EXCLUDED.owner, EXCLUDED.listed, EXCLUDED.hidden_from, EXCLUDED.facets, EXCLUDED.tokens, EXCLUDED.field_names,
            EXCLUDED.field_tokens, EXCLUDED.analysis)
""").bindparams(
    bindparam("id", type_=Uuid()),
    bindparam("owner", type_=Uuid()),
    bindparam("hidden_from", type_=ARRAY(Uuid())),
    *(bindparam(name, type_=Text()) for name in ("index", "tokens", "analysis")),
    *(bindparam(name, type_=ARRAY(Text())) for name in ("listed", "facets", "field_names", "field_tokens")),
)


class PostgreSQLEngine:
    """Keeps documents beside the rows that they speak of, and searches in the caller's session."""

    def __init__(self, analyser: Analyser | None = None) -> None:
        """Use this process's analyser unless another is given."""
        self._given = analyser

    @property
    def _analyser(self) -> Analyser:
        return self._given or default_analyser()

    async def configure(self, session: AsyncSession, indexes: frozenset[str]) -> None:
        """Forget the documents of indexes that are no more; the tables themselves come from the migrations."""
        await session.execute(delete(SearchDocument).where(SearchDocument.index.not_in(indexes)))
        await session.execute(delete(SearchWord).where(SearchWord.index.not_in(indexes)))

    async def upsert(self, session: AsyncSession, documents: Sequence[Document]) -> None:
        """Replace documents, index by index; the analysis runs beside the event loop."""
        # Of one thing given twice the last counts, and rows are always locked in the same order.
        latest = {(document.index, document.id): document for document in documents}
        by_index: defaultdict[str, list[Document]] = defaultdict(list)
        for _, document in sorted(latest.items(), key=lambda item: item[0]):
            by_index[document.index].append(document)
        for index, group in by_index.items():
            for start in range(0, len(group), _ROWS):
                prepared = await asyncio.to_thread(self._prepare, group[start : start + _ROWS])
                await _write(session, index, prepared)

    async def fill(self, session: AsyncSession, batches: AsyncIterable[Sequence[Document]], processes: int = 0) -> Filled:
        """Copy the documents in beside those that are searched, index them once in the end, and swap."""
        # Forked, a process would inherit the connections of this one. What they make has no cycles.
        executor = ProcessPoolExecutor(processes, get_context("spawn"), gc.disable) if processes else ThreadPoolExecutor(1)
        with executor:
            return await filling.fill(session, batches, executor, 2 * max(1, processes))

    def _prepare(self, documents: Sequence[Document]) -> list[Prepared]:
        return [prepare(document, self._analyser) for document in documents]

    async def delete(self, session: AsyncSession, index: str, ids: Sequence[UUID]) -> None:
        """Forget the documents, and the words that only they had."""
        words = await vocabulary.words_of(session, index, ids)
        await session.execute(delete(SearchDocument).where(SearchDocument.index == index, SearchDocument.id.in_(ids)))
        await vocabulary.forget(session, words)

    async def search(self, session: AsyncSession, query: Query) -> Found:
        """Search for all words; where that finds little or nothing, as widening.py says."""
        place = place_of(query.after)
        await session.execute(_PLANNED)
        search = Search(session, query, place)
        return await found_by(search, phrases_of(query.text, self._analyser))

    async def stale(self, session: AsyncSession, index: str, limit: int) -> Sequence[UUID]:
        """Return documents whose stamp is not this analyser's."""
        statement = select(SearchDocument.id).where(SearchDocument.index == index, SearchDocument.analysis != self._analyser.version)
        return (await session.execute(statement.order_by(SearchDocument.id).limit(limit))).scalars().all()

    async def health(self, session: AsyncSession) -> Health:
        """Count, and check that trigrams exist and know Japanese letters (they do not under LC_CTYPE=C)."""
        stale = func.count().filter(SearchDocument.analysis != self._analyser.version)
        documents, waiting = (await session.execute(select(func.count(), stale).select_from(SearchDocument))).one()
        problem = await _problem(session)
        return Health(ready=problem is None, documents=documents, stale=waiting, problem=problem)


async def _write(session: AsyncSession, index: str, prepared: Sequence[Prepared]) -> None:
    before = await vocabulary.words_of(session, index, [each.document["id"] for each in prepared])
    await session.execute(_UPSERT, [each.document for each in prepared])
    words = {word for each in prepared for word in each.words}
    await vocabulary.learn(session, words - before)
    await vocabulary.forget(session, before - words)


async def _problem(session: AsyncSession) -> str | None:
    if (await session.execute(select(func.to_regproc("show_trgm")))).scalar_one() is None:
        return "The database has no extension pg_trgm."
    if not (await session.execute(select(func.cardinality(func.show_trgm("東京都"))))).scalar_one():
        return "pg_trgm knows no Japanese letters here: the database's LC_CTYPE must be a UTF-8 one."
    return None
