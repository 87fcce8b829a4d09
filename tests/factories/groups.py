"""Alumni groups, memberships and roles for tests."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.groups.model import AlumniGroup, GroupApplication, GroupCompany, GroupMembership, GroupProposal, GroupRole
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, uuid7


async def make_group(session: AsyncSession, *companies: Company, name: str | None = None, slug: str | None = None) -> AlumniGroup:
    """A group of these companies' alumni, run by volunteers."""
    slug = slug or f"group-{uuid7().hex}"
    group = AlumniGroup(slug=slug, name=name or slug, description="卒業生の集まりです。", run_by="volunteers", recognition="none")
    session.add(group)
    await session.flush()
    session.add_all([GroupCompany(group_id=group.id, company_id=company.id) for company in companies])
    await session.flush()
    return group


async def make_proposal(
    session: AsyncSession, member: MemberId | None, *companies: Company, slug: str | None = None, note: str | None = None
) -> AlumniGroup:
    """A group of these companies' alumni that the member proposed, and that waits for a steward. None: who proposed it is gone."""
    group = await make_group(session, *companies, slug=slug)
    group.state = "proposed"
    session.add(GroupProposal(group_id=group.id, member_id=member, note=note))
    await session.flush()
    return group


async def join_group(session: AsyncSession, group: GroupId, member: MemberId, *, state: str = "approved") -> None:
    """A membership."""
    await session.merge(GroupMembership(group_id=group, member_id=member, state=state))
    await session.flush()


async def make_role(session: AsyncSession, group: GroupId, member: MemberId, role: str = "operator") -> None:
    """A standing role, with the membership that goes with it."""
    await session.merge(GroupRole(group_id=group, member_id=member, role=role))
    await join_group(session, group, member)


async def make_application(
    session: AsyncSession, group: GroupId, member: MemberId, *, state: str = "waiting", applied_at: datetime | None = None
) -> GroupApplication:
    """An application alone, without the membership that would follow from it."""
    application = GroupApplication(group_id=group, member_id=member, state=state, applied_at=applied_at or now())
    session.add(application)
    await session.flush()
    return application
