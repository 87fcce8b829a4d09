"""How every engine keeps documents: replaced, forgotten with every word, found again after a new analysis, told apart by index."""

from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.kit.ids import uuid7
from server.search.engine import Audience, Document, EngineUnusable, SearchEngine
from server.search.japanese.analysis import Analyser
from server.search.japanese.segments import BigramSegmenter
from server.search.postgresql.engine import PostgreSQLEngine
from server.search.postgresql.model import SearchDocument, SearchWord
from tests.factories.search import INDEX, document, facet, name, prose, query


async def total(session: AsyncSession, engine: SearchEngine, text: str) -> int:
    return (await engine.search(session, query(text))).total


async def words(session: AsyncSession) -> set[str]:
    return set((await session.execute(select(SearchWord.word))).scalars())


async def test_a_document_is_as_it_was_last_given(session: AsyncSession, engine: SearchEngine) -> None:
    before = document(name("髙橋 健太"), prose("marketing"), facets=(facet("skill", "a"),))
    after = replace(before, fields=(name("田中 健太"),), facets=())
    await engine.upsert(session, [before])
    await engine.upsert(session, [before, after])
    await engine.upsert(session, [])
    assert await total(session, engine, "田中") == 1
    assert await total(session, engine, "高橋") == await total(session, engine, "marketimg") == 0
    assert (await engine.search(session, query("", facets=("skill",)))).facets == {"skill": ()}


async def test_what_is_deleted_leaves_no_word_behind(session: AsyncSession, engine: SearchEngine) -> None:
    gone, kept = document(name("髙橋 健太"), prose("marketing")), document(prose("marketing"))
    await engine.upsert(session, [gone, kept])
    await engine.delete(session, INDEX, [gone.id, uuid7()])
    assert await total(session, engine, "takahsahi") == 0
    assert await total(session, engine, "marketimg") == 1
    if isinstance(engine, PostgreSQLEngine):
        assert not {each for each in await words(session) if "高橋" in each or "たかはし" in each or "taka" in each}
    await engine.delete(session, INDEX, [kept.id])
    if isinstance(engine, PostgreSQLEngine):
        assert await words(session) == set()
        assert (await session.execute(select(func.count()).select_from(SearchDocument))).scalar_one() == 0


async def test_kinds_are_searched_apart(session: AsyncSession, engine: SearchEngine) -> None:
    person, post, place = document(prose("採用")), document(prose("採用"), index="posts"), document(prose("採用"), index="places")
    await engine.upsert(session, [person, post, place])
    answer = await engine.search(session, replace(query("採用"), index="posts"))
    assert ([hit.id for hit in answer.hits], answer.total) == ([post.id], 1)
    await engine.delete(session, "posts", [person.id])
    assert await total(session, engine, "採用") == 1


async def test_configuring_forgets_what_is_no_index_any_more(session: AsyncSession, engine: SearchEngine) -> None:
    await engine.upsert(session, [document(prose("採用活動")), document(prose("marketing"), index="posts")])
    await engine.configure(session, frozenset({INDEX}))
    await engine.configure(session, frozenset({INDEX}))
    assert await total(session, engine, "採用") == 1
    # An engine whose indexes may be lost does not take one that is not there for an empty one.
    with suppress(EngineUnusable):
        assert (await engine.search(session, replace(query(""), index="posts"))).total == 0


async def test_documents_of_another_analysis_are_stale_until_indexed_anew(
    session: AsyncSession, engine: SearchEngine, make_engine: Callable[[Analyser], SearchEngine]
) -> None:
    old, new = document(prose("採用")), document(prose("法務"))
    await make_engine(Analyser(BigramSegmenter())).upsert(session, [old])
    await engine.upsert(session, [new])
    health = await engine.health(session)
    assert (health.ready, health.documents, health.stale, health.problem) == (True, 2, 1, None)
    assert list(await engine.stale(session, INDEX, 10)) == [old.id]
    assert list(await engine.stale(session, "posts", 10)) == []
    await engine.upsert(session, [old])
    assert (await engine.health(session)).stale == 0


async def test_filling_comes_to_the_same_as_giving_one_after_the_other(session: AsyncSession, engine: SearchEngine) -> None:
    """Several batches, of several kinds, with words of several lines; afterwards documents are replaced and forgotten as ever."""
    documents = [
        document(name("髙橋 健太"), prose("marketing\n採用と'引用'\\記号"), facets=(facet("skill", "a"),)),
        document(prose("採用"), index="posts"),
        document(name("Ohno Kei", Audience(Level.OWN_GROUPS, frozenset({uuid7()}))), hidden_from=frozenset({uuid7()})),
    ]
    await engine.upsert(session, documents)
    given = await rows_of(session)
    for each in documents:
        await engine.delete(session, each.index, [each.id])

    async def batches() -> AsyncGenerator[list[Document]]:
        for each in documents:
            yield [each]

    assert (await engine.fill(session, batches())).documents == 3
    assert await rows_of(session) == given
    await engine.delete(session, documents[0].index, [documents[0].id])
    assert await total(session, engine, "marketing") == 0


async def rows_of(session: AsyncSession) -> list[Any]:
    """Everything that the PostgreSQL engine keeps; of another engine what it answers is compared by the other tests."""
    kept = [select(*table.columns).order_by(*table.primary_key.columns) for table in (SearchDocument.__table__, SearchWord.__table__)]
    return [tuple(row) for statement in kept for row in (await session.execute(statement)).all()]
