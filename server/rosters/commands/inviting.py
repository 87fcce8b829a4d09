"""How people on a list are invited: only when who runs the group says so; the worker makes each link, and notes what bounced."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.rules import token_hash
from server.audit.commands import AuditNote, write_audit
from server.groups.model import AlumniGroup
from server.kit.actor import Actor, Language
from server.kit.clock import now
from server.kit.ids import GroupId, RosterEntryId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.rosters.errors import InvitationsSpent, NothingToSend
from server.rosters.events import InvitationSent
from server.rosters.model import InvitationBatch, Roster, RosterEntry
from server.rosters.reads import running_role, sent_lately
from server.rosters.rules import MOST_A_DAY, free_at, left_of


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLetter:
    """What the mail of an invitation says; the tokens are in clear here, once. By `refusal` alone one can say no, and nothing else."""

    email: str
    name: str
    language: Language
    group: AlumniGroup
    lapses_at: datetime
    token: str
    refusal: str


async def send_invitations(session: AsyncSession, actor: Actor, group: GroupId, most: int) -> int:
    """Invite those who wait, the longest first, `most` at once; return how many. Raise NotThere, NothingToSend or InvitationsSpent."""
    standing, role = await running_role(session, actor, group)
    await one_at_a_time(session, f"roster:{group}")
    waiting = select(RosterEntry).join(Roster, Roster.id == RosterEntry.roster_id).where(Roster.lapses_at > now())
    waiting = waiting.where(RosterEntry.group_id == group, RosterEntry.state == "waiting").order_by(RosterEntry.id).limit(most)
    entries = (await session.scalars(waiting.with_for_update(of=RosterEntry))).all()
    if not entries:
        raise NothingToSend("most")
    await _spend(session, standing, group, len(entries))
    for entry in entries:
        entry.state, entry.invited_at = "invited", now()
        record(session, InvitationSent(entry_id=RosterEntryId(entry.id), group_id=group))
    note = AuditNote(
        actor=standing.member_id,
        right=role,
        action="send_invitations",
        subject_kind="group",
        subject_id=group,
        group_id=group,
        reason=str(len(entries)),
    )
    await write_audit(session, note)
    return len(entries)


async def _spend(session: AsyncSession, actor: Actor, group: GroupId, wanted: int) -> None:
    """Count them, under the group's lock: all or none. Lists come and go, and what was sent stays sent."""
    sent, at = await sent_lately(session, actor, group), now()
    left = left_of(sent)
    if wanted > left:
        wait = max(1, ceil((free_at(sent, wanted) - at).total_seconds()))
        raise InvitationsSpent(wait, limit=MOST_A_DAY, left=left, hours=ceil(wait / 3600))
    session.add(InvitationBatch(group_id=group, number=wanted, sent_at=at))


async def issue_invitation(session: AsyncSession, entry_id: RosterEntryId) -> InvitationLetter | None:
    """Make the link of an invitation and return its letter; once more makes another, and the first stops working.

    None: it was answered, or it lapsed, or the group takes nobody in any more.
    """
    entry = await session.get(RosterEntry, entry_id, with_for_update=True)
    if entry is None or entry.state != "invited" or entry.name is None:
        return None
    group = await session.get_one(AlumniGroup, entry.group_id)
    if group.state != "admitted":
        return None
    token, refusal = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    entry.token_hash, entry.refusal_hash = token_hash(token), token_hash(refusal)
    await session.flush()
    # Nobody said what they read; a name in Latin letters alone is the only hint that there is.
    language: Language = "en" if entry.name.isascii() else "ja"
    lapses_at = (await session.get_one(Roster, entry.roster_id)).lapses_at
    return InvitationLetter(
        email=entry.email, name=entry.name, language=language, group=group, lapses_at=lapses_at, token=token, refusal=refusal
    )


async def note_bounce(session: AsyncSession, entry_id: RosterEntryId) -> None:
    """Note that the address of an invitation does not exist, as the mail server says."""
    entry = await session.get(RosterEntry, entry_id, with_for_update=True)
    if entry is not None and entry.state == "invited":
        entry.state, entry.token_hash, entry.refusal_hash = "bounced", None, None
