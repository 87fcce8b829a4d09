"""Who belongs, who decides, and what follows members' affiliations."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.groups import reads
from server.groups.commands import apply_to_groups, approve_memberships, end_memberships
from server.kit.ids import CompanyId, GroupId
from server.kit.paging import PageRequest
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.factories.people import act_as, make_member


async def test_groups_that_decide_are_those_with_somebody_who_may(session: AsyncSession) -> None:
    """An owner, an operator or a deputy; a company's contact does not count."""
    company = await make_company(session)
    deciding, silent = await make_group(session, company), await make_group(session, company)
    await make_role(session, GroupId(deciding.id), await make_member(session), "deputy")
    await make_role(session, GroupId(silent.id), await make_member(session), "company_contact")
    key = CompanyId(company.id)
    assert await reads.deciding_groups(session, [key]) == {key: [deciding.id]}
    assert sorted(await reads.groups_of_company(session, key)) == sorted([deciding.id, silent.id])


async def test_a_membership_goes_its_way(session: AsyncSession) -> None:
    """Applied, approved, left, applied again; an application does not undo an approval."""
    group, member = GroupId((await make_group(session)).id), await make_member(session)
    states: list[str] = []
    for step in (
        apply_to_groups(session, member, [group]),
        approve_memberships(session, member, [group]),
        apply_to_groups(session, member, [group]),
        end_memberships(session, member, [group], "left"),
        apply_to_groups(session, member, [group]),
        end_memberships(session, member, [group], "declined"),
    ):
        await step
        session.expire_all()
        states.append((await reads.own_memberships(session, await act_as(session, member)))[group])
    assert states == ["applied", "approved", "approved", "left", "applied", "declined"]


async def test_only_approved_members_count(session: AsyncSession) -> None:
    """Whoever applied is no member yet."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    await make_member(session, company=company)
    await make_member(session, company=company, verified=False)
    assert await reads.member_counts(session, [group]) == {group: 1}


async def test_all_groups_are_paged_once(session: AsyncSession) -> None:
    """The eighteen of the facts, four at a time."""
    seen: list[object] = []
    after = None
    while True:
        page = await reads.list_groups(session, PageRequest(4, after))
        seen += [group.id for group in page.items]
        if not page.has_next:
            break
        after = page.cursors[-1]
    assert len(seen) == len(set(seen)) >= 18
