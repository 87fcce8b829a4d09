"""How an action enters the audit trail: in the transaction that does it, about pseudonyms, with its reason."""

import secrets
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.audit.model import AuditEntry, AuditPseudonym
from server.kit.ids import GroupId, MemberId

# Who acts without an account, in place of a pseudonym.
_COMMAND_LINE: Final = "command line"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditNote:
    """What was done. `right` is `steward`, or the role in `group_id` that allowed it, e.g. `operator`; `action` is the
    command's name, e.g. `hide_opportunity`; `subject_kind` the noun's, e.g. `opportunity`; `subject_member` whom it touches.

    Without an actor it was done on the command line, by who runs the deployment.
    """

    actor: MemberId | None
    right: str
    action: str
    subject_kind: str
    subject_id: UUID | None = None
    subject_member: MemberId | None = None
    group_id: GroupId | None = None
    reason: str | None = None


async def write_audit(session: AsyncSession, note: AuditNote) -> AuditEntry:
    """Write the entry; it commits or vanishes with the action itself."""
    members = {member for member in (note.actor, note.subject_member) if member is not None}
    pseudonyms = await _pseudonyms(session, members) if members else {}
    entry = AuditEntry(
        actor=pseudonyms[note.actor] if note.actor else _COMMAND_LINE,
        right=note.right,
        action=note.action,
        subject_kind=note.subject_kind,
        subject_id=note.subject_id,
        subject_member=pseudonyms[note.subject_member] if note.subject_member else None,
        group_id=note.group_id,
        reason=note.reason,
    )
    session.add(entry)
    await session.flush()
    return entry


async def forget_subject(session: AsyncSession, member: MemberId) -> None:
    """Take the member's id out of the trail; their pseudonym goes with the account, and then leads to nobody."""
    named = update(AuditEntry).where(AuditEntry.subject_id == member).values(subject_id=None)
    await session.execute(named.execution_options(synchronize_session=False))


async def _pseudonyms(session: AsyncSession, members: set[MemberId]) -> dict[UUID, str]:
    # Sorted, so that two operators who act on each other at once cannot wait for each other.
    new = [{"member_id": member, "pseudonym": secrets.token_urlsafe(16)} for member in sorted(members)]
    await session.execute(upsert(AuditPseudonym).values(new).on_conflict_do_nothing(index_elements=["member_id"]))
    known = select(AuditPseudonym.member_id, AuditPseudonym.pseudonym).where(AuditPseudonym.member_id.in_(members))
    return {row[0]: row[1] for row in await session.execute(known)}
