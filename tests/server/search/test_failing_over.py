"""What is answered while Meilisearch is down, hangs, talks nonsense or refuses us: PostgreSQL's answer, at once, and later its own."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from engawa.engines import DEADLINE_SECONDS
from server.kit.ids import uuid7
from server.kit.paging import write_cursor
from server.search import upkeep
from server.search.engine import Document
from server.search.failing_over import FailingOverEngine
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.model import SearchNote
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.search import INDEX, document, facet, prose, query
from tests.support.recording import Recording, Reply, Request, recording, until

SOON = 0.05
# For what is to be answered by the first engine, or by none that a busy machine makes slow. The benchmark measures how soon.
PATIENT_SECONDS = 20
ONE = uuid7()


def well(request: Request) -> Reply:
    """One document, which only Meilisearch has, so that one sees who answered."""
    if "federation" in (request.body or {}):
        return Reply({"hits": [{"id": str(ONE), "owner": None, "fields": []}], "estimatedTotalHits": 1})
    return Reply({"results": [{"hits": [], "estimatedTotalHits": 1} for _ in request.body["queries"]]})


FAULTS: dict[str, Callable[[Request], Reply]] = {
    "hangs": lambda _: Reply({}, after=60),
    "slow": lambda request: replace(well(request), after=DEADLINE_SECONDS * 2),
    "garbage": lambda _: Reply(b"\x00\xffnonsense"),
    "another page": lambda _: Reply(b"<html>It works!</html>"),
    "lost key": lambda _: Reply({"message": "The provided API key is invalid.", "code": "invalid_api_key"}, 403),
    "no key": lambda _: Reply({"message": "The Authorization header is missing.", "code": "missing_authorization_header"}, 401),
    "lost index": lambda _: Reply({"message": "Index `engawa-people` not found.", "code": "index_not_found"}, 400),
    "overloaded": lambda _: Reply({"message": "Too many search requests.", "code": "too_many_search_requests"}, 503),
    "other answer": lambda _: Reply({"results": "none"}),
}


@pytest.fixture
def server() -> Generator[Recording]:
    with recording(well) as told:
        yield told


@asynccontextmanager
async def engine_at(url: str, pause: float = 60, deadline: float = PATIENT_SECONDS) -> AsyncGenerator[FailingOverEngine]:
    found = FailingOverEngine(MeilisearchEngine(Connection(url, "k" * 16), deadline=deadline), PostgreSQLEngine(), first_pause=pause)
    yield found
    await found.close()


@pytest.mark.parametrize("fault", FAULTS)
async def test_postgresql_answers_and_nobody_asks_again_after_that(session: AsyncSession, server: Recording, fault: str) -> None:
    here = document(prose("採用"), facets=(facet("skill", "a"),))
    server.answer = FAULTS[fault]
    async with engine_at(server.url, deadline=DEADLINE_SECONDS) as engine:
        await engine.upsert(session, [here])
        answer = await engine.search(session, query("採用", facets=("skill",)))
        assert ([hit.id for hit in answer.hits], answer.degraded, answer.facets["skill"][0].count) == ([here.id], True, 1)
        for _ in range(5):
            assert (await engine.search(session, query("採用"))).degraded
        # The first search asked for hits and for counts at once; nobody asked again.
        assert len(server.requests) <= 2


async def test_a_server_that_is_not_there_is_done_without(session: AsyncSession) -> None:
    with recording(well) as gone:
        url = gone.url
    async with engine_at(url) as engine:
        await engine.upsert(session, [document(prose("採用"))])
        answer = await engine.search(session, query("採用"))
    assert (answer.total, answer.degraded) == (1, True)


async def test_while_it_serves_meilisearch_answers(session: AsyncSession, server: Recording) -> None:
    async with engine_at(server.url) as engine:
        answer = await engine.search(session, query("採用"))
    assert ([hit.id for hit in answer.hits], answer.degraded) == ([ONE], False)


async def test_what_only_rows_can_tell_is_asked_of_nobody_else(session: AsyncSession, server: Recording) -> None:
    here = document(prose("採用"))
    async with engine_at(server.url) as engine:
        await engine.upsert(session, [here])
        answer = await engine.search(session, replace(query("採用"), beside_rows=True))
    assert ([hit.id for hit in answer.hits], answer.degraded, server.requests) == ([here.id], False, [])


async def test_it_is_tried_again_by_nobody_who_waits_and_taken_back(session: AsyncSession, server: Recording) -> None:
    server.answer = FAULTS["hangs"]
    async with engine_at(server.url, SOON, DEADLINE_SECONDS) as engine:
        assert (await engine.search(session, query("採用"))).degraded
        await asyncio.sleep(2 * SOON)
        # The one who tries again is no search: this one is answered while that one hangs.
        assert (await engine.search(session, query("採用"))).degraded
        server.answer = well
        await until(lambda: engine.breaker.closed)
        assert not (await engine.search(session, query("採用"))).degraded


async def test_a_probe_that_fails_doubles_the_pause(session: AsyncSession, server: Recording) -> None:
    server.answer = FAULTS["lost key"]
    async with engine_at(server.url, SOON) as engine:
        await engine.search(session, query("採用"))
        before = len(server.requests)
        began = time.perf_counter()
        while time.perf_counter() - began < 20 * SOON:
            assert not engine.breaker.closed
            await asyncio.sleep(SOON / 5)
    assert 2 <= len(server.requests) - before <= 5


async def test_a_list_goes_on_where_it_was_with_the_other_engine(session: AsyncSession, server: Recording) -> None:
    documents = sorted((document(prose("採用")) for _ in range(5)), key=lambda each: each.id, reverse=True)
    async with engine_at(server.url) as engine:
        await engine.upsert(session, documents)
        server.answer = FAULTS["lost key"]
        behind_two = write_cursor("m", 2, documents[1].id)
        page = await engine.search(session, replace(query("採用"), limit=2, after=behind_two))
        assert [hit.id for hit in page.hits] == [each.id for each in documents[2:4]]
        assert (page.has_next, page.degraded) == (True, True)
    async with engine_at(server.url) as engine:
        server.answer = well
        rest = await engine.search(session, replace(query("採用"), limit=2, after=page.hits[-1].after))
    assert ([hit.id for hit in rest.hits], rest.has_next) == ([documents[4].id], False)


async def test_what_changes_is_noted_with_the_change_and_not_without(session: AsyncSession, server: Recording) -> None:
    one, two = document(prose("採用")), document(prose("法務"))
    async with engine_at(server.url) as engine:
        async with session.begin_nested() as savepoint:
            await engine.upsert(session, [one, two])
            await savepoint.rollback()
        assert await notes(session) == 0
        await engine.upsert(session, [one, two])
        (first, _) = await upkeep.noted(session, INDEX, 10)
        await engine.delete(session, INDEX, [first.id])
        assert await notes(session) == 2
        # Changed again since it was read, it stays on the list.
        await upkeep.settle(session, INDEX, [first])
        assert {each.id for each in await upkeep.noted(session, INDEX, 10)} == {one.id, two.id}
        await upkeep.settle(session, INDEX, await upkeep.noted(session, INDEX, 10))
        assert (await upkeep.lag(session)).waiting == 0
    assert server.requests == []


async def test_what_was_filled_is_built_from_its_beginning(session: AsyncSession, server: Recording) -> None:
    async def batches() -> AsyncGenerator[list[Document]]:
        yield [document(prose("採用"))]

    async with engine_at(server.url) as engine:
        assert (await engine.fill(session, batches())).documents == 1
    build = await upkeep.build_of(session, INDEX)
    assert build == upkeep.Build(upkeep.FROM_NOTHING, None, 0)
    assert await upkeep.build_of(session, "posts") is None


async def notes(session: AsyncSession) -> Any:
    return (await session.execute(select(func.count()).select_from(SearchNote))).scalar_one()
