"""How an invitation is answered: with yes, which makes a member of the group, or with no, for good and for every group."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import OpenedSession, open_session
from server.accounts.rules import token_hash
from server.groups.model import AlumniGroup
from server.kit.actor import Actor, Language
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId, RosterEntryId
from server.kit.log import record
from server.kit.refusal import IsLeaving
from server.people.commands import Listed, Newcomer, admit_listed, is_named, member_listed
from server.people.reads import actor_of
from server.rosters.errors import GroupNotOpen, InvitationAnswered, InvitationUnknown
from server.rosters.events import InvitationAccepted, InvitationDeclined
from server.rosters.model import InvitationOptOut, Roster, RosterEntry
from server.rosters.reads import email_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A yes to an invitation, and on which browser it is said."""

    token: str
    accepted_terms_version: str
    language: Language
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Who came to which group. `opened` is a new member's session; who had an account signs in as ever.

    `belongs` False: they go by another address and another name than the list says, so that they wait for who decides.
    """

    member_id: MemberId
    group_id: GroupId
    belongs: bool
    opened: OpenedSession | None


async def accept_invitation(session: AsyncSession, actor: Actor, acceptance: Acceptance) -> Accepted:
    """Take the invitation up: for who is signed in, else for the account of the address, else for a new one.

    The link proves the address for a new account, and signs nobody in who has one: it is valid for too long for that.
    """
    entry, roster = await _held(session, acceptance.token)
    group = await session.get_one(AlumniGroup, entry.group_id)
    if group.state != "admitted":
        raise GroupNotOpen
    member, is_new = actor.member_id, False
    if member is None:
        member, is_new = await member_listed(session, _newcomer(entry, acceptance))
    standing = await actor_of(session, member)
    if standing is None or standing.leaving:
        raise IsLeaving
    known = is_new or await is_named(session, member, entry.email, [name for name in (entry.name, entry.former_name) if name])
    belongs = await admit_listed(session, member, _listed(entry, roster), known=known)
    _forget_what_was_said(entry, member)
    event = InvitationAccepted(entry_id=RosterEntryId(entry.id), group_id=GroupId(entry.group_id), member_id=member)
    record(session, event)
    opened = await open_session(session, member, acceptance.user_agent) if is_new else None
    return Accepted(member_id=member, group_id=GroupId(entry.group_id), belongs=belongs, opened=opened)


async def decline_invitation(session: AsyncSession, token: str) -> GroupId:
    """Say no for good: what every group's list says of the address goes, and none can invite it again; only its hash is kept.

    The token is that of the invitation's link, or of the address that mail programs call.
    """
    entry, _ = await _held(session, token, or_refusal=True)
    email, group = entry.email, GroupId(entry.group_id)
    no = upsert(InvitationOptOut).values(email_hash=email_hash(email), at=now()).on_conflict_do_nothing()
    await session.execute(no)
    everywhere = delete(RosterEntry).where(RosterEntry.email == email, RosterEntry.state != "accepted")
    await session.execute(everywhere.execution_options(synchronize_session=False))
    record(session, InvitationDeclined(group_id=group))
    return group


async def _held(session: AsyncSession, token: str, *, or_refusal: bool = False) -> tuple[RosterEntry, Roster]:
    """Lock the entry of a link; of two answers at once the second finds the first one's."""
    found = RosterEntry.token_hash == token_hash(token)
    found = found | (RosterEntry.refusal_hash == token_hash(token)) if or_refusal else found
    entry = await session.scalar(select(RosterEntry).where(found).with_for_update())
    if entry is None:
        raise InvitationUnknown
    roster = await session.get_one(Roster, entry.roster_id)
    if entry.state == "accepted":
        raise InvitationAnswered
    if roster.lapses_at <= now():
        raise InvitationUnknown
    return entry, roster


def _newcomer(entry: RosterEntry, acceptance: Acceptance) -> Newcomer:
    return Newcomer(
        email=entry.email,
        name=entry.name or "",
        reading=entry.reading,
        former_name=entry.former_name,
        language=acceptance.language,
        accepted_terms_version=acceptance.accepted_terms_version,
    )


def _listed(entry: RosterEntry, roster: Roster) -> Listed:
    # They stand in every entry that was not accepted.
    said: Any = entry
    return Listed(
        group_id=GroupId(entry.group_id),
        company_id=CompanyId(said.company_id),
        started_on=said.started_on,
        ended_on=said.ended_on,
        department=entry.department,
        title=entry.title,
        brought_by=None if roster.imported_by is None else MemberId(roster.imported_by),
    )


def _forget_what_was_said(entry: RosterEntry, member: MemberId) -> None:
    entry.state, entry.member_id, entry.answered_at = "accepted", member, now()
    entry.name = entry.reading = entry.former_name = entry.department = entry.title = None
    entry.company_id = entry.started_on = entry.ended_on = None
