"""Lists of more than anybody counts: how many there are at least, and for whom."""

from typing import Any

import pytest

from server.kit.actor import Level
from server.kit.ids import MemberId
from server.opportunities.reads import lists
from server.people.documents import person_documents
from server.people.reads import search
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application, Client
from workers.indexing import reindex_all

ENOUGH = 10
PEOPLE = """query ($text: String, $after: String, $counts: Boolean!) {
  people(text: $text, first: 5, after: $after) {
    totalCount exactCount atLeast pageInfo { hasNextPage endCursor } edges { near node { name } }
    facets @include(if: $counts) { skills { count } }
  } }"""
POSTS = """query ($text: String, $counts: Boolean!) {
  opportunities(filter: { text: $text }, order: RELEVANCE, first: 5) {
    totalCount atLeast facets @include(if: $counts) { kinds { count } }
  } }"""


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (search, lists):
        assert module.ENOUGH > ENOUGH
        monkeypatch.setattr(module, "ENOUGH", ENOUGH)


async def cast(app: Application, seen: int, hidden: int) -> Client:
    """Who looks for people of whom some keep to themselves."""
    async with app.house.db.transaction() as session:
        viewer = await make_member(session, "林 渚")
        members: list[MemberId] = [await make_member(session, f"森 {at}", skills=["採用"]) for at in range(seen)]
        members += [await make_member(session, f"隠 {at}", skills=["採用"], listed_level=Level.ONLY_ME) for at in range(hidden)]
        await app.house.graph.engine.upsert(session, await person_documents(session, [viewer, *members]))
    return await app.as_member(viewer)


async def people(client: Client, after: str | None = None, *, counts: bool = False, text: str | None = "採用") -> dict[str, Any]:
    return (await client.ask(PEOPLE, {"text": text, "after": after, "counts": counts}))["people"]


async def test_of_many_it_is_said_how_many_there_are_at_least(app: Application) -> None:
    client = await cast(app, ENOUGH + 3, 5)
    page = await people(client)
    assert (page["totalCount"], page["exactCount"], page["atLeast"]) == (ENOUGH, ENOUGH, True)
    names = [edge["node"]["name"] for edge in page["edges"]]
    while page["pageInfo"]["hasNextPage"]:
        page = await people(client, page["pageInfo"]["endCursor"])
        assert (page["totalCount"], page["atLeast"]) == (ENOUGH, True)
        assert not any(edge["near"] for edge in page["edges"])
        names += [edge["node"]["name"] for edge in page["edges"]]
    assert sorted(names) == sorted(f"森 {at}" for at in range(ENOUGH + 3))
    counted = await people(client, counts=True)
    assert (counted["totalCount"], counted["atLeast"]) == (ENOUGH + 3, False)
    assert [each["count"] for each in counted["facets"]["skills"]] == [ENOUGH + 3]
    everybody = await people(client, text=None)
    assert (everybody["totalCount"], everybody["exactCount"], everybody["atLeast"]) == (ENOUGH, None, True)


async def test_who_keeps_to_themselves_makes_nobody_many(app: Application) -> None:
    page = await people(await cast(app, ENOUGH, 5))
    assert (page["totalCount"], page["atLeast"]) == (ENOUGH, False)


async def test_posts_are_counted_likewise(app: Application) -> None:
    async with app.house.db.transaction() as session:
        author, viewer = await make_member(session, "髙橋 龍"), await make_member(session, "林 渚")
        for at in range(ENOUGH + 2):
            await make_opportunity(session, author, title=f"採用の相談 {at}", audience=Level.ANYONE)
    await reindex_all(app.house.worker)
    client = await app.as_member(viewer)
    for counts, total in ((False, ENOUGH), (True, ENOUGH + 2)):
        listed = (await client.ask(POSTS, {"text": "採用", "counts": counts}))["opportunities"]
        assert (listed["totalCount"], listed["atLeast"]) == (total, not counts)
