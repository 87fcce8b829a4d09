"""While the search engine is away, both lists are answered all the same, and say that another one found what they show."""

import asyncio
from pathlib import Path
from uuid import UUID

from server.kit.ids import uuid7
from server.kit.settings import Settings
from server.opportunities.documents import opportunity_documents
from server.people.documents import person_documents
from server.search.meilisearch.documents import lined
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_block, make_member
from tests.support.recording import Reply, Request, recording
from tests.support.running import Application, running

PEOPLE = '{ people(text: "高橋", first: 5) { totalCount degraded edges { node { name } } } }'
POSTS = '{ opportunities(filter: {text: "配送"}, first: 5) { totalCount degraded edges { node { title } } } }'
HIGHLIGHTED = """{ people(text: "倉庫", first: 5) {
  totalCount degraded pageInfo { hasNextPage } edges { node { name } highlights { segments { text marked } } } } }"""
UNSEARCHED = "{ opportunities(first: 5) { totalCount degraded } }"
KEY = "the key of the search engine"


async def both(app: Application) -> tuple[bool, bool]:
    """Whether people and posts were found by another engine; they are found, in any case."""
    async with app.house.db.transaction() as session:
        member = await make_member(session, "髙橋 悠")
        post = await make_opportunity(session, member, title="配送計画の壁打ち")
        await app.house.graph.engine.upsert(session, await person_documents(session, [member]))
        await app.house.graph.engine.upsert(session, await opportunity_documents(session, [post]))
    client = await app.as_member(member)
    people, posts = (await client.ask(PEOPLE))["people"], (await client.ask(POSTS))["opportunities"]
    assert ([edge["node"]["name"] for edge in people["edges"]], people["totalCount"]) == (["髙橋 悠"], 1)
    assert ([edge["node"]["title"] for edge in posts["edges"]], posts["totalCount"]) == (["配送計画の壁打ち"], 1)
    assert (await client.ask(UNSEARCHED))["opportunities"] == {"totalCount": 1, "degraded": False}
    return people["degraded"], posts["degraded"]


async def test_without_another_engine_nothing_is_degraded(app: Application) -> None:
    assert await both(app) == (False, False)


async def test_an_engine_that_refuses_us_is_done_without(database_url: str, tmp_path: Path) -> None:
    with recording(lambda _: Reply({"message": "no", "code": "invalid_api_key"}, 403)) as told:
        settings = Settings(_env_file=None, data_dir=tmp_path, meilisearch_url=told.url, meilisearch_key=KEY)
        async with running(database_url, settings) as app:
            assert await both(app) == (True, True)
            page = await app.guest().http.get("/")
    assert {request.key for request in told.requests} == {f"Bearer {KEY}"}
    assert KEY not in page.text


async def test_a_poisoned_index_shows_and_counts_nobody_who_is_hidden(database_url: str, tmp_path: Path) -> None:
    """It says that it found somebody who blocked the viewer, and nobody who is there at all."""
    found: list[UUID] = []

    def answer(request: Request) -> Reply:
        if "federation" not in request.body:
            return Reply({"results": [{"hits": [], "estimatedTotalHits": 3, "facetDistribution": {}} for _ in request.body["queries"]]})
        fields = [["headline", ["20"], lined({"倉庫"})]]
        return Reply({"hits": [{"id": str(key), "owner": key.hex, "fields": fields} for key in found], "estimatedTotalHits": len(found)})

    with recording(answer) as told:
        settings = Settings(_env_file=None, data_dir=tmp_path, meilisearch_url=told.url)
        async with running(database_url, settings) as app:
            async with app.house.db.transaction() as session:
                viewer = await make_member(session, "森 楓")
                seen, hidden = [await make_member(session, name, headline="倉庫の自動化") for name in ("髙橋 悠", "田中 葵")]
                await make_block(session, hidden, viewer)
            found += [hidden, seen, uuid7()]
            client = await app.as_member(viewer)
            people = (await client.ask(HIGHLIGHTED))["people"]
            async with asyncio.timeout(15):
                # On a busy machine it may have been too slow, and is asked again in a moment.
                while people["degraded"]:
                    await asyncio.sleep(0.2)
                    people = (await client.ask(HIGHLIGHTED))["people"]
    assert [edge["node"]["name"] for edge in people["edges"]] == ["髙橋 悠"]
    assert (people["totalCount"], people["degraded"], people["pageInfo"]["hasNextPage"]) == (1, False, False)
    assert "田中" not in str(people)
    assert people["edges"][0]["highlights"][0]["segments"][0] == {"text": "倉庫", "marked": True}
