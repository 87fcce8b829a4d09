"""How somebody on a group's list comes in: by a mail to their address, and with the list's months, confirmed in the group's name."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version, request_sign_up
from server.accounts.model import SignInRequest
from server.accounts.rules import check_terms
from server.audit.commands import AuditNote, write_audit
from server.companies.commands import standing_company
from server.groups.commands import apply_to_groups, approve_memberships
from server.groups.model import GroupMembership
from server.kit.actor import Language
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.people.commands.deciding import take_effect
from server.people.commands.standing import queues_of
from server.people.events import AffiliationDeclared
from server.people.model import Affiliation, AffiliationReview
from server.people.rules import overlaps
from server.people.rules.vouching import BY_OPERATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody as a list says them, who takes their invitation up without being signed in; `invitation` says which, when they come back."""

    email: str
    name: str
    reading: str | None
    former_name: str | None
    language: Language
    accepted_terms_version: str
    invitation: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a group's list says of a tenure, and by whom the list was brought: None on the command line, or who left since."""

    group_id: GroupId
    company_id: CompanyId
    started_on: date
    ended_on: date
    department: str | None
    title: str | None
    brought_by: MemberId | None


async def ask_to_take_up(session: AsyncSession, invited: Invited) -> SignInRequest:
    """Keep the wish and have a mail written to the address itself, which proves whose it is; nothing tells whether it has an account."""
    check_terms(invited.accepted_terms_version)
    kept = {
        "name": invited.name,
        "reading": invited.reading,
        "former_name": invited.former_name,
        "terms_version": invited.accepted_terms_version,
        "invitation": str(invited.invitation),
    }
    return await request_sign_up(session, invited.email, invited.language, kept)


async def admit_listed(session: AsyncSession, member: MemberId, listed: Listed, *, known: bool) -> bool:
    """Let the member belong to the group, with the list's months as an affiliation that the group confirmed; tell whether they do.

    Whoever said other months of that time themselves keeps them, to be confirmed as ever; and nobody confirms their own.
    Unless it is `known` that the list means this member and speaks for the group, what it says waits as their own word, and they apply.
    """
    affiliation = await _affiliation(session, member, listed)
    # The account is locked after the affiliation, as in every decision on one.
    await raise_authz_version(session, member)
    membership = await session.get(GroupMembership, (listed.group_id, member))
    if not known or (membership is not None and membership.state == "left"):
        # Who left the group comes back by their own wish.
        await apply_to_groups(session, member, [listed.group_id])
    if not known:
        return False
    if affiliation is None or affiliation.verification >= BY_OPERATOR or member == listed.brought_by:
        await approve_memberships(session, member, [listed.group_id])
    else:
        await _confirm(session, affiliation, listed)
    return True


async def _confirm(session: AsyncSession, affiliation: Affiliation, listed: Listed) -> None:
    """In the group's name; the trail says that the member took up the invitation, and the import's own entry who vouched for the list."""
    member = MemberId(affiliation.member_id)
    review = AffiliationReview(
        affiliation_id=affiliation.id, outcome="confirmed", level=BY_OPERATOR, group_id=listed.group_id, decided_by=listed.brought_by
    )
    session.add(review)
    note = AuditNote(
        actor=member,
        right="invitation",
        action="accept_invitation",
        subject_kind="affiliation",
        subject_id=affiliation.id,
        subject_member=member,
        group_id=listed.group_id,
    )
    await write_audit(session, note)
    await take_effect(session, affiliation, listed.group_id, [listed.group_id], by=listed.brought_by)


async def _affiliation(session: AsyncSession, member: MemberId, listed: Listed) -> Affiliation | None:
    """The member's affiliation in exactly these months, made unless another one of theirs shares a month with it."""
    company = await standing_company(session, listed.company_id)
    if company is None:
        return None
    await one_at_a_time(session, f"affiliations:{member}")
    mine = select(Affiliation).where(Affiliation.member_id == member, Affiliation.company_id == company.id)
    there = list(await session.scalars(mine.order_by(Affiliation.id).with_for_update()))
    months = (listed.started_on, listed.ended_on)
    same = next((each for each in there if (each.started_on, each.ended_on) == months), None)
    if same is not None:
        same.state = "awaiting" if same.state == "declined" else same.state
        return same
    if overlaps(*months, [(each.started_on, each.ended_on) for each in there]):
        return None
    affiliation = Affiliation(
        member_id=member,
        company_id=company.id,
        started_on=listed.started_on,
        ended_on=listed.ended_on,
        department=listed.department,
        title=listed.title,
    )
    session.add(affiliation)
    await session.flush()
    event = AffiliationDeclared(affiliation_id=AffiliationId(affiliation.id), member_id=member, company_id=CompanyId(company.id))
    record(session, event, *await queues_of(session, CompanyId(company.id)))
    return affiliation
