"""The weekly mail of who came that meets a saved search for people: on a Monday, once, only whom the reader sees at that moment."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from server.companies.model import Company
from server.kit.db import Database
from server.kit.ids import CompanyId, MemberId, StandingQueryId
from server.people.model import Profile
from server.people.reads import actor_of
from server.people.rules.filters import PeopleFilter
from server.standing.commands import pause_standing_query, refuse_standing_mail, save_people_query, standing_mail_refusal
from server.standing.model import StandingQuery
from tests.factories.companies import make_company
from tests.factories.people import employ, make_affiliation, make_block, make_exclusion, make_member
from tests.support.working import Breaking, outbox, worker_parts
from workers.indexing import reindex_all
from workers.notifying.newcomers import tell_of_newcomers
from workers.parts import Parts

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
READER = "reader@people.example"


async def cast(database: Database, **reader: Any) -> tuple[MemberId, Company]:
    """The reader, and a company where newcomers come from."""
    async with database.transaction() as session:
        company = await make_company(session, "こもれび製作所")
        return await make_member(session, "佐藤 凪", email=READER, **reader), company


async def save(database: Database, member: MemberId, name: str, wanted: PeopleFilter) -> StandingQueryId:
    """A search that was last looked at a week before the Monday."""
    async with database.transaction() as session:
        actor = await actor_of(session, member)
        assert actor is not None
        row = await save_people_query(session, actor, name, wanted)
        row.looked_at = MONDAY - timedelta(days=7)
        return StandingQueryId(row.id)


async def come(parts: Parts, name: str, company: Company | str, when: datetime, **columns: Any) -> MemberId:
    """Somebody who was confirmed for the first time then, and is found."""
    async with parts.db.transaction() as session:
        member = await make_member(session, name, company, **columns)
        await session.execute(update(Profile).where(Profile.member_id == member).values(verified_at=when))
    await reindex_all(parts)
    return member


async def test_who_came_is_told_by_search_and_once(database: Database, parts: Parts) -> None:
    """Those of the last week; who meets two searches stands with the older one; the next Monday has its own."""
    reader, company = await cast(database)
    await save(database, reader, "こもれびの方", PeopleFilter(companies=(CompanyId(company.id),)))
    await save(database, reader, "みなさん", PeopleFilter(verification=20))
    await come(parts, "髙橋 悠", company, MONDAY - timedelta(days=2))
    await come(parts, "昔 花", company, MONDAY - timedelta(days=8))
    await come(parts, "岡 蓮", "ソニー", MONDAY - timedelta(days=1))
    for moment in (MONDAY - timedelta(days=1), MONDAY.replace(hour=7), MONDAY.replace(hour=21)):
        await tell_of_newcomers(parts, moment)
    assert await outbox(database) == []
    for _ in range(2):
        await tell_of_newcomers(parts, MONDAY)
    (mail,) = await outbox(database)
    lines = [line.removeprefix("> ") for line in mail.text.splitlines() if line.startswith("> ")]
    assert mail.recipient == READER
    assert lines == ["「こもれびの方」に合う方（1人）", "・髙橋 悠さん", "「みなさん」に合う方（1人）", "・岡 蓮さん"]
    assert "新しく2人参加しました" in mail.text
    await tell_of_newcomers(parts, MONDAY + timedelta(days=7))
    assert len(await outbox(database)) == 1
    await come(parts, "森 楓", company, MONDAY + timedelta(days=8))
    await tell_of_newcomers(parts, MONDAY + timedelta(days=14))
    *_, mail = await outbox(database)
    assert "森 楓さん" in mail.text
    assert "髙橋 悠さん" not in mail.text


@pytest.mark.parametrize("how", ["hidden", "excluded", "block", "blocked", "unverified", "paused", "refused", "not a colleague"])
async def test_who_is_not_to_be_seen_is_not_named(database: Database, parts: Parts, how: str) -> None:
    """At the moment of the mail; and where nobody is left, or nobody wants it, there is none."""
    reader, company = await cast(database)
    query = await save(database, reader, "こもれびの方", PeopleFilter(companies=(CompanyId(company.id),)))
    columns = {"listed_level": 60} if how == "hidden" else {}
    newcomer = await come(parts, "髙橋 悠", "ソニー" if how == "not a colleague" else company, MONDAY - timedelta(days=2), **columns)
    async with database.transaction() as session:
        if how == "excluded":
            await make_exclusion(session, newcomer, other=reader)
        if how in ("block", "blocked"):
            await make_block(session, *((newcomer, reader) if how == "block" else (reader, newcomer)))
        if how == "unverified":
            await session.execute(update(Profile).where(Profile.member_id == reader).values(verified_at=None))
        if how == "paused":
            actor = await actor_of(session, reader)
            assert actor is not None
            await pause_standing_query(session, actor, query)
        if how == "refused":
            await refuse_standing_mail(session, parts.seal, standing_mail_refusal(parts.seal, reader))
    await tell_of_newcomers(parts, MONDAY)
    assert await outbox(database) == []


async def test_a_mail_that_could_not_be_sent_is_sent_later(database: Database, parts: Parts) -> None:
    """Whom it names waits until then, and is named in the reader's letters."""
    reader, company = await cast(database, language="en")
    await save(database, reader, "Komorebi", PeopleFilter(companies=(CompanyId(company.id),)))
    await come(parts, "髙橋 悠", company, MONDAY - timedelta(days=2), romanised="Yu Takahashi")
    broken = worker_parts(database, Breaking(parts.mailer, before=1))
    await tell_of_newcomers(broken, MONDAY)
    assert await outbox(database) == []
    await tell_of_newcomers(broken, MONDAY + timedelta(hours=1))
    (mail,) = await outbox(database)
    assert "- Yu Takahashi" in mail.text
    async with database.read() as session:
        row = await session.get(StandingQuery, (await session.scalars(StandingQuery.__table__.select())).first())
    assert row is not None
    assert row.looked_at == MONDAY


async def named(database: Database) -> list[str]:
    """Whom the mails named so far."""
    lines = [line.removeprefix("> ") for mail in await outbox(database) for line in mail.text.splitlines()]
    return [line.removeprefix("・").removesuffix("さん") for line in lines if line.startswith("・")]


@pytest.mark.parametrize(
    "wanted",
    [
        PeopleFilter(with_me=True),
        PeopleFilter(places=("JP-13",)),
        PeopleFilter(languages=("de",)),
        PeopleFilter(availability=("now",)),
    ],
)
async def test_what_is_told_later_or_to_others_names_nobody(database: Database, parts: Parts, wanted: PeopleFilter) -> None:
    """Who came is named once, as they were then; nobody whose field is closed, and nobody who changes a profile after they came."""
    reader, company = await cast(database)
    await save(database, reader, "こういう方", wanted)
    told = {"place": "東京", "languages": ["de"], "availability": "now"}
    closed = dict.fromkeys(("place_level", "languages_level", "availability_level", "listed_level"), 60)
    # At the same company in the same months, by the factories.
    came = await come(parts, "岡 蓮", "ソニー" if not wanted.with_me else company, MONDAY - timedelta(days=2), **told)
    if wanted.with_me:
        await make_with(parts, reader, company)
    await come(parts, "隠 凪", company, MONDAY - timedelta(days=2), **told, **closed)
    early = await come(parts, "昔 花", "ニトリ", MONDAY - timedelta(days=30))
    for moment in (MONDAY, MONDAY + timedelta(days=7)):
        await tell_of_newcomers(parts, moment)
        async with database.transaction() as session:
            for member in (came, early):
                await session.execute(update(Profile).where(Profile.member_id == member).values(**told))
                await make_affiliation(session, member, company)
        await reindex_all(parts)
    assert await named(database) == ["岡 蓮"]


async def make_with(parts: Parts, reader: MemberId, company: Company) -> None:
    """The reader was at that company too."""
    async with parts.db.transaction() as session:
        await make_affiliation(session, reader, company)


async def test_an_availability_names_nobody_to_their_employer(database: Database, parts: Parts) -> None:
    """Though everybody else is told."""
    reader, company = await cast(database)
    await make_with(parts, reader, company)
    await save(database, reader, "今すぐの方", PeopleFilter(availability=("now",)))
    async with database.transaction() as session:
        other = await make_member(session, "林 渚", email="other@people.example")
    await save(database, other, "今すぐの方", PeopleFilter(availability=("now",)))
    newcomer = await come(parts, "岡 蓮", "ニトリ", MONDAY - timedelta(days=2), availability="now")
    async with database.transaction() as session:
        await employ(session, newcomer, company)
    await reindex_all(parts)
    await tell_of_newcomers(parts, MONDAY)
    (mail,) = await outbox(database)
    assert (mail.recipient, "岡 蓮さん" in mail.text) == ("other@people.example", True)
