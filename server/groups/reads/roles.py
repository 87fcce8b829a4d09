"""Who has which standing role in a group, and in whose queue what waits there stands."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.accounts.policy import is_here
from server.groups.model import AlumniGroup, GroupMembership, GroupRole
from server.groups.policy import COMPANY_CONTACT, DECIDING_ROLES, roles_visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import GroupId, MemberId
from server.kit.log import group_queue

_ORDER = (*DECIDING_ROLES, COMPANY_CONTACT)


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


async def decided_as_member(session: AsyncSession, member: MemberId, groups: Collection[GroupId]) -> set[GroupId]:
    """Return in which of the groups the member decides, and belongs."""
    decides = select(GroupRole.group_id).where(*_deciding(member, groups), _belongs())
    return {GroupId(group) for group in await session.scalars(decides)}


async def decided_from_outside(session: AsyncSession, member: MemberId, groups: Collection[GroupId]) -> dict[GroupId, str]:
    """Return with which role the member decides in which of the groups without belonging there, by group."""
    decides = select(GroupRole.group_id, GroupRole.role).where(*_deciding(member, groups), ~_belongs()).order_by(GroupRole.group_id)
    return {GroupId(group): role for group, role in (await session.execute(decides)).all()}


async def owners_here(session: AsyncSession, group: GroupId) -> list[MemberId]:
    """Return who owns a group and is not leaving the platform."""
    owns = select(GroupRole.member_id).where(GroupRole.group_id == group, GroupRole.role == "owner", is_here(GroupRole.member_id))
    return [MemberId(member) for member in await session.scalars(owns.order_by(GroupRole.member_id))]


async def owned_by(session: AsyncSession, member: MemberId) -> list[GroupId]:
    """Return the groups that the member owns."""
    owned = select(GroupRole.group_id).where(GroupRole.member_id == member, GroupRole.role == "owner").order_by(GroupRole.group_id)
    return [GroupId(group) for group in await session.scalars(owned)]


async def unowned_groups(session: AsyncSession, actor: Actor, ids: Sequence[GroupId]) -> set[GroupId]:
    """Return which of these groups, that go on, nobody who is here owns: for who decides there, and stewards. Others find none."""
    theirs = [group for group in ids if actor.is_steward or group in actor.operates]
    owned = exists().where(GroupRole.group_id == AlumniGroup.id, GroupRole.role == "owner", is_here(GroupRole.member_id))
    found = select(AlumniGroup.id).where(AlumniGroup.id.in_(theirs), AlumniGroup.state == "admitted", ~owned)
    return {GroupId(group) for group in await session.scalars(found)}


async def holders_of(session: AsyncSession, actor: Actor, ids: Sequence[GroupId]) -> dict[GroupId, list[GroupRole]]:
    """Return who has which role in each group, the highest first: for who decides there, and stewards. Others find nothing."""
    seen = select(GroupRole).where(GroupRole.group_id.in_(ids), roles_visible_to(viewer_of(actor)))
    found: defaultdict[GroupId, list[GroupRole]] = defaultdict(list)
    for row in await session.scalars(seen.order_by(GroupRole.since, GroupRole.member_id)):
        found[GroupId(row.group_id)].append(row)
    return {group: sorted(rows, key=lambda row: _ORDER.index(row.role)) for group, rows in found.items()}


async def groups_left_alone(session: AsyncSession, member: MemberId) -> list[AlumniGroup]:
    """Return the groups in which nobody but the member decides, or that nobody else owns; who is leaving does not count."""
    other = aliased(GroupRole)
    # An owner is followed by an owner; anybody else by whoever decides.
    follows = or_(other.role == "owner", and_(GroupRole.role != "owner", other.role.in_(DECIDING_ROLES)))
    others = exists().where(other.group_id == GroupRole.group_id, other.member_id != member, follows, is_here(other.member_id))
    mine = select(AlumniGroup).join(GroupRole, GroupRole.group_id == AlumniGroup.id)
    alone = mine.where(GroupRole.member_id == member, GroupRole.role.in_(DECIDING_ROLES), ~others.correlate_except(other))
    return list(await session.scalars(alone.order_by(AlumniGroup.id)))


async def queues_of_groups(session: AsyncSession, ids: Collection[GroupId]) -> dict[GroupId, str]:
    """Return the stream in which each group's applications stand: its own queue, or the stewards' where nobody decides."""
    deciding = select(GroupRole.group_id).where(GroupRole.group_id.in_(ids), GroupRole.role.in_(DECIDING_ROLES)).distinct()
    decided = set((await session.scalars(deciding)).all())
    return {group: group_queue(group if group in decided else None) for group in ids}


def _deciding(member: MemberId, groups: Collection[GroupId]) -> tuple[ColumnElement[bool], ...]:
    return GroupRole.member_id == member, GroupRole.group_id.in_(groups), GroupRole.role.in_(DECIDING_ROLES)


def _belongs() -> ColumnElement[bool]:
    approved = (GroupMembership.group_id == GroupRole.group_id, GroupMembership.member_id == GroupRole.member_id)
    return exists().where(*approved, GroupMembership.state == "approved").correlate(GroupRole)
