"""Who decides for a company's alumni, and who speaks for the company."""

from sqlalchemy import literal
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.groups.model import GroupCompany, GroupRole
from server.groups.policy import has_contact, has_deciders, is_contact
from server.kit.ids import GroupId, MemberId
from tests.factories.accounts import make_account
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group, make_role
from tests.support.predicates import true_of


async def test_each_role_in_a_group_of_the_company(session: AsyncSession) -> None:
    """Owner, operator and deputy decide, the contact speaks; a member without a role does neither, nor does a group elsewhere."""
    roles = ("owner", "operator", "deputy", "company_contact", None)
    companies = [await make_company(session) for _ in (*roles, "no group")]
    members = [MemberId((await make_account(session)).id) for _ in roles]
    for company, role, member in zip(companies, roles, members, strict=False):
        group = GroupId((await make_group(session, company)).id)
        await join_group(session, group, member)
        if role is not None:
            await make_role(session, group, member, role)
    owned, operated, deputised, spoken_for, silent, alone = keys = [company.id for company in companies]
    assert await true_of(session, Company.id, has_deciders(Company.id), keys) == {owned, operated, deputised}
    assert await true_of(session, Company.id, has_contact(Company.id), keys) == {spoken_for}
    speaking = [await true_of(session, Company.id, is_contact(literal(member), Company.id), keys) for member in members]
    assert speaking == [set(), set(), set(), {spoken_for}, set()]
    assert {silent, alone} <= set(keys)


async def test_one_member_with_roles_for_two_companies(session: AsyncSession) -> None:
    """They speak only where they are the contact, and a colleague's role there does not make them one."""
    first, second = await make_company(session), await make_company(session)
    groups = [GroupId((await make_group(session, company)).id) for company in (first, second)]
    member, other = [MemberId((await make_account(session)).id) for _ in range(2)]
    await make_role(session, groups[0], member, "company_contact")
    await make_role(session, groups[1], member, "operator")
    await make_role(session, groups[1], other, "company_contact")
    keys = (first.id, second.id)
    assert await true_of(session, Company.id, is_contact(literal(member), Company.id), keys) == {first.id}
    assert await true_of(session, Company.id, is_contact(literal(other), Company.id), keys) == {second.id}
    assert await true_of(session, Company.id, has_deciders(Company.id), keys) == {second.id}
    # A statement that reads the same tables itself: each row is asked about its own company, and its own member.
    gathered = await true_of(session, GroupCompany.company_id, has_deciders(GroupCompany.company_id), keys)
    assert gathered == {second.id}
    speaks = is_contact(GroupRole.member_id, literal(first.id))
    assert await true_of(session, GroupRole.member_id, speaks, (member, other)) == {member}
