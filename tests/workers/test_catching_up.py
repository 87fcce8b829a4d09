"""How Meilisearch follows PostgreSQL: what changed while it was away, an index that is lost, a building that was killed.

Everything runs against a server that keeps what it is given, and against a real one where there is one.
"""

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from sqlalchemy import delete

from server.kit.db import Database
from server.kit.ids import MemberId, OpportunityId, uuid7
from server.opportunities.documents import INDEX as OPPORTUNITIES
from server.opportunities.events import OpportunityPosted
from server.opportunities.model import Opportunity
from server.people.documents import INDEX as PEOPLE
from server.search import upkeep
from server.search.engine import EngineUnusable
from server.search.failing_over import FailingOverEngine
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.meilisearch.indexes import building
from server.search.meilisearch.settings import SETTINGS
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.not_run import not_run
from tests.support.keeping_documents import Keeper
from tests.support.recording import Reply, Request, recording, until
from workers import catching_up
from workers.catching_up import build_what_does_not_fit, give_what_was_noted, keep_up
from workers.erasing import erase
from workers.indexing import INDEXES, index_opportunity
from workers.parts import Parts

AWAY = Reply({"message": "away", "code": "internal"}, 503)


@dataclass(slots=True)
class Following:
    """A worker's parts, and the server that follows."""

    parts: Parts
    mirror: MeilisearchEngine
    keeper: Keeper | None

    async def held(self, index: str) -> set[str]:
        """The ids of the documents in an index."""
        found = await self.mirror.connection.call(
            lambda client: client.index(self.mirror.indexes.uid(index)).get_documents({"limit": 1000})
        )
        return {each.id for each in found.results}

    async def lag(self) -> int:
        """How many changes wait."""
        async with self.parts.db.read() as session:
            return (await upkeep.lag(session)).waiting


@asynccontextmanager
async def at(parts: Parts, url: str, keeper: Keeper | None) -> AsyncGenerator[Following]:
    mirror = MeilisearchEngine(Connection(url, os.environ.get("ENGAWA_TEST_MEILISEARCH_KEY")), prefix=f"test-{uuid7().hex}-")
    engine = FailingOverEngine(mirror, PostgreSQLEngine())
    yield Following(replace(parts, engine=engine, mirror=mirror), mirror, keeper)
    if keeper is None:
        for uid in await mirror.indexes.present():
            await mirror.indexes.drop(uid)
    await engine.close()


@pytest.fixture(params=["kept", "real"])
async def following(request: pytest.FixtureRequest, parts: Parts) -> AsyncGenerator[Following]:
    """One server after the other."""
    if request.param == "real":
        if "ENGAWA_TEST_MEILISEARCH_URL" not in os.environ:
            not_run("Meilisearch", "MEILISEARCH_URL is not set")
        async with at(parts, os.environ["ENGAWA_TEST_MEILISEARCH_URL"], None) as found:
            yield found
        return
    keeper = Keeper()
    with recording(keeper.answer) as told:
        async with at(parts, told.url, keeper) as found:
            yield found


@pytest.fixture
async def breaking(parts: Parts) -> AsyncGenerator[Following]:
    """A server that can be told to fail."""
    keeper = Keeper()
    with recording(keeper.answer) as told:
        async with at(parts, told.url, keeper) as found:
            yield found


async def make_posts(database: Database, count: int) -> set[str]:
    """People with a post each."""
    async with database.transaction() as session:
        members = [await make_member(session, f"髙橋 {number}") for number in range(count)]
        return {str(await make_opportunity(session, member, title="配送計画の壁打ち")) for member in members}


async def index_posts(following: Following, posts: set[str]) -> None:
    """Do the job of each post's event."""
    for post in posts:
        event = OpportunityPosted(opportunity_id=OpportunityId(UUID(post)), author_id=MemberId(uuid7()))
        await index_opportunity(following.parts, event, "")


async def remove_posts(database: Database) -> None:
    async with database.transaction() as session:
        await session.execute(delete(Opportunity))


async def test_what_is_missing_is_built_and_what_changes_follows(database: Database, following: Following) -> None:
    posts = await make_posts(database, 3)
    await build_what_does_not_fit(following.parts, following.mirror)
    assert await following.held(OPPORTUNITIES) == posts
    assert len(await following.held(PEOPLE)) >= 3
    assert await following.mirror.indexes.present() == {following.mirror.indexes.uid(index.name) for index in INDEXES}
    more = await make_posts(database, 1)
    await index_posts(following, more)
    assert await following.lag() > 0
    await give_what_was_noted(following.parts, following.mirror)
    assert (await following.held(OPPORTUNITIES), await following.lag()) == (posts | more, 0)
    await remove_posts(database)
    await note_posts(following, posts | more)
    assert await following.held(OPPORTUNITIES) == set()


async def note_posts(following: Following, posts: set[str]) -> None:
    """Say that posts changed, as the job of an event would, and give them to the server."""
    async with following.parts.db.transaction() as session:
        await upkeep.note(session, [(OPPORTUNITIES, UUID(post)) for post in posts])
    await give_what_was_noted(following.parts, following.mirror)


async def test_who_is_erased_is_forgotten_there_too(database: Database, following: Following) -> None:
    async with database.transaction() as session:
        member = await make_member(session, "髙橋 悠")
    await build_what_does_not_fit(following.parts, following.mirror)
    assert str(member) in await following.held(PEOPLE)
    assert await erase(following.parts, member)
    await give_what_was_noted(following.parts, following.mirror)
    assert str(member) not in await following.held(PEOPLE)
    assert await following.lag() == 0


async def test_an_index_that_was_lost_or_has_other_settings_is_built_anew(database: Database, following: Following) -> None:
    posts = await make_posts(database, 2)
    await build_what_does_not_fit(following.parts, following.mirror)
    uid = following.mirror.indexes.uid(OPPORTUNITIES)
    await following.mirror.indexes.drop(uid)
    await build_what_does_not_fit(following.parts, following.mirror)
    assert await following.held(OPPORTUNITIES) == posts
    changed = {**SETTINGS, "sortableAttributes": []}
    await following.mirror.connection.all_finished(lambda client: [client.index(uid).update_settings(changed)])
    await build_what_does_not_fit(following.parts, following.mirror)
    assert await following.mirror.fits(OPPORTUNITIES)
    assert (await following.held(OPPORTUNITIES), building(uid) in await following.mirror.indexes.present()) == (posts, False)


async def test_a_change_during_a_building_is_in_both_indexes(
    database: Database, following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_STEP", 1)
    posts = await make_posts(database, 3)
    await build_what_does_not_fit(following.parts, following.mirror)
    async with database.transaction() as session:
        await upkeep.end_build(session, OPPORTUNITIES)
    changed: list[str] = []

    async def change_meanwhile() -> None:
        changed.extend(await make_posts(database, 1))
        async with database.transaction() as session:
            await upkeep.note(session, [(OPPORTUNITIES, UUID(changed[0]))])
        await give_what_was_noted(following.parts, following.mirror)

    waiting: list[asyncio.Task[None]] = []

    def tell(_index: str, documents: int) -> None:
        if documents == 1:
            waiting.append(asyncio.create_task(change_meanwhile()))

    index = next(each for each in INDEXES if each.name == OPPORTUNITIES)
    await catching_up.build(following.parts, following.mirror, index, tell)
    await asyncio.gather(*waiting)
    assert await following.held(OPPORTUNITIES) == posts | set(changed)


async def test_two_that_build_at_once_help_each_other(database: Database, following: Following, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "_STEP", 1)
    posts = await make_posts(database, 4)
    at_once = [build_what_does_not_fit(following.parts, following.mirror) for _ in range(3)]
    await asyncio.gather(*at_once)
    assert await following.held(OPPORTUNITIES) == posts
    assert await following.mirror.indexes.present() == {following.mirror.indexes.uid(index.name) for index in INDEXES}


async def test_a_building_that_was_killed_goes_on_where_it_was(
    database: Database, breaking: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_STEP", 2)
    posts = await make_posts(database, 5)
    keeper, mirror = breaking.keeper, breaking.mirror
    assert keeper is not None
    await build_what_does_not_fit(breaking.parts, mirror)
    index = next(each for each in INDEXES if each.name == OPPORTUNITIES)
    given: list[list[str]] = []

    def killed_at_the_third(request: Request) -> Reply | None:
        if request.path.startswith(f"/indexes/{building(mirror.indexes.uid(OPPORTUNITIES))}/documents"):
            given.append([each["id"] for each in request.body])
            return AWAY if len(given) == 2 else None
        return None

    keeper.broken = killed_at_the_third
    with pytest.raises(EngineUnusable):
        await catching_up.build(breaking.parts, mirror, index)
    assert await breaking.held(OPPORTUNITIES) == posts
    assert await catching_up.build(breaking.parts, mirror, index) == 5
    assert [len(each) for each in given] == [2, 2, 2, 1]
    assert given[1] == given[2]
    assert {key for each in (given[0], *given[2:]) for key in each} == posts == await breaking.held(OPPORTUNITIES)


@pytest.mark.parametrize("step", ["swap-indexes", "delete"])
async def test_a_swap_that_was_killed_is_not_done_twice(database: Database, breaking: Following, step: str) -> None:
    posts = await make_posts(database, 2)
    keeper, mirror = breaking.keeper, breaking.mirror
    assert keeper is not None
    await build_what_does_not_fit(breaking.parts, mirror)
    keeper.index(mirror.indexes.uid(OPPORTUNITIES)).documents.clear()
    index = next(each for each in INDEXES if each.name == OPPORTUNITIES)
    keeper.broken = lambda request: AWAY if step in f"{request.method.lower()} {request.path}" and "documents" not in request.path else None
    with pytest.raises(EngineUnusable):
        await catching_up.build(breaking.parts, mirror, index)
    keeper.broken = lambda _: None
    await catching_up.build(breaking.parts, mirror, index)
    assert (await breaking.held(OPPORTUNITIES), set(keeper.indexes)) == (posts, {mirror.indexes.uid(each.name) for each in INDEXES})


async def test_what_changes_while_the_server_is_away_is_given_when_it_is_back(
    database: Database, breaking: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_LOOK_EVERY_SECONDS", 0.02)
    keeper = breaking.keeper
    assert keeper is not None
    stop = asyncio.Event()
    worker = asyncio.create_task(keep_up(breaking.parts, stop))
    await until(lambda: len(keeper.indexes) == len(INDEXES) and not any("next" in uid for uid in keeper.indexes))
    keeper.broken = lambda _: AWAY
    posts = await make_posts(database, 2)
    await index_posts(breaking, posts)
    await asyncio.sleep(0.1)
    assert await breaking.lag() > 0
    # It comes back without what it had.
    keeper.indexes.clear()
    keeper.broken = lambda _: None
    uid = breaking.mirror.indexes.uid(OPPORTUNITIES)
    await until(lambda: uid in keeper.indexes and set(keeper.indexes[uid].documents) == posts)
    async with asyncio.timeout(60):
        while await breaking.lag():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    stop.set()
    await worker
