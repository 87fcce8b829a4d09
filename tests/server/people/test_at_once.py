"""Two changes at once, to one member's affiliations or between two members: neither may miss the other."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.db import Database
from server.kit.ids import AffiliationId, CompanyId, MemberId
from server.people.commands import (
    AffiliationDraft,
    ConnectionWish,
    accept_connection,
    ask_for_connection,
    block_member,
    declare_affiliation,
    remove_affiliation,
)
from server.people.errors import AlreadyDeclared
from server.people.model import Affiliation, Connection, ConnectionRequest, Profile
from tests.factories.companies import make_company
from tests.factories.people import act_as, make_affiliation, make_member


async def at_once(database: Database, *acts: Callable[[AsyncSession], Awaitable[object]]) -> list[object]:
    """Run each in a transaction of its own that commits only when all have begun, and a moment later."""
    begun = asyncio.Barrier(len(acts))

    async def run(act: Callable[[AsyncSession], Awaitable[object]]) -> None:
        async with database.transaction() as session:
            await begun.wait()
            await act(session)
            await asyncio.sleep(0.2)

    return await asyncio.gather(*(run(act) for act in acts), return_exceptions=True)


async def test_the_last_two_affiliations_removed_at_once_leave_nobody_verified(database: Database) -> None:
    """Each removal alone would leave the other one."""
    async with database.transaction() as session:
        member = await make_member(session, company="ソニー")
        second = await make_affiliation(session, member, "ニトリ")
        first = await session.scalar(select(Affiliation.id).where(Affiliation.member_id == member, Affiliation.id != second.id))
        actor = await act_as(session, member)
    assert first is not None
    outcomes = await at_once(
        database,
        lambda session: remove_affiliation(session, actor, AffiliationId(first)),
        lambda session: remove_affiliation(session, actor, AffiliationId(second.id)),
    )
    async with database.read() as session:
        profile = await session.get_one(Profile, member)
        left = await session.scalar(select(func.count()).where(Affiliation.member_id == member))
    assert (outcomes, left, profile.verified_at) == ([None, None], 0, None)


async def test_the_same_tenure_declared_twice_at_once_stands_once(database: Database) -> None:
    """A double tap: the second meets AlreadyDeclared."""
    async with database.transaction() as session:
        member: MemberId = await make_member(session)
        company = await make_company(session, None)
        actor = await act_as(session, member)
    draft = AffiliationDraft(company_id=CompanyId(company.id), proposed_name=None, started_on=date(2011, 4, 1), ended_on=date(2013, 3, 1))

    async def declare(session: AsyncSession) -> None:
        await declare_affiliation(session, actor, draft)

    outcomes = await at_once(database, declare, declare)
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [AlreadyDeclared]
    async with database.read() as session:
        assert await session.scalar(select(func.count()).where(Affiliation.company_id == company.id)) == 1


async def test_a_block_and_an_answer_at_once_leave_no_connection(database: Database) -> None:
    """Whichever comes first: who asks and accepts while they are blocked waits for it, or is parted by it."""
    async with database.transaction() as session:
        one, other, third = await make_member(session), await make_member(session), await make_member(session)
        actors = {member: await act_as(session, member) for member in (one, other, third)}
        await ask_for_connection(session, actors[one], ConnectionWish(member_id=other))
    await at_once(
        database,
        lambda session: accept_connection(session, actors[other], one),
        lambda session: block_member(session, actors[one], other),
        lambda session: ask_for_connection(session, actors[third], ConnectionWish(member_id=one)),
        lambda session: block_member(session, actors[one], third),
    )
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Connection)) == 0
        assert "asked" not in set(await session.scalars(select(ConnectionRequest.state)))
