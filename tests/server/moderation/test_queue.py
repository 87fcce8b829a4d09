"""The queue: operators decide in their own group, stewards where no group does and where nobody did for a week."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import GroupRole
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId
from server.kit.paging import BadPage, PageRequest, write_cursor
from server.moderation.reads import queue, reports_by_ids, waiting_in_queue
from server.people.reads import actor_of
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.moderation import make_report
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_affiliation, make_member, make_operator

WEEK_AND_A_DAY = timedelta(days=8)


async def as_actor(session: AsyncSession, member: MemberId) -> Actor:
    """The member as they ask."""
    actor = await actor_of(session, member)
    assert actor is not None
    return actor


async def waits(session: AsyncSession, member: MemberId) -> set[object]:
    """The ids of what waits for the member."""
    actor = await as_actor(session, member)
    page = await queue(session, actor, PageRequest(100))
    assert page.total == len(page.items) == await waiting_in_queue(session, actor)
    return {entry.id for entry in page.items}


async def demote(session: AsyncSession, group: GroupId, member: MemberId) -> None:
    """Make an operator the company's contact."""
    from_role = await session.get_one(GroupRole, (group, member))
    from_role.role = "company_contact"
    await session.flush()


async def test_affiliations_wait_for_the_operators_of_the_companys_group(session: AsyncSession) -> None:
    """Not for those of another group, not for stewards while somebody decides there, and nobody decides on their own."""
    company, elsewhere = await make_company(session), await make_company(session)
    group, other_group = await make_group(session, company), await make_group(session, elsewhere)
    operator = await make_operator(session, GroupId(group.id), company=company)
    other = await make_operator(session, GroupId(other_group.id), company=elsewhere)
    steward = await make_member(session, is_steward=True)
    newcomer = await make_member(session, verified=False)
    affiliation = await make_affiliation(session, newcomer, company, state="awaiting")
    own = await make_affiliation(session, operator, company, state="awaiting")
    assert affiliation.id in await waits(session, operator)
    assert own.id not in await waits(session, operator)
    assert await waits(session, other) == set()
    assert await waits(session, newcomer) == set()
    assert affiliation.id not in await waits(session, steward)


async def test_affiliations_without_a_deciding_group_wait_for_the_stewards(session: AsyncSession) -> None:
    """A group with a company contact only decides nothing."""
    company = await make_company(session)
    group = await make_group(session, company)
    contact = await make_operator(session, GroupId(group.id), company=company)
    steward = await make_member(session, is_steward=True)
    newcomer = await make_member(session, verified=False)
    affiliation = await make_affiliation(session, newcomer, company, state="awaiting")
    await demote(session, GroupId(group.id), contact)
    assert affiliation.id in await waits(session, steward)
    assert await waits(session, contact) == set()


async def test_what_waits_for_a_week_reaches_the_stewards(session: AsyncSession) -> None:
    """It stays in the group's queue too."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    operator = await make_operator(session, group, company=company)
    steward = await make_member(session, is_steward=True)
    reporter = await make_member(session, company=company)
    affiliation = await make_affiliation(session, await make_member(session, verified=False), company, state="awaiting")
    affiliation.declared_at = now() - WEEK_AND_A_DAY
    post = await make_opportunity(session, await make_member(session))
    old = await make_report(session, reporter, post, group=group, filed_at=now() - WEEK_AND_A_DAY)
    young = await make_report(session, reporter, await make_opportunity(session, reporter), group=group)
    await session.flush()
    assert {affiliation.id, old, young} <= await waits(session, operator)
    assert {affiliation.id, old} <= await waits(session, steward)
    assert young not in await waits(session, steward)


async def test_reports_wait_for_who_decides_and_never_for_whom_they_are_about(session: AsyncSession) -> None:
    """A reported operator sees neither the entry nor the report; a decided one waits for nobody."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    operator, reported = await make_operator(session, group, company=company), await make_operator(session, group, company=company)
    steward, reporter = await make_member(session, is_steward=True), await make_member(session, company=company)
    post = await make_opportunity(session, reported)
    in_group = await make_report(session, reporter, post, about=reported, group=group)
    about_steward = await make_report(session, reporter, steward, kind="member", about=steward)
    in_none = await make_report(session, reporter, reported, kind="member", about=reported)
    decided = await make_report(session, operator, post, about=reported, group=group, decided_at=now(), decision="dismissed")
    assert await waits(session, operator) == {in_group}
    assert await waits(session, reported) == set()
    seen = await waits(session, steward)
    assert in_none in seen
    assert not {in_group, about_steward, decided} & seen
    ids = [in_group, about_steward, in_none, decided]
    visible = {
        member: set(await reports_by_ids(session, await as_actor(session, member), ids))
        for member in (operator, reported, steward, reporter)
    }
    assert visible == {
        operator: {in_group, decided},
        reported: set(),
        steward: {in_group, in_none, decided},
        reporter: {in_group, about_steward, in_none},
    }


async def test_the_longest_wait_comes_first_page_by_page(session: AsyncSession) -> None:
    """Across both kinds, without a gap and without a double."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    operator = await make_operator(session, group, company=company)
    reporter = await make_member(session)
    expected = []
    for days in range(6, 0, -1):
        if days % 2:
            post = await make_opportunity(session, await make_member(session))
            expected.append(await make_report(session, reporter, post, group=group, filed_at=now() - timedelta(days=days)))
        else:
            row = await make_affiliation(session, await make_member(session, verified=False), company, state="awaiting")
            row.declared_at = now() - timedelta(days=days)
            expected.append(row.id)
    await session.flush()
    actor, found, after = await as_actor(session, operator), [], None
    for _ in range(3):
        page = await queue(session, actor, PageRequest(2, after))
        assert page.total == 6
        found += [entry.id for entry in page.items]
        assert all(entry.group_id == group for entry in page.items)
        after = page.cursors[-1]
    assert (found, page.has_next) == (expected, False)
    with pytest.raises(BadPage):
        await queue(session, actor, PageRequest(2, write_cursor("yesterday", "no id")))
