"""Standing roles in a group: who is given one."""

from typing import Literal, TypeAlias

from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.groups.events import RoleGranted
from server.groups.model import GroupRole
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId
from server.kit.log import record

Role: TypeAlias = Literal["owner", "operator", "deputy", "company_contact"]


async def grant_role(session: AsyncSession, group: GroupId, member: MemberId, role: Role, *, by: MemberId | None = None) -> None:
    """Give a standing role; `by` None says that who runs the deployment did, on its command line."""
    new = upsert(GroupRole).values(group_id=group, member_id=member, role=role, since=now())
    await session.execute(new.on_conflict_do_update(index_elements=["group_id", "member_id"], set_={"role": new.excluded.role}))
    await raise_authz_version(session, member)
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
    record(session, RoleGranted(group_id=group, member_id=member))
