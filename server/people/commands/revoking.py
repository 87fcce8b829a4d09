"""Confirmations taken back, with a reason that the member reads: what else stands remains, and what rested on it is looked at anew."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.companies.rules import one_line
from server.groups.commands import Lost, end_lost_roles, end_memberships
from server.groups.reads import groups_of_company, roles_of
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import inbox, record
from server.kit.refusal import NotThere
from server.people import rules
from server.people.commands.deciding import Verdict, write_review
from server.people.commands.standing import ONE_WORD, groups_carried, hold_groups_at, queues_of, reviews_of, settle
from server.people.errors import NothingToRevoke, OwnAffiliation
from server.people.events import ConfirmationEnded
from server.people.model import Affiliation, AffiliationReview, Vouch
from server.people.reads import actor_still
from server.people.rules.vouching import BY_COLLEAGUE, BY_COMPANY, standing_decisions


@dataclass(frozen=True, slots=True)
class Revocation:
    """Which confirmation of an affiliation no longer stands (rules.vouching.BY_*), and why."""

    affiliation_id: AffiliationId
    level: int
    reason: str


async def revoke_confirmation(session: AsyncSession, actor: Actor, revocation: Revocation) -> Affiliation:
    """Take back what one's own group, the company or colleagues confirmed; stewards may take back any."""
    await one_at_a_time(session, ONE_WORD)
    await hold_groups_at(session, revocation.affiliation_id)
    affiliation = await session.get(Affiliation, revocation.affiliation_id, with_for_update=True)
    decider = await actor_still(session, actor)
    if affiliation is None or decider is None or decider.member_id is None:
        raise NotThere
    if affiliation.member_id == decider.member_id:
        raise OwnAffiliation
    member, company = MemberId(affiliation.member_id), CompanyId(affiliation.company_id)
    groups = await groups_of_company(session, company)
    roles = {group: role for group, role in (await roles_of(session, decider)).items() if group in groups}
    group = _in_whose_name(decider, roles, revocation.level, await _confirmed_by(session, revocation))
    written = one_line("reason", revocation.reason, rules.LONGEST_REASON)
    await raise_authz_version(session, member)
    await _take_back(session, revocation)
    right = roles[group] if group else "steward"
    verdict = Verdict("revoked", revocation.level, group, right, "revoke_confirmation", written)
    await write_review(session, affiliation, decider, verdict)
    await settle(session, affiliation)
    if revocation.level > BY_COLLEAGUE:
        await end_memberships(session, member, sorted(set(groups) - await groups_carried(session, member)), "applied")
        await end_lost_roles(session, member, groups, Lost(by=decider.member_id, right=right, reason=written))
    event = ConfirmationEnded(
        affiliation_id=revocation.affiliation_id,
        member_id=member,
        level=revocation.level,
        why="revoked",
        group_id=group,
        decided_by=decider.member_id,
    )
    record(session, event, *await queues_of(session, company), inbox(member))
    return affiliation


def _in_whose_name(decider: Actor, roles: dict[GroupId, str], level: int, confirmed_by: GroupId | None) -> GroupId | None:
    """Return the group in whose name the decider takes the confirmation back, None for the stewards; raise NotThere without a right."""
    if level == BY_COLLEAGUE:
        own = sorted(decider.operates.intersection(roles))
    elif level == BY_COMPANY:
        own = sorted(decider.speaks_for.intersection(roles))
    else:
        own = [group for group in decider.operates.intersection(roles) if group == confirmed_by]
    if not own and not decider.is_steward:
        raise NotThere
    return own[0] if own else None


async def _confirmed_by(session: AsyncSession, revocation: Revocation) -> GroupId | None:
    """Return in which group's name the decision of that level was made last."""
    made = select(AffiliationReview.group_id).where(
        AffiliationReview.affiliation_id == revocation.affiliation_id,
        AffiliationReview.outcome == "confirmed",
        AffiliationReview.level == revocation.level,
    )
    group = await session.scalar(made.order_by(AffiliationReview.decided_at.desc(), AffiliationReview.id.desc()).limit(1))
    return None if group is None else GroupId(group)


async def _take_back(session: AsyncSession, revocation: Revocation) -> None:
    if revocation.level != BY_COLLEAGUE:
        if revocation.level not in standing_decisions(await reviews_of(session, revocation.affiliation_id)):
            raise NothingToRevoke
        return
    standing = update(Vouch).where(Vouch.affiliation_id == revocation.affiliation_id, Vouch.state == "standing").returning(Vouch.id)
    ended = standing.values(state="revoked", ended_at=now()).execution_options(synchronize_session=False)
    if not (await session.scalars(ended)).all():
        raise NothingToRevoke
