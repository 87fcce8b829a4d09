"""Mails of what met a saved search: at once, or a day's or a week's together, each post once; none where nothing came, none after a no."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from server.kit.actor import Level
from server.kit.db import Database
from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.kit.log import OPPORTUNITIES, inbox, record
from server.opportunities.events import OpportunityPosted
from server.opportunities.model import Opportunity
from server.opportunities.rules import Kind, OpportunityFilter
from server.people.model import Profile
from server.people.reads import actor_of
from server.standing.commands import (
    StandingDraft,
    pause_standing_query,
    refuse_standing_mail,
    save_standing_query,
)
from server.standing.events import StandingQueryMatched
from server.standing.model import StandingMatch, StandingQuery
from server.standing.rules import Channel
from tests.conftest import Letters
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_block, make_member
from tests.support.working import Breaking, bodies, outbox, worker_parts
from workers.drain import drain
from workers.notifying.digests import send_digests
from workers.parts import Parts

MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
TUESDAY = MONDAY + timedelta(days=1)
READER = "reader@people.example"


async def two(database: Database, language: str = "ja") -> tuple[MemberId, MemberId]:
    """Who posts, and who waits for posts."""
    async with database.transaction() as session:
        author = await make_member(session, "髙橋 悠", email="author@people.example")
        return author, await make_member(session, "佐藤 凪", email=READER, language=language)


async def save(parts: Parts, member: MemberId, name: str, channel: Channel, **asked: Any) -> StandingQueryId:
    """A search of the member's."""
    async with parts.db.transaction() as session:
        actor = await actor_of(session, member)
        assert actor is not None
        draft = StandingDraft(name=name, wanted=OpportunityFilter(**asked), channel=channel)
        return StandingQueryId((await save_standing_query(session, parts.engine, actor, draft)).id)


async def post(parts: Parts, author: MemberId, title: str, kind: Kind = Kind.SPEAKER) -> OpportunityId:
    """A post, and all that follows from it."""
    async with parts.db.transaction() as session:
        key = await make_opportunity(session, author, title=title, kind=kind, body="お願いします。")
        record(session, OpportunityPosted(opportunity_id=key, author_id=author), OPPORTUNITIES)
    await drain(parts)
    return key


async def test_a_mail_at_once_says_which_search_it_was(database: Database, parts: Parts) -> None:
    """One for each post, in the reader's language, and not again."""
    author, reader = await two(database, "en")
    await save(parts, reader, "登壇の話", Channel.MAIL, text="登壇")
    await save(parts, reader, "live", Channel.LIVE, kinds=frozenset({Kind.SPEAKER}))
    await post(parts, author, "登壇のお願い")
    await post(parts, author, "会計の相談", Kind.OTHER)
    (mail,) = await outbox(database)
    assert (mail.recipient, mail.subject) == (READER, "Something for a search you saved")
    assert "your saved search “登壇の話”" in mail.text
    assert "登壇のお願い" in mail.text


@pytest.mark.parametrize("how", ["author", "post", "search", "nothing"])
async def test_what_no_longer_meets_the_search_is_not_mailed(database: Database, parts: Parts, how: str) -> None:
    """Between the match and the mail: the author hides, whose name the search asks for; the post or the search says something else."""
    author, reader = await two(database)
    query = await save(parts, reader, "髙橋さん", Channel.MAIL, text="髙橋 悠")
    async with database.transaction() as session:
        key = await make_opportunity(session, author, title="登壇のお願い", body="髙橋 悠です。" if how == "post" else "お願いします。")
        record(session, StandingQueryMatched(query_id=query, opportunity_id=key, member_id=reader), inbox(reader))
        profile = await session.get_one(Profile, author)
        if how in ("author", "post"):
            profile.listed_level = int(Level.CONNECTIONS)
        if how == "post":
            (await session.get_one(Opportunity, key)).body = "お願いします。"
        if how == "search":
            (await session.get_one(StandingQuery, query)).text = "会計"
    await drain(parts)
    assert len(await outbox(database)) == (how == "nothing")


async def test_a_digest_gathers_by_search_and_repeats_nothing(database: Database, parts: Parts) -> None:
    """A post that meets two searches stands with the older one; the next day there is no mail, or one with what is new."""
    author, reader = await two(database)
    await save(parts, reader, "登壇", Channel.DAILY, kinds=frozenset({Kind.SPEAKER}))
    await save(parts, reader, "会場", Channel.DAILY, text="会場")
    await save(parts, reader, "週ごと", Channel.WEEKLY, text="会計")
    for title, kind in (
        ("登壇のお願い", Kind.SPEAKER),
        ("会場で登壇", Kind.SPEAKER),
        ("会場をお貸しします", Kind.VENUE),
        ("会計の相談", Kind.OTHER),
    ):
        await post(parts, author, title, kind)
    assert await outbox(database) == []
    await send_digests(parts, TUESDAY - timedelta(hours=4))
    assert await outbox(database) == []
    for _ in range(2):
        await send_digests(parts, TUESDAY)
    (mail,) = await outbox(database)
    lines = [line.removeprefix("> ") for line in mail.text.splitlines() if line.startswith("> ")]
    assert lines == ["「登壇」に合う募集（2件）", "・会場で登壇", "・登壇のお願い", "「会場」に合う募集（1件）", "・会場をお貸しします"]
    assert "募集が、3件届きました。" in mail.text
    await send_digests(parts, TUESDAY + timedelta(days=1))
    assert len(await outbox(database)) == 1
    await post(parts, author, "会場のこと", Kind.VENUE)
    await send_digests(parts, MONDAY + timedelta(days=7))
    *_, mail = await outbox(database)
    lines = [line.removeprefix("> ") for line in mail.text.splitlines() if line.startswith("> ")]
    assert lines == ["「会場」に合う募集（1件）", "・会場のこと", "「週ごと」に合う募集（1件）", "・会計の相談"]


@pytest.mark.parametrize("how", ["closed", "hidden", "paused", "changed"])
async def test_what_is_over_by_the_morning_is_left_out(database: Database, parts: Parts, how: str) -> None:
    """And where nothing is left, no mail is sent."""
    author, reader = await two(database)
    query = await save(parts, reader, "登壇", Channel.DAILY, text="登壇")
    key = await post(parts, author, "登壇のお願い")
    async with database.transaction() as session:
        row = await session.get_one(Opportunity, key)
        if how == "closed":
            row.closed_at = row.posted_at
        if how == "hidden":
            row.hidden_at = row.posted_at
        if how == "changed":
            row.title, row.kind = "会計の相談", Kind.OTHER.value
        if how == "paused":
            actor = await actor_of(session, reader)
            assert actor is not None
            await pause_standing_query(session, actor, query)
    await send_digests(parts, TUESDAY)
    assert await outbox(database) == []


async def test_what_one_may_not_see_any_more_keeps_nothing_else_back(database: Database, parts: Parts) -> None:
    """However much of it waits, and however new it is."""
    author, reader = await two(database)
    query = await save(parts, reader, "登壇", Channel.DAILY, text="登壇")
    await post(parts, author, "登壇のお願い")
    async with database.transaction() as session:
        blocked = await make_member(session, "岡 蓮")
        await make_block(session, blocked, reader)
        keys = [await make_opportunity(session, blocked, title="登壇の話") for _ in range(50)]
        session.add_all(StandingMatch(query_id=query, opportunity_id=key) for key in keys)
    await send_digests(parts, TUESDAY)
    (mail,) = await outbox(database)
    assert "・登壇のお願い" in mail.text
    assert "登壇の話" not in mail.text


async def test_what_was_told_at_once_stands_in_no_digest(database: Database, parts: Parts) -> None:
    """Whichever search it was that told."""
    author, reader = await two(database)
    await save(parts, reader, "登壇", Channel.DAILY, kinds=frozenset({Kind.SPEAKER}))
    await save(parts, reader, "すぐに", Channel.LIVE, text="登壇")
    await post(parts, author, "登壇のお願い")
    await send_digests(parts, TUESDAY)
    assert await outbox(database) == []


async def test_a_mail_that_could_not_be_sent_is_sent_later(database: Database, parts: Parts) -> None:
    """What it tells of waits until then."""
    author, reader = await two(database)
    await save(parts, reader, "登壇", Channel.DAILY, text="登壇")
    await post(parts, author, "登壇のお願い")
    broken = worker_parts(database, Breaking(parts.mailer, before=1))
    await send_digests(broken, TUESDAY)
    assert await outbox(database) == []
    await send_digests(broken, TUESDAY + timedelta(hours=1))
    assert len(await outbox(database)) == 1


async def test_no_mail_after_a_no(database: Database, smtp_parts: Parts, mail_server: tuple[str, Letters]) -> None:
    """The mail program calls the address in the mail; from then on they are told on the page only."""
    author, reader = await two(database)
    await save(smtp_parts, reader, "登壇", Channel.MAIL, text="登壇")
    await save(smtp_parts, reader, "会場", Channel.DAILY, text="会場")
    await post(smtp_parts, author, "登壇のお願い")
    (letter,) = mail_server[1].received
    address = "".join(letter["List-Unsubscribe"].split())
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<https://engawa\.example/standing/refused/[\w-]+>", address)
    assert "登壇のお願い" in bodies(letter)[0]
    await post(smtp_parts, author, "会場のこと", Kind.VENUE)
    async with database.transaction() as session:
        await refuse_standing_mail(session, smtp_parts.seal, "another")
        assert set(await session.scalars(select(StandingQuery.channel))) == {"mail", "daily"}
        await refuse_standing_mail(session, smtp_parts.seal, address.rpartition("/")[2].rstrip(">"))
    async with database.read() as session:
        assert set(await session.scalars(select(StandingQuery.channel))) == {"live"}
    await post(smtp_parts, author, "登壇をもう一度")
    await send_digests(smtp_parts, TUESDAY)
    async with database.transaction() as session:
        await session.execute(update(StandingQuery).values(channel="daily"))
    await send_digests(smtp_parts, TUESDAY)
    assert len(mail_server[1].received) == 1
