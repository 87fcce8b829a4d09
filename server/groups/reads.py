"""What is asked about groups: their companies, who belongs, who has a role, who decides. Groups are public; people in them are not."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.accounts.policy import is_here
from server.groups.model import AlumniGroup, GroupCompany, GroupMembership, GroupRole
from server.groups.policy import DECIDING_ROLES
from server.kit.actor import Actor
from server.kit.db import among
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.paging import BadPage, Page, PageRequest, page_of, write_cursor


async def list_groups(session: AsyncSession, page: PageRequest) -> Page[AlumniGroup]:
    """Return all groups, the oldest first."""
    found = select(AlumniGroup).order_by(AlumniGroup.id).limit(page.first + 1)
    key = page.key()
    if key is not None:
        found = found.where(AlumniGroup.id > _group(key))
    rows = (await session.scalars(found)).all()
    return page_of(rows, page.first, [write_cursor(row.id) for row in rows])


async def groups_by_ids(session: AsyncSession, ids: Sequence[GroupId]) -> dict[GroupId, AlumniGroup]:
    """Return groups by id; unknown ids are left out."""
    return {GroupId(row.id): row for row in await session.scalars(_groups(), {"ids": list(ids)})}


async def group_by_slug(session: AsyncSession, slug: str) -> AlumniGroup | None:
    """Return the group of an address."""
    if not slug.isprintable():
        return None
    return await session.scalar(select(AlumniGroup).where(AlumniGroup.slug == slug))


async def companies_of_groups(session: AsyncSession, ids: Sequence[GroupId]) -> dict[GroupId, list[CompanyId]]:
    """Return the companies whose alumni each group gathers."""
    rows = await session.scalars(select(GroupCompany).where(GroupCompany.group_id.in_(ids)).order_by(GroupCompany.company_id))
    found: defaultdict[GroupId, list[CompanyId]] = defaultdict(list)
    for row in rows:
        found[GroupId(row.group_id)].append(CompanyId(row.company_id))
    return found


async def groups_of_companies(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[GroupId]]:
    """Return the groups that gather alumni of each company."""
    rows = await session.scalars(select(GroupCompany).where(GroupCompany.company_id.in_(ids)).order_by(GroupCompany.group_id))
    found: defaultdict[CompanyId, list[GroupId]] = defaultdict(list)
    for row in rows:
        found[CompanyId(row.company_id)].append(GroupId(row.group_id))
    return found


async def groups_of_company(session: AsyncSession, company: CompanyId) -> list[GroupId]:
    """Return the groups that gather alumni of one company."""
    return (await groups_of_companies(session, [company])).get(company, [])


async def deciding_groups(session: AsyncSession, ids: Sequence[CompanyId]) -> dict[CompanyId, list[GroupId]]:
    """Return the groups of each company in which somebody decides; a company that is left out is the stewards'."""
    decided = (
        select(GroupCompany)
        .where(GroupCompany.company_id.in_(ids))
        .where(select(GroupRole).where(GroupRole.group_id == GroupCompany.group_id, GroupRole.role.in_(DECIDING_ROLES)).exists())
    )
    found: defaultdict[CompanyId, list[GroupId]] = defaultdict(list)
    for row in await session.scalars(decided.order_by(GroupCompany.group_id)):
        found[CompanyId(row.company_id)].append(GroupId(row.group_id))
    return found


async def operators_of(session: AsyncSession, ids: Sequence[GroupId]) -> dict[GroupId, list[MemberId]]:
    """Return who decides in each group, longest in the role first; whether a reader may see them is for people's reads to say."""
    decides = select(GroupRole).where(GroupRole.group_id.in_(ids), GroupRole.role.in_(DECIDING_ROLES))
    found: defaultdict[GroupId, list[MemberId]] = defaultdict(list)
    for row in await session.scalars(decides.order_by(GroupRole.since, GroupRole.member_id)):
        found[GroupId(row.group_id)].append(MemberId(row.member_id))
    return found


async def roles_of(session: AsyncSession, actor: Actor) -> dict[GroupId, str]:
    """Return the actor's own standing roles, by group."""
    rows = await session.scalars(select(GroupRole).where(GroupRole.member_id == actor.member_id).order_by(GroupRole.group_id))
    return {GroupId(row.group_id): row.role for row in rows}


async def groups_left_alone(session: AsyncSession, member: MemberId) -> list[AlumniGroup]:
    """Return the groups in which nobody would decide any more without the member; who is leaving does not count."""
    other = aliased(GroupRole)
    others = exists().where(
        other.group_id == GroupRole.group_id, other.member_id != member, other.role.in_(DECIDING_ROLES), is_here(other.member_id)
    )
    mine = select(AlumniGroup).join(GroupRole, GroupRole.group_id == AlumniGroup.id)
    alone = mine.where(GroupRole.member_id == member, GroupRole.role.in_(DECIDING_ROLES), ~others.correlate_except(other))
    return list(await session.scalars(alone.order_by(AlumniGroup.id)))


async def memberships_of(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, list[GroupId]]:
    """Return the groups in which each member is approved, for rights and search documents."""
    approved = select(GroupMembership).where(GroupMembership.member_id.in_(members), GroupMembership.state == "approved")
    found: defaultdict[MemberId, list[GroupId]] = defaultdict(list)
    for row in await session.scalars(approved.order_by(GroupMembership.group_id)):
        found[MemberId(row.member_id)].append(GroupId(row.group_id))
    return found


async def own_memberships(session: AsyncSession, actor: Actor) -> dict[GroupId, str]:
    """Return the state of each of the actor's own memberships, by group."""
    mine = select(GroupMembership).where(GroupMembership.member_id == actor.member_id)
    return {GroupId(row.group_id): row.state for row in await session.scalars(mine.order_by(GroupMembership.group_id))}


async def member_counts(session: AsyncSession, ids: Sequence[GroupId]) -> dict[GroupId, int]:
    """Return how many approved members each group has, exactly; who may read a small number is for the caller to ask."""
    counted = (
        select(GroupMembership.group_id, func.count())
        .where(GroupMembership.group_id.in_(ids), GroupMembership.state == "approved")
        .group_by(GroupMembership.group_id)
    )
    return {GroupId(group): count for group, count in (await session.execute(counted)).all()}


@cache
def _groups() -> Select[AlumniGroup]:
    return select(AlumniGroup).where(among(AlumniGroup.id))


def _group(key: tuple[str, ...]) -> UUID:
    try:
        (group,) = key
        return UUID(group)
    except ValueError as error:
        raise BadPage("after") from error
