"""Decisions on affiliations: operators on their own group's, stewards everywhere, nobody on their own; each one is audited."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.companies.rules import one_line
from server.groups.commands import approve_memberships
from server.groups.reads import groups_of_company, roles_of
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.kit.log import inbox, record
from server.kit.refusal import NotThere
from server.people import rules
from server.people.commands.affiliations import queues_of, take_back
from server.people.errors import AlreadyDecided, OwnAffiliation
from server.people.events import AffiliationConfirmed, AffiliationDeclined
from server.people.model import Affiliation, AffiliationReview, Profile
from server.people.policy import can_decide
from server.people.reads import actor_of

_BY_OPERATOR = 20


async def confirm_affiliation(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> Affiliation:
    """Confirm what a member says of their tenure; it admits them to the groups that the decision speaks for."""
    affiliation, decider, groups = await _awaiting(session, actor, affiliation_id)
    member, company = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    own = sorted(decider.operates.intersection(groups))
    # New rights reach open connections in the same way as lost ones. First, since it locks the account: what takes the
    # member's last confirmed affiliation back at the same time must see this one.
    await raise_authz_version(session, member)
    affiliation.state, affiliation.verification = "confirmed", _BY_OPERATOR
    review = await _review(session, affiliation, decider, own, None)
    await approve_memberships(session, member, own or groups)
    unverified = update(Profile).where(Profile.member_id == member, Profile.verified_at.is_(None))
    await session.execute(unverified.values(verified_at=now()))
    group = GroupId(review.group_id) if review.group_id else None
    event = AffiliationConfirmed(affiliation_id=affiliation_id, member_id=member, group_id=group, decided_by=_id(decider))
    record(session, event, *await queues_of(session, company), inbox(member))
    return affiliation


async def decline_affiliation(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId, reason: str) -> Affiliation:
    """Decline it, with a reason that the member reads in the group's name."""
    affiliation, decider, groups = await _awaiting(session, actor, affiliation_id)
    written = one_line("reason", reason, rules.LONGEST_REASON)
    member, company = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    own = sorted(decider.operates.intersection(groups))
    affiliation.state, affiliation.verification = "declined", 0
    review = await _review(session, affiliation, decider, own, written)
    await take_back(session, member, company, declined=True)
    group = GroupId(review.group_id) if review.group_id else None
    event = AffiliationDeclined(affiliation_id=affiliation_id, member_id=member, group_id=group, decided_by=_id(decider))
    record(session, event, *await queues_of(session, company), inbox(member))
    return affiliation


async def _awaiting(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> tuple[Affiliation, Actor, list[GroupId]]:
    affiliation = await session.get(Affiliation, affiliation_id, with_for_update=True)
    # The rights as they stand in this transaction, not as they stood when the request came in.
    decider = await actor_of(session, actor.member_id) if actor.member_id else None
    if affiliation is None or decider is None:
        raise NotThere
    groups = await groups_of_company(session, CompanyId(affiliation.company_id))
    if affiliation.member_id == decider.member_id:
        raise OwnAffiliation
    if not can_decide(decider, affiliation, groups):
        raise NotThere
    if affiliation.state != "awaiting":
        raise AlreadyDecided
    return affiliation, decider, groups


async def _review(
    session: AsyncSession, affiliation: Affiliation, decider: Actor, own: list[GroupId], reason: str | None
) -> AffiliationReview:
    group = own[0] if own else None
    roles = await roles_of(session, decider)
    review = AffiliationReview(
        affiliation_id=affiliation.id,
        outcome=affiliation.state,
        level=affiliation.verification,
        group_id=group,
        decided_by=decider.member_id,
        reason=reason,
    )
    session.add(review)
    note = AuditNote(
        actor=_id(decider),
        right=roles[group] if group else "steward",
        action="confirm_affiliation" if affiliation.state == "confirmed" else "decline_affiliation",
        subject_kind="affiliation",
        subject_id=affiliation.id,
        subject_member=MemberId(affiliation.member_id),
        group_id=group,
        reason=reason,
    )
    await write_audit(session, note)
    return review


def _id(decider: Actor) -> MemberId:
    if decider.member_id is None:
        raise NotThere
    return decider.member_id
