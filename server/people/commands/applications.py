"""Decisions on applications: who is approved belongs to the group, and the tenure that they applied with is confirmed with it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import write_audit
from server.groups.commands import Held, Outcome, approve_memberships, end_memberships, hold_application, hold_groups, hold_open, note_of
from server.groups.errors import ApplicationChanged
from server.groups.model import GroupApplication, GroupCompany, GroupMembership
from server.groups.rules import LONGEST_MESSAGE, several_lines
from server.kit.actor import Actor
from server.kit.ids import ApplicationId, CompanyId, GroupId, MemberId
from server.kit.refusal import NotThere
from server.people.commands.deciding import Verdict, confirm, decline
from server.people.model import Affiliation
from server.people.reads import actor_still
from server.people.reads.applications import grounds_of
from server.people.rules.vouching import BY_COLLEAGUE, BY_OPERATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An application as who decides has read it (reads.applications.Ground.version)."""

    application_id: ApplicationId
    version: str


@dataclass(frozen=True, slots=True)
class _Decision:
    """Who decides on what, with which right, and which tenures are still open to a decision."""

    decider: Actor
    held: Held
    tenures: Sequence[Affiliation]

    @property
    def group(self) -> GroupId:
        return GroupId(self.held.application.group_id)

    @property
    def member(self) -> MemberId:
        return MemberId(self.held.application.member_id)

    @property
    def in_the_name_of(self) -> GroupId | None:
        return None if self.held.right == "steward" else self.group


async def approve_application(session: AsyncSession, actor: Actor, seen: Seen) -> GroupApplication:
    """Let the applicant belong to the group, and confirm their tenures at its companies, in its name.

    Of two operators at once the second meets ApplicationOver.
    """
    decision = await _read(session, actor, seen, _hold_approving)
    for tenure in decision.tenures:
        verdict = Verdict("confirmed", BY_OPERATOR, decision.in_the_name_of, decision.held.right, "confirm_affiliation")
        await confirm(session, decision.decider, tenure, verdict, [], with_application=True)
    await approve_memberships(session, decision.member, [decision.group])
    await write_audit(session, note_of(decision.decider, decision.held, "approve_application"))
    return await _after(session, decision)


async def decline_application(session: AsyncSession, actor: Actor, seen: Seen, reason: str) -> GroupApplication:
    """Decline it, with a reason that the applicant reads in the group's name.

    So are the tenures that nobody but colleagues confirmed, unless another group has the member, or has still to answer them.
    """
    written = several_lines("reason", reason, LONGEST_MESSAGE)
    decision = await _read(session, actor, seen, _hold_declining)
    elsewhere = await _decided_elsewhere(session, decision)
    tenures = [tenure for tenure in decision.tenures if CompanyId(tenure.company_id) not in elsewhere]
    outcome = Outcome(state="declined", reason=written)
    await end_memberships(session, decision.member, [decision.group], "declined", outcome)
    for tenure in tenures:
        verdict = Verdict("declined", 0, decision.in_the_name_of, decision.held.right, "decline_affiliation", written)
        await decline(session, decision.decider, tenure, verdict, with_application=True)
    await write_audit(session, note_of(decision.decider, decision.held, "decline_application", written))
    return await _after(session, decision)


async def _hold_approving(session: AsyncSession, group: GroupId) -> None:
    await hold_open(session, group)


async def _hold_declining(session: AsyncSession, group: GroupId) -> None:
    """Hold every group of the companies too: with a tenure that is declined, roles in them may end."""
    theirs = select(GroupCompany.company_id).where(GroupCompany.group_id == group)
    beside = select(GroupCompany.group_id).where(GroupCompany.company_id.in_(theirs))
    await hold_groups(session, {group, *(GroupId(each) for each in await session.scalars(beside))})
    await hold_open(session, group)


async def _read(session: AsyncSession, actor: Actor, seen: Seen, hold: Callable[[AsyncSession, GroupId], Awaitable[None]]) -> _Decision:
    """Lock in the order of every decision (groups, tenures, account, application), and look whether it was read as it is."""
    decider = await actor_still(session, actor)
    found = await session.get(GroupApplication, seen.application_id)
    if decider is None or found is None:
        raise NotThere
    await hold(session, GroupId(found.group_id))
    tenures = await _tenures(session, found)
    await raise_authz_version(session, MemberId(found.member_id))
    held = await hold_application(session, decider, seen.application_id)
    if (await grounds_of(session, decider, [seen.application_id]))[seen.application_id].version != seen.version:
        raise ApplicationChanged
    return _Decision(decider, held, [tenure for tenure in tenures if tenure.state == "awaiting" or tenure.verification == BY_COLLEAGUE])


async def _tenures(session: AsyncSession, application: GroupApplication) -> Sequence[Affiliation]:
    """Lock the member's tenures at the group's companies."""
    companies = select(GroupCompany.company_id).where(GroupCompany.group_id == application.group_id)
    rows = select(Affiliation).where(Affiliation.member_id == application.member_id, Affiliation.company_id.in_(companies))
    locked = rows.order_by(Affiliation.id).with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(locked)).all()


async def _decided_elsewhere(session: AsyncSession, decision: _Decision) -> set[CompanyId]:
    """Return at which of the companies another group has the member, or still has to answer them: it decides for itself."""
    others = (
        select(GroupCompany.company_id)
        .join(GroupMembership, GroupMembership.group_id == GroupCompany.group_id)
        .where(
            GroupMembership.member_id == decision.member,
            GroupMembership.state.in_(("applied", "approved")),
            GroupMembership.group_id != decision.group,
        )
    )
    return {CompanyId(company) for company in await session.scalars(others)}


async def _after(session: AsyncSession, decision: _Decision) -> GroupApplication:
    await session.refresh(decision.held.application)
    return decision.held.application
