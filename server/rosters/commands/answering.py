"""How an invitation is answered: with yes, which makes a member of the group, or with no, for good and for every group."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import SignInRequest
from server.accounts.reads import account_by_email
from server.accounts.rules import token_hash
from server.companies.reads import standing_ids
from server.groups.model import AlumniGroup
from server.groups.reads import companies_of_groups
from server.kit.actor import Actor, Language
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId, RosterEntryId
from server.kit.keyed import KeyedHash
from server.kit.log import record
from server.kit.refusal import IsLeaving, Refusal
from server.people.commands import Entered, Invited, Listed, admit_listed, ask_to_take_up
from server.people.reads import actor_of
from server.rosters.errors import GroupNotOpen, InvitationAnswered, InvitationUnknown
from server.rosters.events import InvitationAccepted, InvitationDeclined
from server.rosters.model import InvitationOptOut, Roster, RosterEntry
from server.rosters.reads import email_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A yes to an invitation."""

    token: str
    accepted_terms_version: str
    language: Language


@dataclass(frozen=True, slots=True)
class Accepted:
    """Who came to which group; `asked`: nobody yet, a mail is to be answered first.

    `belongs` False: the list does not mean them, or no longer speaks for the group; they wait for who decides, and the link stays.
    """

    group_id: GroupId
    belongs: bool
    asked: SignInRequest | None = None


async def accept_invitation(session: AsyncSession, actor: Actor, acceptance: Acceptance) -> Accepted:
    """Take the invitation up for who is signed in; else have a mail written to its address, whose answer does (take_up).

    The link alone proves nothing: it is valid for sixty days, and mails are forwarded.
    """
    entry, roster = await _held(session, acceptance.token, by=actor.member_id)
    group = await _open_group(session, entry)
    if actor.member_id is None:
        return Accepted(group, belongs=False, asked=await ask_to_take_up(session, _invited(entry, acceptance)))
    if entry.state == "accepted":
        return Accepted(group, belongs=True)
    return Accepted(group, await _admit(session, actor.member_id, entry, roster))


async def take_up(session: AsyncSession, entered: Entered) -> None:
    """Take up the invitation for which somebody asked for a mail, now that they answered it.

    Where that is not possible any more, who has an account is signed in all the same; nobody is made a member for it.
    """
    if entered.invitation is None:
        return
    with suppress(*((Refusal,) if not entered.is_new else ())):
        entry = await session.get(RosterEntry, entered.invitation, with_for_update=True)
        entry, roster = await _usable(session, entry)
        await _open_group(session, entry)
        await _admit(session, entered.opened.member_id, entry, roster)


async def decline_invitation(session: AsyncSession, token: str, keyed: KeyedHash) -> GroupId:
    """Say no for good: what every group's list says of the address goes, and none can invite it again; only its hash is kept.

    The token is that of the invitation's link, or of the address that mail programs call.
    """
    entry, _ = await _held(session, token, or_refusal=True)
    email, group = entry.email, GroupId(entry.group_id)
    no = upsert(InvitationOptOut).values(email_hash=email_hash(email, keyed), keyed=True, at=now()).on_conflict_do_nothing()
    await session.execute(no)
    everywhere = delete(RosterEntry).where(RosterEntry.email == email, RosterEntry.state != "accepted")
    await session.execute(everywhere.execution_options(synchronize_session=False))
    record(session, InvitationDeclined(group_id=group))
    return group


async def _held(session: AsyncSession, token: str, *, by: MemberId | None = None, or_refusal: bool = False) -> tuple[RosterEntry, Roster]:
    """Lock the entry of a link; of two answers at once the second finds the first one's."""
    found = RosterEntry.token_hash == token_hash(token)
    found = found | (RosterEntry.refusal_hash == token_hash(token)) if or_refusal else found
    entry = await session.scalar(select(RosterEntry).where(found).with_for_update())
    return await _usable(session, entry, by)


async def _usable(session: AsyncSession, entry: RosterEntry | None, by: MemberId | None = None) -> tuple[RosterEntry, Roster]:
    """Raise InvitationUnknown or InvitationAnswered; who took it up themselves (`by`) may say so twice."""
    if entry is None:
        raise InvitationUnknown
    roster = await session.get_one(Roster, entry.roster_id)
    if entry.state == "accepted" and (by is None or entry.member_id != by):
        raise InvitationAnswered
    if entry.state != "accepted" and roster.lapses_at <= now():
        raise InvitationUnknown
    return entry, roster


async def _open_group(session: AsyncSession, entry: RosterEntry) -> GroupId:
    group = await session.get_one(AlumniGroup, entry.group_id)
    if group.state != "admitted":
        raise GroupNotOpen
    return GroupId(group.id)


async def _admit(session: AsyncSession, member: MemberId, entry: RosterEntry, roster: Roster) -> bool:
    """Let who goes by the entry's address belong, and anybody else apply, for whom the entry and its link stay as they are."""
    standing = await actor_of(session, member)
    if standing is None or standing.leaving:
        raise IsLeaving
    listed = _listed(entry, roster)
    account = await account_by_email(session, entry.email)
    known = account is not None and account.id == member and await _is_gathered(session, listed)
    belongs = await admit_listed(session, member, listed, known=known)
    if belongs:
        _forget_what_was_said(entry, member)
        record(session, InvitationAccepted(entry_id=RosterEntryId(entry.id), group_id=listed.group_id, member_id=member))
    return belongs


async def _is_gathered(session: AsyncSession, listed: Listed) -> bool:
    """Whether the group still gathers alumni of the company: of others it confirms nothing, whatever its list said once."""
    company = next(iter(await standing_ids(session, [listed.company_id])))
    return company in (await companies_of_groups(session, [listed.group_id])).get(listed.group_id, [])


def _invited(entry: RosterEntry, acceptance: Acceptance) -> Invited:
    return Invited(
        email=entry.email,
        name=entry.name or "",
        reading=entry.reading,
        former_name=entry.former_name,
        language=acceptance.language,
        accepted_terms_version=acceptance.accepted_terms_version,
        invitation=entry.id,
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
