"""What of a list is forgotten: after sixty days whoever did not accept, and at once whoever is erased or taken off; how a no is kept."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import GroupId, RosterEntryId
from server.kit.keyed import KeyedHash
from server.kit.refusal import NotThere
from server.rosters.errors import InvitationAnswered
from server.rosters.model import InvitationBatch, InvitationOptOut, Roster, RosterEntry
from server.rosters.reads import running_role
from server.rosters.rules import DAY


async def forget_lapsed(session: AsyncSession) -> None:
    """Delete the people of lists that lapsed; the import itself stays, as the record of its ground. What was sent counts for a day."""
    lapsed = select(Roster.id).where(Roster.lapses_at <= now())
    gone = delete(RosterEntry).where(RosterEntry.roster_id.in_(lapsed), RosterEntry.state != "accepted")
    counted = delete(InvitationBatch).where(InvitationBatch.sent_at <= now() - DAY)
    for forgotten in (gone, counted):
        await session.execute(forgotten.execution_options(synchronize_session=False))


async def key_opt_outs(session: AsyncSession, keyed: KeyedHash) -> None:
    """Make keyed hashes of those that an earlier release kept without the deployment's secret; who said no goes on saying it."""
    plain = select(InvitationOptOut).where(~InvitationOptOut.keyed).order_by(InvitationOptOut.email_hash)
    for row in await session.scalars(plain.with_for_update()):
        anew = upsert(InvitationOptOut).values(email_hash=keyed.of(row.email_hash), keyed=True, at=row.at).on_conflict_do_nothing()
        await session.execute(anew)
        await session.delete(row)


async def forget_listed(session: AsyncSession, email: str) -> None:
    """Delete what any list says of an address, as a part of erasing its member."""
    gone = delete(RosterEntry).where(RosterEntry.email == email.lower())
    await session.execute(gone.execution_options(synchronize_session=False))


async def remove_entry(session: AsyncSession, actor: Actor, entry_id: RosterEntryId) -> GroupId:
    """Take somebody off the list, as they may ask for; their link is dead. Who accepted is a member, and leaves as one."""
    entry = await session.get(RosterEntry, entry_id, with_for_update=True)
    if entry is None:
        raise NotThere
    group = GroupId(entry.group_id)
    standing, role = await running_role(session, actor, group)
    if entry.state == "accepted":
        raise InvitationAnswered
    await session.delete(entry)
    note = AuditNote(
        actor=standing.member_id,
        right=role,
        action="remove_roster_entry",
        subject_kind="roster_entry",
        subject_id=entry_id,
        group_id=group,
    )
    await write_audit(session, note)
    return group
