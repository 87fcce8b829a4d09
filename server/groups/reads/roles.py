"""Who has which standing role in a group, and in whose queue what waits there stands."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.accounts.policy import is_here
from server.groups.model import AlumniGroup, GroupRole
from server.groups.policy import DECIDING_ROLES
from server.kit.actor import Actor
from server.kit.ids import GroupId, MemberId
from server.kit.log import group_queue


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


async def queues_of_groups(session: AsyncSession, ids: Collection[GroupId]) -> dict[GroupId, str]:
    """Return the stream in which each group's applications stand: its own queue, or the stewards' where nobody decides."""
    deciding = select(GroupRole.group_id).where(GroupRole.group_id.in_(ids), GroupRole.role.in_(DECIDING_ROLES)).distinct()
    decided = set((await session.scalars(deciding)).all())
    return {group: group_queue(group if group in decided else None) for group in ids}
