"""Search follows the rows: what changed is found, what is gone is not, and everything can be made anew."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update

from server.kit.actor import Level
from server.kit.clock import now
from server.kit.db import Database, Session
from server.kit.ids import MemberId, OpportunityId
from server.kit.log import Event, record
from server.opportunities.commands import READ_AT_ONCE
from server.opportunities.documents import INDEX as OPPORTUNITIES
from server.opportunities.events import OpportunityClosed, OpportunityPosted
from server.opportunities.model import Opportunity
from server.opportunities.rules import Kind
from server.people.documents import INDEX as PEOPLE
from server.people.events import MemberJoined, ProfileUpdated
from server.people.model import Profile
from server.search.engine import Document, Filter, Query, Seeker
from tests.factories.opportunities import CONTRACT_TERMS, make_opportunity
from tests.factories.people import make_member
from workers import indexing
from workers.drain import drain
from workers.indexing import reindex_all, reindex_stale
from workers.parts import Parts
from workers.schedule import read_all_places

VERIFIED = Seeker(level=Level.VERIFIED)


async def found(parts: Parts, index: str, words: str) -> set[Any]:
    """What a verified member finds."""
    async with parts.db.read() as session:
        answer = await parts.engine.search(session, Query(index=index, text=words, seeker=VERIFIED))
    return {hit.id for hit in answer.hits if not answer.dropped}


async def tell(database: Database, *events: Event) -> None:
    """Record facts."""
    async with database.transaction() as session:
        for event in events:
            record(session, event)


async def make_both(database: Database) -> tuple[MemberId, OpportunityId]:
    """A person and a post of theirs, with their jobs."""
    async with database.transaction() as session:
        member = await make_member(session, "髙橋 悠", headline="倉庫の自動化")
        post = await make_opportunity(session, member, title="配送計画の壁打ち")
        record(session, MemberJoined(member_id=member))
        record(session, OpportunityPosted(opportunity_id=post, author_id=member))
    return member, post


async def test_what_is_new_is_found_after_its_job(database: Database, parts: Parts) -> None:
    """Person and post, in any spelling."""
    member, post = await make_both(database)
    assert (await found(parts, PEOPLE, "高橋"), await found(parts, OPPORTUNITIES, "配送")) == (set(), set())
    assert await drain(parts) == 2
    assert (await found(parts, PEOPLE, "高橋"), await found(parts, OPPORTUNITIES, "配送")) == ({member}, {post})


async def test_a_change_replaces_and_an_end_removes(database: Database, parts: Parts) -> None:
    """The words of before find nothing any more; an author's new name finds their posts."""
    member, post = await make_both(database)
    await drain(parts)
    async with database.transaction() as session:
        await session.execute(update(Profile).where(Profile.member_id == member).values(name="齋藤 悠", headline="人事制度"))
        record(session, ProfileUpdated(member_id=member))
    await drain(parts)
    assert (await found(parts, PEOPLE, "倉庫"), await found(parts, PEOPLE, "斎藤")) == (set(), {member})
    assert (await found(parts, OPPORTUNITIES, "高橋"), await found(parts, OPPORTUNITIES, "斎藤")) == (set(), {post})
    async with database.transaction() as session:
        await session.execute(update(Opportunity).where(Opportunity.id == post).values(closed_at=now(), close_reason="found"))
        record(session, OpportunityClosed(opportunity_id=post, author_id=member, reason="found"))
    await drain(parts)
    assert await found(parts, OPPORTUNITIES, "配送") == set()


async def test_a_job_about_what_is_gone_forgets_it(database: Database, parts: Parts) -> None:
    """However late it comes, and as often as it comes."""
    member, post = await make_both(database)
    await drain(parts)
    async with database.transaction() as session:
        await session.execute(delete(Profile).where(Profile.member_id == member))
        await session.execute(delete(Opportunity).where(Opportunity.id == post))
    facts = (ProfileUpdated(member_id=member), OpportunityPosted(opportunity_id=post, author_id=member))
    await tell(database, *facts, *facts)
    assert await drain(parts) == 4
    assert (await found(parts, PEOPLE, "高橋"), await found(parts, OPPORTUNITIES, "配送")) == (set(), set())


async def test_who_changes_while_everything_is_made_anew_is_found_as_they_are(
    database: Database, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their job is done in what is searched, and once more in what takes its place."""
    member, post = await make_both(database)
    await drain(parts)
    plain = indexing.all_documents

    async def interrupted(session: Session) -> AsyncGenerator[Sequence[Document]]:
        async for documents in plain(session):
            yield documents
        async with database.transaction() as other:
            await other.execute(update(Profile).where(Profile.member_id == member).values(name="齋藤 悠", headline="人事制度"))
            await other.execute(delete(Opportunity).where(Opportunity.id == post))
            record(other, ProfileUpdated(member_id=member))
            record(other, OpportunityClosed(opportunity_id=post, author_id=member, reason="found"))
        await drain(parts)

    monkeypatch.setattr(indexing, "all_documents", interrupted)
    await reindex_all(parts)
    assert (await found(parts, PEOPLE, "倉庫"), await found(parts, PEOPLE, "斎藤")) == (set(), {member})
    assert await found(parts, OPPORTUNITIES, "配送") == set()


async def test_everything_can_be_made_anew(database: Database, parts: Parts) -> None:
    """From the rows alone: for a world that was loaded without jobs, and after another version of the analysis."""
    member, post = await make_both(database)
    assert await reindex_all(parts) == 2
    assert (await found(parts, PEOPLE, "高橋"), await found(parts, OPPORTUNITIES, "配送")) == ({member}, {post})
    async with database.transaction() as session:
        await session.execute(text("UPDATE search_documents SET analysis = 'of before'"))
    async with database.read() as session:
        assert (await parts.engine.health(session)).stale == 2
    await reindex_stale(parts)
    async with database.read() as session:
        assert (await parts.engine.health(session)).stale == 0


async def test_where_posts_of_an_earlier_release_take_place_is_read(database: Database, parts: Parts) -> None:
    """Out of their line and their terms, also of so many that they are not read at once; then they are found by it."""
    told: dict[str | None, list[str]] = {"福岡市": ["JP-40"], "東京・大阪": ["JP-13", "JP-27"], "宇宙": [], None: []}
    async with database.transaction() as session:
        member = await make_member(session)
        posts = {place: await make_opportunity(session, member, place=place, title="壁打ち") for place in told}
        terms = await make_opportunity(session, member, kind=Kind.CONTRACT, terms=CONTRACT_TERMS | {"place": "札幌"}, title="壁打ち")
        many = [await make_opportunity(session, member, place="福岡") for _ in range(READ_AT_ONCE)]
        await session.execute(update(Opportunity).values(places=None))
    await read_all_places(parts)
    async with database.read() as session:
        rows = {row.id: row.places for row in await session.scalars(select(Opportunity))}
        asked = Query(index=OPPORTUNITIES, text="壁打ち", seeker=VERIFIED, filters=(Filter("place", frozenset({"JP-27", "JP-01"})),))
        met = {hit.id for hit in (await parts.engine.search(session, asked)).hits}
    assert rows == {posts[place]: places for place, places in told.items()} | {terms: ["JP-01"]} | {key: ["JP-40"] for key in many}
    assert met == {posts["東京・大阪"], terms}
