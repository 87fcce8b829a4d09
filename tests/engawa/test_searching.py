"""The commands `engawa search`, and the doctor: what they do to Meilisearch, what they say, and what stands in the way."""

import pytest
from sqlalchemy import select

from engawa.doctor import examine
from engawa.searching import NotSearched, configure, reindex
from server.kit.db import Database
from server.kit.settings import load_settings
from server.search.meilisearch.settings import SETTINGS
from server.search.model import SearchBuild
from tests.engawa.deploying import DEPLOYMENT
from tests.factories.people import make_member
from tests.support.keeping_documents import Keeper
from tests.support.recording import Reply, recording

KEY = "a key that nobody guesses"
AWAY = Reply({"message": "away", "code": "internal"}, 503)


def deployment(database_url: str, url: str | None = None) -> dict[str, str]:
    return DEPLOYMENT | {"DATABASE_URL": database_url} | ({"MEILISEARCH_URL": url, "MEILISEARCH_KEY": KEY} if url else {})


async def test_settings_are_given_and_indexes_built_with_progress(database: Database, database_url: str) -> None:
    async with database.transaction() as session:
        member = await make_member(session, "髙橋 悠")
    keeper, told = Keeper(), list[str]()
    with recording(keeper.answer) as server:
        settings = load_settings(deployment(database_url, server.url))
        assert await configure(settings, told.append) == "Configured: opportunities, people."
        assert {uid: each.settings for uid, each in keeper.indexes.items()} == {
            "engawa-opportunities": SETTINGS,
            "engawa-people": SETTINGS,
        }
        said = await reindex(settings, told.append, anew=False)
    assert said == "1 documents were indexed anew in Meilisearch, and are searched from now on."
    assert told == ["people: 1 documents"]
    assert set(keeper.indexes["engawa-people"].documents) == {str(member)}
    assert set(keeper.indexes) == {"engawa-opportunities", "engawa-people"}


async def test_what_was_broken_off_goes_on_or_begins_again(database: Database, database_url: str) -> None:
    async with database.transaction() as session:
        await make_member(session, "髙橋 悠")
    keeper = Keeper()
    with recording(keeper.answer) as server:
        settings = load_settings(deployment(database_url, server.url))
        keeper.broken = lambda request: AWAY if request.path == "/swap-indexes" else None
        with pytest.raises(NotSearched, match=r"MEILISEARCH_URL cannot be used \(internal\); what was done so far is kept"):
            await reindex(settings, lambda _: None, anew=False)
        async with database.read() as session:
            assert (await session.execute(select(SearchBuild.index, SearchBuild.documents))).all() == [("people", 1)]
        keeper.broken = lambda _: None
        given = len(server.requests)
        await reindex(settings, lambda _: None, anew=False)
        assert not [each for each in server.requests[given:] if "engawa-people-next/documents" in each.path]
        given = len(server.requests)
        await reindex(settings, lambda _: None, anew=True)
        assert [each for each in server.requests[given:] if "engawa-people-next/documents" in each.path]


async def test_without_meilisearch_postgresql_is_indexed(database: Database, database_url: str) -> None:
    async with database.transaction() as session:
        await make_member(session, "髙橋 悠")
    settings = load_settings(deployment(database_url))
    assert (await configure(settings, lambda _: None)).startswith("PostgreSQL searches")
    told = await reindex(settings, lambda _: None, anew=False)
    assert told.startswith("1 documents were indexed anew in PostgreSQL, in ")


async def test_what_cannot_be_reached_is_said_in_one_sentence(database_url: str) -> None:
    with recording(lambda _: Reply({"message": "no", "code": "invalid_api_key"}, 403)) as server:
        settings = load_settings(deployment(database_url, server.url))
        for attempt in (configure(settings, lambda _: None), reindex(settings, lambda _: None, anew=False)):
            with pytest.raises(NotSearched, match="invalid_api_key") as raised:
                await attempt
            assert KEY not in str(raised.value)
    with pytest.raises(NotSearched, match="DATABASE_URL cannot be used"):
        await configure(load_settings(deployment("postgresql://engawa:password@127.0.0.1:1/engawa")), lambda _: None)


async def test_the_doctor_looks_for_the_search_engine(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(request: object) -> Reply:
        return Reply({"results": [], "offset": 0, "limit": 1000, "total": 0})

    lines: list[str] = []
    with recording(answer) as server:
        for name, value in deployment(database_url, server.url).items():
            monkeypatch.setenv(name, value)
        await examine(lines.append)
        assert f"ok  search: {server.url} answers, with 0 documents, 0 of them of another version" in lines
        server.answer = lambda _: Reply(b"nonsense")
        await examine(lines.append)
        assert any(line.startswith(f"!!  search: {server.url} cannot be used (") for line in lines)
    assert KEY not in "".join(lines)
