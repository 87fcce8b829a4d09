"""Decisions on affiliations: operators on their own group's, stewards everywhere, a company's contact when asked, nobody on their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.companies.rules import one_line
from server.groups.commands import Lost, Outcome, approve_memberships, end_lost_roles
from server.groups.policy import COMPANY_CONTACT
from server.groups.reads import groups_of_company, roles_of
from server.kit.actor import Actor
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.kit.log import inbox, record
from server.kit.refusal import NotAnOperator, NotThere
from server.people import rules
from server.people.commands.asking import end_requests
from server.people.commands.standing import hold_groups_at, hold_words, queues_of, settle, take_back
from server.people.errors import AlreadyDecided, OwnAffiliation
from server.people.events import AffiliationConfirmed, AffiliationDeclined
from server.people.model import Affiliation, AffiliationReview
from server.people.policy import can_decide
from server.people.reads import actor_still, asked
from server.people.rules.vouching import BY_COLLEAGUE, BY_COMPANY, BY_OPERATOR, Holding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided on an affiliation: in whose name (None: the stewards'), with which right, by which deed, and why."""

    outcome: str
    level: int
    group: GroupId | None
    right: str
    action: str
    reason: str | None = None


async def confirm_affiliation(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> Affiliation:
    """Confirm what a member says of their tenure; it admits them to the groups that the decision speaks for."""
    affiliation, decider, groups = await _awaiting(session, actor, affiliation_id)
    member = MemberId(affiliation.member_id)
    own = sorted(decider.operates.intersection(groups))
    # New rights reach open connections in the same way as lost ones. First, since it locks the account: what takes the
    # member's last confirmed affiliation back at the same time must see this one.
    await raise_authz_version(session, member)
    roles = await roles_of(session, decider)
    verdict = Verdict("confirmed", BY_OPERATOR, own[0] if own else None, roles[own[0]] if own else "steward", "confirm_affiliation")
    await confirm(session, decider, affiliation, verdict, own or groups)
    return affiliation


async def confirm_as_company(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> Affiliation:
    """Confirm in the company's name what a member asked the company's contact to confirm; it admits to the contact's group."""
    affiliation = await session.get(Affiliation, affiliation_id, with_for_update=True)
    contact = await actor_still(session, actor)
    if affiliation is None or contact is None or not await asked(session, contact, affiliation_id, as_company=True):
        raise NotThere
    groups = [group for group in await groups_of_company(session, CompanyId(affiliation.company_id)) if group in contact.speaks_for]
    if not groups:
        # A session without a second factor speaks for nobody.
        raise NotAnOperator
    await raise_authz_version(session, MemberId(affiliation.member_id))
    await confirm(session, contact, affiliation, Verdict("confirmed", BY_COMPANY, groups[0], COMPANY_CONTACT, "confirm_as_company"), groups)
    await end_requests(session, affiliation_id, "company")
    return affiliation


async def confirm(
    session: AsyncSession,
    decider: Actor,
    affiliation: Affiliation,
    verdict: Verdict,
    groups: Sequence[GroupId],
    *,
    with_application: bool = False,
) -> None:
    """Write a confirmation, let it have its effect, and tell; the member's account is locked already.

    The member is told of it by the application that ends with it, where there is one.
    """
    await write_review(session, affiliation, decider, verdict)
    await take_effect(session, affiliation, verdict.group, groups, by=_id(decider), with_application=with_application)


async def take_effect(
    session: AsyncSession,
    affiliation: Affiliation,
    group: GroupId | None,
    groups: Sequence[GroupId],
    *,
    by: MemberId | None,
    with_application: bool = False,
) -> None:
    """Let a confirmation that was written have its effect, and tell; it is in the name of `group`, and admits to `groups`."""
    member = MemberId(affiliation.member_id)
    affiliation.state = "confirmed"
    await settle(session, affiliation)
    ended = await approve_memberships(session, member, groups)
    event = AffiliationConfirmed(
        affiliation_id=AffiliationId(affiliation.id),
        member_id=member,
        group_id=group,
        decided_by=by,
        with_application=with_application or ended,
    )
    record(session, event, *await queues_of(session, CompanyId(affiliation.company_id)), inbox(member))


async def decline_affiliation(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId, reason: str) -> Affiliation:
    """Decline it, with a reason that the member reads in the group's name."""
    await hold_groups_at(session, affiliation_id)
    affiliation, decider, groups = await _awaiting(session, actor, affiliation_id)
    written = one_line("reason", reason, rules.LONGEST_REASON)
    own = sorted(decider.operates.intersection(groups))
    group = own[0] if own else None
    right = (await roles_of(session, decider))[group] if group else "steward"
    await decline(session, decider, affiliation, Verdict("declined", 0, group, right, "decline_affiliation", written))
    return affiliation


async def decline(
    session: AsyncSession, decider: Actor, affiliation: Affiliation, verdict: Verdict, *, with_application: bool = False
) -> None:
    """Write a decline, let it have its effect, and tell, as `confirm` does; the company's groups and the affiliation are held already."""
    member, company = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    affiliation.state, affiliation.verification = "declined", 0
    await write_review(session, affiliation, decider, verdict)
    await hold_words(session, affiliation, Holding.DECIDED_AGAINST)
    ended = await take_back(session, member, company, Outcome(state="declined", reason=verdict.reason))
    lost = Lost(by=_id(decider), right=verdict.right, reason=verdict.reason)
    await end_lost_roles(session, member, await groups_of_company(session, company), lost)
    event = AffiliationDeclined(
        affiliation_id=AffiliationId(affiliation.id),
        member_id=member,
        group_id=verdict.group,
        decided_by=_id(decider),
        with_application=with_application or ended,
    )
    record(session, event, *await queues_of(session, company), inbox(member))


async def _awaiting(session: AsyncSession, actor: Actor, affiliation_id: AffiliationId) -> tuple[Affiliation, Actor, list[GroupId]]:
    affiliation = await session.get(Affiliation, affiliation_id, with_for_update=True)
    # The rights as they stand in this transaction, not as they stood when the request came in.
    decider = await actor_still(session, actor)
    if affiliation is None or decider is None:
        raise NotThere
    groups = await groups_of_company(session, CompanyId(affiliation.company_id))
    if affiliation.member_id == decider.member_id:
        raise OwnAffiliation
    if not can_decide(decider, affiliation, groups):
        raise NotThere
    if affiliation.state != "awaiting" and affiliation.verification != BY_COLLEAGUE:
        raise AlreadyDecided
    return affiliation, decider, groups


async def write_review(session: AsyncSession, affiliation: Affiliation, decider: Actor, verdict: Verdict) -> None:
    """Keep a decision beside the affiliation, and in the audit trail."""
    review = AffiliationReview(
        affiliation_id=affiliation.id,
        outcome=verdict.outcome,
        level=verdict.level,
        group_id=verdict.group,
        decided_by=decider.member_id,
        reason=verdict.reason,
    )
    session.add(review)
    note = AuditNote(
        actor=_id(decider),
        right=verdict.right,
        action=verdict.action,
        subject_kind="affiliation",
        subject_id=affiliation.id,
        subject_member=MemberId(affiliation.member_id),
        group_id=verdict.group,
        reason=verdict.reason,
    )
    await write_audit(session, note)


def _id(decider: Actor) -> MemberId:
    if decider.member_id is None:
        raise NotThere
    return decider.member_id
