"""How everything is made anew: analysed beside the writer, copied into tables beside those that are searched, indexed once, swapped."""

import asyncio
import io
from collections.abc import AsyncIterable, Iterable, Sequence
from concurrent.futures import Executor
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import MetaData, Table, func, quoted_name, select, text, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.schema import CreateIndex, CreateTable

from server.kit.copying import copy_rows, copy_text
from server.kit.jobs import one_at_a_time
from server.search.engine import Document, Filled
from server.search.japanese.analysis import default_analyser
from server.search.postgresql.model import SearchDocument, SearchWord
from server.search.postgresql.rows import Words, prepare
from server.search.upkeep import one_writer

_COLUMNS: Final = ("index", "id", "owner", "listed", "hidden_from", "facets", "tokens", "field_names", "field_tokens", "analysis")
_BESIDE: Final = "_beside"
# A version of a row is told by its transaction: what differs in the end was written meanwhile, or is gone, or new.
_REMEMBER: Final = """
    CREATE TEMPORARY TABLE search_documents_before ON COMMIT DROP AS SELECT index, id, xmin::text AS version FROM search_documents
"""
_MISSED: Final = """
    SELECT index, id FROM search_documents_before AS b FULL JOIN search_documents AS d USING (index, id)
    WHERE b.version IS DISTINCT FROM d.xmin::text ORDER BY index, id
"""


def written(documents: Sequence[Document]) -> tuple[bytes, Words]:
    """Analyse documents with the process's own analyser, and write them as COPY reads them; for an executor."""
    analyser = default_analyser()
    prepared = [prepare(document, analyser) for document in documents]
    lines = "".join(["\t".join([_value(each.document[name]) for name in _COLUMNS]) + "\n" for each in prepared])
    return lines.encode(), frozenset[tuple[str, str, str]]().union(*(each.words for each in prepared))


async def fill(session: AsyncSession, batches: AsyncIterable[Sequence[Document]], executor: Executor, ahead: int) -> Filled:
    """Replace all documents by these; while one batch is read, up to `ahead` others are analysed.

    Searches go on in what was there until the moment before this returns; the rest of the caller's transaction they wait for.
    """
    await one_at_a_time(session, "search:fill")
    await session.execute(text(_REMEMBER))
    documents, words = tables = [_beside(model.metadata.tables[model.__tablename__]) for model in (SearchDocument, SearchWord)]
    connection = await session.connection()
    for table in tables:
        await connection.execute(CreateTable(table))
    count, indexes, brought = await _copied(session, documents.name, batches, executor, ahead)
    await copy_rows(session, words, [{"index": index, "tag": tag, "word": word} for index, tag, word in sorted(brought)])
    # Sorting in memory makes the large ones in a third of the time.
    await session.execute(select(func.set_config("maintenance_work_mem", "512MB", true())))
    for table in tables:
        for index in sorted(table.indexes, key=str):
            await connection.execute(CreateIndex(index))
        await session.execute(text(f"ANALYZE {table.name}"))
    # Whoever brings a document up to date is waited for first; afterwards they would wait for the tables, with the lock in their hands.
    await one_writer(session, indexes)
    missed = tuple((index, key) for index, key in (await session.execute(text(_MISSED))).all())
    for table in tables:
        await _swap(session, table)
    return Filled(count, missed)


async def _copied(
    session: AsyncSession, table: str, batches: AsyncIterable[Sequence[Document]], executor: Executor, ahead: int
) -> tuple[int, set[str], set[tuple[str, str, str]]]:
    """Copy the documents; return how many there were, of which indexes, and their words."""
    words: set[tuple[str, str, str]] = set()
    indexes: set[str] = set(await session.scalars(select(SearchDocument.index).distinct()))
    waiting: list[asyncio.Future[tuple[bytes, Words]]] = []
    count = 0
    loop = asyncio.get_running_loop()

    async def write(batch: tuple[bytes, Words]) -> None:
        lines, brought = batch
        await copy_text(session, table, _COLUMNS, io.BytesIO(lines))
        words.update(brought)

    async for documents in batches:
        waiting.append(loop.run_in_executor(executor, written, documents))
        count += len(documents)
        indexes.update(document.index for document in documents)
        if len(waiting) > ahead:
            await write(await waiting.pop(0))
    for each in waiting:
        await write(await each)
    return count, indexes, words


def _beside(table: Table) -> Table:
    """Return the table as it is built beside the one that is searched, with indexes of other names."""
    beside = table.to_metadata(MetaData(), name=table.name + _BESIDE)
    beside.primary_key.name = f"{table.primary_key.name}{_BESIDE}"
    for index in beside.indexes:
        index.name = quoted_name(f"{index.name}{_BESIDE}", quote=None)
    return beside


async def _swap(session: AsyncSession, beside: Table) -> None:
    name = beside.name.removesuffix(_BESIDE)
    await session.execute(text(f"DROP TABLE {name}"))
    await session.execute(text(f"ALTER TABLE {beside.name} RENAME TO {name}"))
    for index in (beside.primary_key.name, *(each.name for each in beside.indexes)):
        await session.execute(text(f"ALTER INDEX {index} RENAME TO {str(index).removesuffix(_BESIDE)}"))


def _value(value: Any) -> str:
    """Write a value as a column of COPY's text format."""
    if value is None:
        return "\\N"
    told = _array(cast("list[UUID | str]", value)) if isinstance(value, list) else str(value)
    # Several times as fast as a table of all four, and most texts have none of them.
    return told.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _array(values: Iterable[UUID | str]) -> str:
    return "{" + ",".join(['"' + str(each).replace("\\", "\\\\").replace('"', '\\"') + '"' for each in values]) + "}"
