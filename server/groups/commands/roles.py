"""Standing roles in a group: how they are given, changed and ended, one change of a group after the other; who may stands above."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.groups.errors import GroupNotOpen, LastOwner, NoRole
from server.groups.events import OwnershipEnded, RoleEnded, RoleGranted
from server.groups.model import AlumniGroup, GroupRole
from server.groups.reads import decided_from_outside, owned_by, owners_here
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId
from server.kit.log import inbox, record
from server.kit.refusal import NotThere

Role: TypeAlias = Literal["owner", "operator", "deputy", "company_contact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """By whose decision a role ends together with a membership, with which right, and why."""

    by: MemberId | None
    right: str
    reason: str | None = None


async def grant_role(session: AsyncSession, group: GroupId, member: MemberId, role: Role, *, by: MemberId | None = None) -> None:
    """Give a standing role; `by` None says that who runs the deployment did, on its command line."""
    await set_role(session, group, member, role)
    note = AuditNote(
        actor=by or member,
        right="steward" if by else "command line",
        action="grant_role",
        subject_kind="member",
        subject_member=member,
        group_id=group,
        reason=role,
    )
    await write_audit(session, note)


async def hold_group(session: AsyncSession, group_id: GroupId) -> AlumniGroup:
    """Lock a group that is admitted, so that what follows is decided on by what stands; raise NotThere or GroupNotOpen."""
    group = await session.get(AlumniGroup, group_id, with_for_update={"key_share": True}, populate_existing=True)
    if group is None or group.state in {"proposed", "declined"}:
        raise NotThere
    if group.state != "admitted":
        raise GroupNotOpen
    return group


async def set_role(session: AsyncSession, group: GroupId, member: MemberId, role: Role, *, own: bool = False) -> None:
    """Give a role, or another one than before; the member's open pages and sockets have it at once."""
    new = upsert(GroupRole).values(group_id=group, member_id=member, role=role, since=now())
    kept = {"role": new.excluded.role, "since": new.excluded.since}
    await session.execute(new.on_conflict_do_update(index_elements=["group_id", "member_id"], set_=kept))
    await raise_authz_version(session, member)
    record(session, RoleGranted(group_id=group, member_id=member, role=role, own=own), inbox(member))


async def end_role(session: AsyncSession, group: GroupId, member: MemberId, *, own: bool) -> str:
    """Take a role away in a held group and return it; open pages and sockets lose it at once. Raise NoRole or LastOwner."""
    ended = delete(GroupRole).where(GroupRole.group_id == group, GroupRole.member_id == member).returning(GroupRole.role)
    role = await session.scalar(ended.execution_options(synchronize_session=False))
    if role is None:
        raise NoRole
    if role == "owner":
        await check_owned(session, group)
    await raise_authz_version(session, member)
    record(session, RoleEnded(group_id=group, member_id=member, role=role, own=own), inbox(member))
    return role


async def end_lost_roles(session: AsyncSession, member: MemberId, groups: Collection[GroupId], lost: Lost) -> None:
    """Let roles end with the memberships that they rested on; the member's account is locked, and their connections ask anew already.

    Nobody refuses it, not even where the last owner goes: who goes on there and the stewards are told, and stewards appoint another.
    """
    for group, role in (await decided_from_outside(session, member, groups)).items():
        own = (GroupRole.group_id == group, GroupRole.member_id == member)
        await session.execute(delete(GroupRole).where(*own).execution_options(synchronize_session=False))
        note = AuditNote(
            actor=lost.by,
            right=lost.right,
            action=f"take_{role}",
            subject_kind="member",
            subject_member=member,
            group_id=group,
            reason=lost.reason,
        )
        await write_audit(session, note)
        record(session, RoleEnded(group_id=group, member_id=member, role=role, own=False), inbox(member))
        if role == "owner":
            await tell_if_unowned(session, [group])


async def groups_to_lose(session: AsyncSession, member: MemberId) -> list[GroupId]:
    """Hold the groups in which the member has a role, and return those that will have no owner once the member is erased."""
    await hold_groups_of(session, member)
    return [group for group in await owned_by(session, member) if await owners_here(session, group) == [member]]


async def tell_if_unowned(session: AsyncSession, groups: Collection[GroupId]) -> None:
    """Have it told of those held groups that nobody who is here owns any more."""
    for group in groups:
        if not await owners_here(session, group):
            record(session, OwnershipEnded(group_id=group))


async def hold_groups_of(session: AsyncSession, member: MemberId) -> None:
    """Keep everybody from changing roles where the member has one, until who goes on in these groups is looked at and decided."""
    theirs = select(GroupRole.group_id).where(GroupRole.member_id == member)
    await hold_groups(session, [GroupId(group) for group in await session.scalars(theirs)])


async def hold_groups(session: AsyncSession, groups: Collection[GroupId]) -> None:
    """Keep roles in these groups from being changed, for what ends memberships and the roles that rest on them.

    Before tenures and accounts, as every change of a role has them.
    """
    held = select(AlumniGroup.id).where(AlumniGroup.id.in_(groups)).order_by(AlumniGroup.id)
    await session.execute(held.with_for_update(key_share=True))


async def check_owned(session: AsyncSession, group: GroupId) -> None:
    """Raise LastOwner where nobody who is here owns the held group any more."""
    if not await owners_here(session, group):
        raise LastOwner
