"""While PostgreSQL's index is made anew: searches go on, what others change is told, and one that breaks off leaves what there was."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.db import Database
from server.search.engine import Document
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.search import INDEX, document, prose, query

NAMES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'search%' ORDER BY indexname"


async def total(session: AsyncSession, words: str) -> int:
    return (await PostgreSQLEngine().search(session, query(words))).total


async def given(database: Database) -> tuple[Document, Document, Document]:
    documents = document(prose("採用")), document(prose("法務")), document(prose("物流"))
    async with database.transaction() as session:
        await PostgreSQLEngine().upsert(session, documents)
    return documents


async def test_searches_go_on_and_what_changes_meanwhile_is_told(database: Database) -> None:
    same, changed, gone = await given(database)
    new = document(prose("設計"))
    engine = PostgreSQLEngine()

    async def batches() -> AsyncGenerator[list[Document]]:
        yield [same, changed, gone]
        async with database.transaction() as other:
            await engine.upsert(other, [replace(changed, fields=(prose("経理"),)), new])
            await engine.delete(other, INDEX, [gone.id])
            found = [await total(other, word) for word in ("採用", "法務", "経理", "設計", "物流")]
        assert found == [1, 0, 1, 1, 0]

    async with database.read() as session:
        before = (await session.execute(text(NAMES))).all()
    async with database.transaction() as session:
        filled = await engine.fill(session, batches())
    assert (filled.documents, set(filled.missed)) == (3, {(INDEX, each.id) for each in (changed, gone, new)})
    async with database.read() as session:
        assert (await session.execute(text(NAMES))).all() == before
        assert [await total(session, word) for word in ("採用", "法務", "経理")] == [1, 1, 0]


async def test_what_is_not_given_any_more_is_forgotten_with_its_words(database: Database) -> None:
    same, *_ = await given(database)

    async def batches() -> AsyncGenerator[list[Document]]:
        yield [same]

    async with database.transaction() as session:
        assert (await PostgreSQLEngine().fill(session, batches())).missed == ()
    async with database.read() as session:
        kept: Any = (await session.execute(text("SELECT array_agg(id) FROM search_documents"))).scalar_one()
        assert (kept, await total(session, "法務")) == ([same.id], 0)


async def test_one_that_breaks_off_leaves_what_there_was(database: Database) -> None:
    same, *_ = await given(database)

    async def batches() -> AsyncGenerator[list[Document]]:
        yield [same]
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        async with database.transaction() as session:
            await PostgreSQLEngine().fill(session, batches())
    async with database.read() as session:
        assert [await total(session, word) for word in ("採用", "法務", "物流")] == [1, 1, 1]
        left = await session.execute(text("SELECT count(*) FROM pg_tables WHERE tablename LIKE '%_beside'"))
        assert left.scalar_one() == 0
