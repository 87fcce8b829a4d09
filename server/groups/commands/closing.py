"""A group ends: nobody belongs to it any more, nobody has a role, and what waited is answered."""

from collections.abc import Sequence

from sqlalchemy import delete, select, union, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_versions
from server.groups.commands.memberships import end_all_memberships
from server.groups.events import GroupClosed
from server.groups.model import AlumniGroup, GroupMembership, GroupRole, JoinLink
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId
from server.kit.log import group_queue, record


async def close_group(session: AsyncSession, group: AlumniGroup, reason: str) -> None:
    """End a held group with everything in it; pages and sockets that are open ask anew what their member may do."""
    key, at = GroupId(group.id), now()
    # Accounts before memberships, as every decision takes them.
    await raise_authz_versions(session, await _concerned(session, key))
    group.state, group.closed_at, group.closing_reason = "closed", at, reason
    await session.flush()
    await end_all_memberships(session, key)
    await session.execute(delete(GroupRole).where(GroupRole.group_id == key).execution_options(synchronize_session=False))
    links = update(JoinLink).where(JoinLink.group_id == key, JoinLink.ended_at.is_(None)).values(ended_at=at)
    await session.execute(links.execution_options(synchronize_session=False))
    record(session, GroupClosed(group_id=key), group_queue(None), group_queue(key))


async def _concerned(session: AsyncSession, group: GroupId) -> Sequence[MemberId]:
    belong = select(GroupMembership.member_id).where(GroupMembership.group_id == group, GroupMembership.state.in_(("applied", "approved")))
    roles = select(GroupRole.member_id).where(GroupRole.group_id == group)
    return [MemberId(row[0]) for row in await session.execute(union(belong, roles))]
