"""Viewers who are rows of the very tables that the predicates look into: each row is its own viewer, and nobody is taken for another."""

from datetime import date
from typing import Any

from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.groups.model import GroupApplication, GroupCompany, GroupMembership
from server.kit.actor import Level
from server.kit.ids import GroupId
from server.people.model import Affiliation, Block, Connection, Exclusion, PresentEmployer, Profile, ProfileCircle
from server.people.policy import availability_told, not_blocked, visible_to
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_application, make_group
from tests.factories.people import (
    choose_circle,
    employ,
    make_affiliation,
    make_block,
    make_connection,
    make_exclusion,
    make_profile,
)
from tests.support.predicates import true_beside, viewers


async def test_by_who_they_are(session: AsyncSession) -> None:
    """Of blocks, exclusions and connections, all of which have two ends."""
    one, other = [await make_profile(session, listed_level=int(Level.CONNECTIONS)) for _ in range(2)]
    friend, foe = await make_profile(session), await make_profile(session)
    await make_connection(session, one, friend)
    await make_connection(session, other, foe)
    seen = await true_beside(
        session, Profile.member_id, Connection.other_id, visible_to(viewers(member_id=Connection.other_id)), (one, other)
    )
    assert seen == {(one, friend), (other, foe), (one, one), (other, other)}
    await make_block(session, friend, one)
    await make_block(session, foe, other)
    apart = not_blocked(Profile.member_id, Block.blocked_id)
    assert await true_beside(session, Profile.member_id, Block.blocked_id, apart, (friend, foe)) == {(foe, one), (friend, other)}
    await make_exclusion(session, friend, other=one)
    await make_exclusion(session, foe, other=other)
    kept = visible_to(viewers(member_id=Exclusion.other_id))
    assert await true_beside(session, Profile.member_id, Exclusion.other_id, kept, (friend, foe)) == {(foe, one), (friend, other)} - {
        (friend, one)
    }


async def test_by_where_they_belong(session: AsyncSession) -> None:
    """Of memberships and chosen circles, each with a group of its own."""
    groups = [GroupId((await make_group(session)).id) for _ in range(2)]
    for level, table in ((Level.OWN_GROUPS, GroupMembership.group_id), (Level.CHOSEN_GROUPS, ProfileCircle.circle_id)):
        people = [await make_profile(session, listed_level=int(level)) for _ in groups]
        for person, group in zip(people, groups, strict=True):
            await join_group(session, group, person)
            await choose_circle(session, person, group, "group")
        seen = await true_beside(session, Profile.member_id, table, visible_to(viewers(groups=_only(table))), people)
        assert seen == set(zip(people, groups, strict=True))


async def test_by_what_they_operate(session: AsyncSession) -> None:
    """Of the companies of groups: whoever waits is seen by the group that gathers their company."""
    companies = [await make_company(session) for _ in range(2)]
    groups = [GroupId((await make_group(session, company)).id) for company in companies]
    people = [await make_profile(session, verified=False) for _ in companies]
    for person, company in zip(people, companies, strict=True):
        await make_affiliation(session, person, company, state="awaiting")
    operators = viewers(operates=_only(GroupCompany.group_id))
    seen = await true_beside(session, Profile.member_id, GroupCompany.group_id, visible_to(operators), people)
    assert seen == set(zip(people, groups, strict=True))


async def test_by_where_somebody_applied(session: AsyncSession) -> None:
    """Of applications: whoever waits is seen by the group that they asked, and by no other that somebody asked."""
    groups = [GroupId((await make_group(session)).id) for _ in range(2)]
    people = [await make_profile(session, verified=False) for _ in groups]
    for person, group in zip(people, groups, strict=True):
        await make_application(session, group, person)
    operators = viewers(operates=_only(GroupApplication.group_id))
    seen = await true_beside(session, Profile.member_id, GroupApplication.group_id, visible_to(operators), people)
    assert seen == set(zip(people, groups, strict=True))


async def test_by_where_they_work(session: AsyncSession) -> None:
    """Of present employers and of tenures: the availability is kept from the one employer, and not from the other."""
    companies = [await make_company(session) for _ in range(2)]
    for table in (PresentEmployer.company_id, Affiliation.company_id):
        people = [await make_profile(session, availability="now") for _ in companies]
        for person, company in zip(people, companies, strict=True):
            await _work(session, person, company, table)
        told = availability_told(viewers(companies=_only(table))).is_not(None)
        seen = await true_beside(session, Profile.member_id, table, told, people)
        ours = {company.id for company in companies}
        assert {pair for pair in seen if pair[1] in ours} == {(people[0], companies[1].id), (people[1], companies[0].id)}


async def _work(session: AsyncSession, person: Any, company: Company, table: Any) -> None:
    if table is PresentEmployer.company_id:
        await employ(session, person, company)
    else:
        await make_affiliation(session, person, company, started_on=date(2020, 4, 1), ended_on=None)


def _only(column: Any) -> Any:
    return array([column])
