"""The shape of what we ask Meilisearch for, against its published API; how the engine itself behaves, the contract tests say."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Level
from server.kit.ids import uuid7
from server.kit.paging import BadPage
from server.search.engine import Audience, Condition, EngineUnusable, Filter, Seeker
from server.search.japanese.analysis import default_analyser
from server.search.japanese.words import phrases_of
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.documents import stamp_of, written_document
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.meilisearch.filters import quoted
from server.search.meilisearch.settings import SETTINGS, differs
from server.search.meilisearch.terms import code_of, code_of_owner, ranking_queries, written
from tests.factories.search import MEMBER, NEWCOMERS, VERIFIED, document, facet, name, prose, query
from tests.support.recording import Recording, Reply, Request, recording

ME, HIDDEN, CIRCLE = uuid7(), uuid7(), uuid7()
KEY = "a key that only the server knows"
TASK = {
    "taskUid": 7,
    "indexUid": "engawa-people",
    "status": "enqueued",
    "type": "documentAdditionOrUpdate",
    "enqueuedAt": "2026-11-26T00:00:00.000000Z",
}
DONE = {"uid": 7, "indexUid": "engawa-people", "status": "succeeded", "type": "documentAdditionOrUpdate", "details": {}, "error": None}
DONE |= {"canceledBy": None, "duration": None, "enqueuedAt": "2026-11-26T00:00:00.000000Z", "startedAt": None, "finishedAt": None}


def nothing_found(request: Request) -> Reply:
    """Answer as a server does that has no document that is asked for."""
    if request.path == "/multi-search":
        if "federation" in request.body:
            return Reply({"hits": [], "estimatedTotalHits": 0})
        return Reply({"results": [{"hits": [], "estimatedTotalHits": 0, "facetDistribution": {}} for _ in request.body["queries"]]})
    if request.path.endswith("/facet-search"):
        return Reply({"facetHits": []})
    if request.path.startswith("/tasks/"):
        return Reply(DONE)
    return Reply(TASK, 202)


@pytest.fixture
def server() -> Generator[Recording]:
    with recording(nothing_found) as told:
        yield told


@asynccontextmanager
async def engine_at(told: Recording, deadline: float = 5) -> AsyncGenerator[MeilisearchEngine]:
    found = MeilisearchEngine(Connection(told.url, KEY), deadline=deadline)
    yield found
    await found.close()


async def test_a_search_is_one_request_with_the_seekers_eyes_in_its_filter(session: AsyncSession, server: Recording) -> None:
    seeker = Seeker(Level.VERIFIED, ME, frozenset({CIRCLE}), hidden=frozenset({HIDDEN}))
    async with engine_at(server) as engine:
        await engine.search(session, query("", seeker))
    (body,) = server.bodies("/multi-search")
    assert body["federation"] == {"offset": 0, "limit": 21}
    (asked,) = body["queries"]
    belongs = ",".join(f'"{each}"' for each in sorted([CIRCLE.hex, ME.hex]))
    assert asked["filter"] == (
        f'((listed IN ["0","10","20","{CIRCLE.hex}"] AND NOT kept_from IN [{belongs}] AND NOT id IN ["{HIDDEN}"]'
        f' AND NOT owner IN ["{HIDDEN.hex}"]) OR (owner IN ["{ME.hex}"]))'
    )
    assert asked["attributesToRetrieve"] == ["id", "owner", "fields"]
    assert {request.key for request in server.requests} == {f"Bearer {KEY}"}


async def test_whoever_sees_more_of_their_own_asks_for_it_apart(session: AsyncSession, server: Recording) -> None:
    async with engine_at(server) as engine:
        await engine.search(session, query("marketing", Seeker(Level.SIGNED_IN, ME)))
    asked = server.bodies("/multi-search")[0]["queries"][0]["filter"]
    others, own = asked.split(f'OR (owner IN ["{ME.hex}"]')
    assert f'NOT owner IN ["{ME.hex}"]' in others
    assert '"10/marketing' in others
    assert "20/" not in others
    assert '"20/marketing' in own
    assert f'"{code_of_owner(ME)}/marketing' in own


async def test_words_match_under_tags_and_rank_by_the_seekers_level(session: AsyncSession, server: Recording) -> None:
    async with engine_at(server) as engine:
        await engine.search(session, query("経理", Seeker(Level.SIGNED_IN)))
    ranking, kanji, line, *_ = asked = server.bodies("/multi-search")[0]["queries"]
    wanted = written("経理")
    assert [each["q"] for each in (ranking, kanji, line)] == [f"every {wanted}", f"every {written('=経理')}", f"every {written('^経理')}"]
    # A level has all that is for lower ones, too.
    assert f'"10/{written("=経理")}"' in ranking["filter"]
    assert f'"10/{written("^経理")}"' in ranking["filter"]
    # What is the word itself also begins with it.
    assert f'"10/{wanted}",' not in ranking["filter"]
    assert f'm STARTS WITH "10/{wanted}"' in ranking["filter"]
    assert {each["filter"] for each in asked} == {ranking["filter"]}
    assert ranking["attributesToSearchOn"] == ["every", "s10A", "s10B", "s10C", "s10D"]
    assert (ranking["sort"], ranking["locales"], ranking["matchingStrategy"]) == (["id:desc"], ["jpn"], "last")


async def test_tiers_are_asked_for_at_once_and_none_reaches_the_one_above(session: AsyncSession, server: Recording) -> None:
    times = Condition("2010", (frozenset({"m2010"}), frozenset({"m2009", "m2011"}), frozenset({"m20*"})))
    async with engine_at(server) as engine:
        await engine.search(session, replace(query("経理", MEMBER), conditions=(times,)))
    body = server.bodies("/multi-search")[0]
    by_filter: dict[str, list[float]] = {}
    for each in body["queries"]:
        by_filter.setdefault(each["filter"], []).append(each["federationOptions"]["weight"])
    first, second, third = by_filter.values()
    assert min(first) > 1000 * max(second)
    assert min(second) > 1000 * max(third)
    assert max(third) <= 1
    assert all("NOT (" not in each for each in by_filter)


async def test_facets_are_counted_beside_and_leave_their_own_filter_out(session: AsyncSession, server: Recording) -> None:
    asked = replace(query("", MEMBER, facets=("company", "skill")), filters=(Filter("company", frozenset({"x"})),))
    async with engine_at(server) as engine:
        await engine.search(session, asked)
    (counts,) = (body["queries"] for body in server.bodies("/multi-search") if "federation" not in body)
    others, own_filter = counts
    assert others["facets"] == ["f.all", "f.0", "f.10", "f.20"]
    assert 'f.all IN ["company/x"]' in others["filter"]
    assert "company" not in own_filter["filter"]
    assert others["limit"] == own_filter["limit"] == 0


@pytest.mark.parametrize("text", ['"] OR m EXISTS OR m IN ["', "\\", "'", "a\nb", "NOT owner IS NULL", "\ud800", "🙂"])
async def test_nothing_typed_becomes_filter_syntax(session: AsyncSession, server: Recording, text: str) -> None:
    asked = replace(query(text), filters=(Filter("skill", frozenset({text})),))
    async with engine_at(server) as engine:
        await engine.search(session, asked)
    for body in server.bodies("/multi-search"):
        for each in body["queries"]:
            value = quoted(f"skill/{text}")
            assert value in each["filter"]
            bare = each["filter"].replace(value, "").split('"')[::2]
            assert not any("EXISTS" in piece or "NULL" in piece for piece in bare)


async def test_documents_carry_their_audiences_and_no_words_for_others(server: Recording, session: AsyncSession) -> None:
    near = Audience(Level.OWN_GROUPS, frozenset({CIRCLE}))
    person = document(
        name("髙橋"),
        prose("marketing", near),
        facets=(facet("skill", "a", audience=NEWCOMERS), facet("skill", "b")),
        listed=VERIFIED,
        owner=ME,
    )
    async with engine_at(server) as engine:
        await engine.upsert(session, [person])
    (request,) = [each for each in server.requests if each.path.startswith("/indexes/engawa-people/documents")]
    (sent,) = request.body
    assert sent == written_document(person, default_analyser())
    assert (sent["id"], sent["owner"], sent["listed"], sent["analysis"]) == (str(person.id), ME.hex, ["20"], stamp_of(default_analyser()))
    assert sent["f"] == {"10": ["skill/a"], "all": ["skill/b"]}
    assert written("高橋") in sent["s20A"].split()
    assert "marketing" not in " ".join(value for key, value in sent.items() if key.startswith("s"))
    assert "marketing" in sent["v"]["closed"]
    assert "marketing" not in {word for level, words in sent["v"].items() if level != "closed" for word in words}
    assert {f"{code_of(CIRCLE.hex)}/marketing", f"{code_of_owner(ME)}/marketing"} <= set(sent["m"])
    assert "20/marketing" not in sent["m"]


async def test_settings_are_sent_as_they_stand_in_the_code(session: AsyncSession, server: Recording) -> None:
    def answer(request: Request) -> Reply:
        if request.method == "GET" and request.path.endswith("/settings"):
            return Reply({**SETTINGS, "typoTolerance": {"enabled": False}})
        if request.method == "GET" and request.path.startswith("/indexes?"):
            found = [
                {"uid": uid, "createdAt": "2026-11-26T00:00:00.000000Z", "updatedAt": "2026-11-26T00:00:00.000000Z", "primaryKey": "id"}
                for uid in present
            ]
            return Reply({"results": found, "offset": 0, "limit": 1000, "total": len(found)})
        return nothing_found(request)

    present = ["engawa-people", "engawa-gone", "somebody-elses"]
    server.answer = answer
    async with engine_at(server) as engine:
        await engine.configure(session, frozenset({"people", "posts"}))
    changes = [(each.method, each.path, each.body) for each in server.requests if each.method != "GET"]
    assert changes == [
        ("PATCH", "/indexes/engawa-people/settings", SETTINGS),
        ("POST", "/indexes", {"primaryKey": "id", "uid": "engawa-posts"}),
        ("PATCH", "/indexes/engawa-posts/settings", SETTINGS),
        ("DELETE", "/indexes/engawa-gone", None),
    ]
    assert not differs({**SETTINGS, "synonyms": {}})


@pytest.mark.parametrize(
    "reply",
    [
        Reply({"message": "invalid key", "code": "invalid_api_key"}, 403),
        Reply({"message": "no key", "code": "missing_authorization_header"}, 401),
        Reply({"message": "gone", "code": "index_not_found"}, 400),
        Reply(b"<html>", 200),
        Reply([], 200),
        Reply({"hits": "?"}, 200),
        Reply({"hits": [{"id": "1 OR 1=1", "fields": []}], "estimatedTotalHits": 1}, 200),
        Reply({"hits": [{"id": str(ME), "fields": [1]}], "estimatedTotalHits": 1}, 200),
        Reply({"hits": [{"id": str(ME), "fields": [["name", ["20"], ["a"]]]}], "estimatedTotalHits": 1}, 200),
        Reply({}, 503),
    ],
)
async def test_whatever_else_comes_back_makes_the_engine_unusable(session: AsyncSession, server: Recording, reply: Reply) -> None:
    server.answer = lambda _: reply
    async with engine_at(server) as engine:
        with pytest.raises(EngineUnusable) as raised:
            await engine.search(session, query("経理"))
        assert KEY not in str(raised.value)
        with pytest.raises(EngineUnusable):
            await engine.probe()


async def test_a_task_that_fails_is_told(session: AsyncSession, server: Recording) -> None:
    failed: dict[str, Any] = {
        **DONE,
        "status": "failed",
        "error": {"code": "no_space_left_on_device", "message": "", "type": "", "link": ""},
    }
    server.answer = lambda request: Reply(failed) if request.path.startswith("/tasks/") else nothing_found(request)
    async with engine_at(server) as engine:
        with pytest.raises(EngineUnusable, match="no_space_left_on_device"):
            await engine.upsert(session, [document(prose("採用"))])
        server.answer = lambda _: Reply({"message": "no", "code": "invalid_api_key"}, 403)
        with pytest.raises(EngineUnusable, match="invalid_api_key"):
            await engine.upsert(session, [document(prose("採用"))])


async def test_searches_share_connections_that_are_kept_open(session: AsyncSession, server: Recording) -> None:
    async with engine_at(server) as engine:
        for _ in range(10):
            await engine.search(session, query("経理 "))
    assert server.connections == 1


@pytest.mark.parametrize("after", ["WyJtIiwgIi0xIiwgIngiXQ", "WyJtIiwgIjEiLCAieCJd", "WyIxIiwgIjIiLCAiMyJd"])
async def test_a_cursor_that_is_not_ours_is_refused_before_anything_is_asked(session: AsyncSession, server: Recording, after: str) -> None:
    async with engine_at(server) as engine:
        with pytest.raises(BadPage):
            await engine.search(session, replace(query("経理"), after=after))
    assert server.requests == []


def test_terms_are_written_in_letters_that_nothing_takes_apart() -> None:
    assert written("c++") == "cx0017x0017"
    assert written("高橋太").startswith(written("高橋"))
    assert not written("が").startswith(written("か"))
    assert len({written(each) for each in ("x", "~x", "x~", "高", "x0or0")}) == 5
    typed = ranking_queries(phrases_of("takahashi", default_analyser()))
    assert [text for text, _ in typed] == [written("takahashi"), written("^takahashi"), written("~takahasi")]
    assert ranking_queries(phrases_of("takahashi ", default_analyser())) == [(text + " ", weight) for text, weight in typed]
    assert ranking_queries(phrases_of("人事", default_analyser()))[-1][1] < min(weight for _, weight in typed)
