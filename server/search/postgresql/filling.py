"""How the empty engine is filled: analysed beside the writer, copied in, and indexed once in the end."""

import asyncio
from collections.abc import AsyncIterable, Sequence
from concurrent.futures import Executor
from typing import Final

from sqlalchemy import Connection, Index, func, select, text, true
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.copying import copy_records, copy_rows
from server.search.engine import Document
from server.search.japanese.analysis import default_analyser
from server.search.postgresql.model import SearchDocument, SearchWord
from server.search.postgresql.rows import Prepared, prepare

# Vectors travel as text, since no driver writes them; PostgreSQL reads them on the way from here into their own table.
_STAGED: Final = "search_documents_staged"
_STAGE: Final = """
    CREATE TEMPORARY TABLE search_documents_staged (index text, id uuid, owner uuid, listed text[], hidden_from uuid[],
        facets text[], tokens text, field_names text[], field_tokens text[], analysis text) ON COMMIT DROP
"""
_UNSTAGE: Final = """
    INSERT INTO search_documents (index, id, owner, listed, hidden_from, facets, tokens, field_names, field_tokens, analysis)
    SELECT index, id, owner, listed, hidden_from, facets, CAST(tokens AS tsvector), field_names, CAST(field_tokens AS tsvector[]), analysis
    FROM search_documents_staged
"""
_COLUMNS: Final = ("index", "id", "owner", "listed", "hidden_from", "facets", "tokens", "field_names", "field_tokens", "analysis")


def prepared(documents: Sequence[Document]) -> list[Prepared]:
    """Analyse documents with the process's own analyser; for an executor."""
    analyser = default_analyser()
    return [prepare(document, analyser) for document in documents]


async def fill(session: AsyncSession, batches: AsyncIterable[Sequence[Document]], executor: Executor, ahead: int) -> int:
    """Write batches of documents into tables that have none; while one is read, up to `ahead` others are analysed.

    Return how many documents there were. The indexes are dropped and made anew, in the caller's transaction.
    """
    await _without_indexes(session)
    await session.execute(text(_STAGE))
    words: set[tuple[str, str, str]] = set()
    waiting: list[asyncio.Future[list[Prepared]]] = []
    count = 0
    loop = asyncio.get_running_loop()
    async for documents in batches:
        waiting.append(loop.run_in_executor(executor, prepared, documents))
        count += len(documents)
        if len(waiting) > ahead:
            words |= await _write(session, await waiting.pop(0))
    for each in waiting:
        words |= await _write(session, await each)
    await session.execute(text(_UNSTAGE))
    rows = [{"index": index, "tag": tag, "word": word} for index, tag, word in sorted(words)]
    await copy_rows(session, SearchWord.metadata.tables[SearchWord.__tablename__], rows)
    await _with_indexes(session)
    return count


async def _write(session: AsyncSession, documents: Sequence[Prepared]) -> set[tuple[str, str, str]]:
    await copy_records(session, _STAGED, _COLUMNS, [tuple(each.document[name] for name in _COLUMNS) for each in documents])
    return {word for each in documents for word in each.words}


def _indexes() -> list[Index]:
    tables = SearchDocument.metadata.tables
    return [index for model in (SearchDocument, SearchWord) for index in sorted(tables[model.__tablename__].indexes, key=str)]


async def _without_indexes(session: AsyncSession) -> None:
    def drop(connection: Connection) -> None:
        for index in _indexes():
            index.drop(connection)

    await (await session.connection()).run_sync(drop)


async def _with_indexes(session: AsyncSession) -> None:
    def create(connection: Connection) -> None:
        for index in _indexes():
            index.create(connection)

    # Sorting in memory makes the large ones in a third of the time.
    await session.execute(select(func.set_config("maintenance_work_mem", "512MB", true())))
    await (await session.connection()).run_sync(create)
