"""Why somebody was given a role, or lost it, as they read it themselves: in the audit's words, without who did it."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.audit.model import AuditEntry, AuditPseudonym
from server.kit.actor import Actor
from server.kit.ids import GroupId


async def role_reason(session: AsyncSession, actor: Actor, group: GroupId, at: datetime) -> str | None:
    """Return why the actor's own role in the group changed last, up to an instant; None where nobody gave a reason."""
    deeds = or_(AuditEntry.action.startswith("grant_"), AuditEntry.action.startswith("take_"), AuditEntry.action == "hand_over_group")
    mine = select(AuditEntry).join(AuditPseudonym, AuditPseudonym.pseudonym == AuditEntry.subject_member)
    changed = mine.where(AuditPseudonym.member_id == actor.member_id, AuditEntry.group_id == group, deeds, AuditEntry.at <= at)
    last = await session.scalar(changed.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(1))
    # On the command line nobody gives a reason; the role stands in its place.
    return None if last is None or last.right == "command line" else last.reason
