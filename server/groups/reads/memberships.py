"""Who belongs to which group, and how many do."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, GroupMembership
from server.kit.actor import Actor
from server.kit.ids import GroupId, MemberId


async def memberships_of(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, list[GroupId]]:
    """Return the groups in which each member is approved, for rights and search documents."""
    approved = select(GroupMembership).where(GroupMembership.member_id.in_(members), GroupMembership.state == "approved")
    found: defaultdict[MemberId, list[GroupId]] = defaultdict(list)
    for row in await session.scalars(approved.order_by(GroupMembership.group_id)):
        found[MemberId(row.member_id)].append(GroupId(row.group_id))
    return found


async def declined_by(session: AsyncSession, member: MemberId, groups: Sequence[GroupId]) -> list[GroupId]:
    """Return which of the groups declined the member last, for a command that asks them anew."""
    declined = select(GroupMembership.group_id).where(GroupMembership.member_id == member, GroupMembership.state == "declined")
    rows = await session.scalars(declined.where(GroupMembership.group_id.in_(groups)).order_by(GroupMembership.group_id))
    return [GroupId(row) for row in rows]


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


async def belonged_until_closed(session: AsyncSession, group: GroupId, after: MemberId | None, limit: int) -> list[MemberId]:
    """Return who belonged to a group when it was closed, by id, so many after one; who had left before is not among them."""
    ended = select(GroupMembership.member_id).join(AlumniGroup, AlumniGroup.id == GroupMembership.group_id)
    ended = ended.where(AlumniGroup.id == group, GroupMembership.state == "left", GroupMembership.since >= AlumniGroup.closed_at)
    if after is not None:
        ended = ended.where(GroupMembership.member_id > after)
    return [MemberId(member) for member in await session.scalars(ended.order_by(GroupMembership.member_id).limit(limit))]
