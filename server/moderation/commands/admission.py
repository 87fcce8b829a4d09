"""Stewards admit a proposed group or decline it; whoever proposed it owns it then, and their own tenure is confirmed with it."""

from dataclasses import dataclass

from sqlalchemy import select

from server.audit.commands import AuditNote, write_audit
from server.groups import commands as groups
from server.groups.commands import Admission
from server.groups.errors import ProposalChanged
from server.groups.model import AlumniGroup, GroupCompany, GroupProposal
from server.groups.rules import LONGEST_REASON
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId
from server.moderation.commands.rights import member_of, somebody
from server.moderation.errors import HasAnInterest, StewardsDecide
from server.moderation.rules import required
from server.people.commands import Verdict, confirm
from server.people.model import Affiliation
from server.people.reads.proposals import proposal_versions
from server.people.rules.vouching import BY_OPERATOR


@dataclass(frozen=True, slots=True)
class GroupToDecline:
    """Which proposal is declined, as it was read, and why; its proposer reads the reason."""

    group_id: GroupId
    version: str
    reason: str


async def admit_group(session: Session, actor: Actor, admission: Admission) -> AlumniGroup:
    """Admit a proposed group under its corrected names. Raise HasAnInterest, ProposalChanged, and what groups.commands raises.

    The steward who lets somebody run a group of a company's alumni takes them for one: where their tenure there waits, it is confirmed.
    """
    steward, group, said = await _held(session, actor, admission.group_id)
    # The owner's account first, and then their affiliations, would meet a decision that has them the other way round.
    tenures = await _tenures(session, admission.group_id, said)
    await _check_read(session, steward, admission.group_id, admission.version)
    owner = await groups.admit_group(session, group, said, admission)
    for tenure in tenures:
        verdict = Verdict("confirmed", BY_OPERATOR, None, "steward", "confirm_affiliation")
        await confirm(session, steward, tenure, verdict, [admission.group_id])
    await write_audit(session, _note(steward, "admit_group", admission.group_id, owner, None))
    return group


async def decline_group(session: Session, actor: Actor, decline: GroupToDecline) -> AlumniGroup:
    """Decline a proposed group, with a reason; it can be proposed again."""
    reason = required(decline.reason, "reason", LONGEST_REASON)
    steward, group, said = await _held(session, actor, decline.group_id)
    await _check_read(session, steward, decline.group_id, decline.version)
    await groups.decline_group(session, group, said, reason)
    proposer = None if said.member_id is None else MemberId(said.member_id)
    await write_audit(session, _note(steward, "decline_group", decline.group_id, proposer, reason))
    return group


async def _held(session: Session, actor: Actor, group_id: GroupId) -> tuple[Actor, AlumniGroup, GroupProposal]:
    steward = await somebody(session, actor)
    if not steward.is_steward:
        raise StewardsDecide
    group, said = await groups.hold_proposal(session, group_id)
    if said.member_id == steward.member_id:
        raise HasAnInterest
    return steward, group, said


async def _check_read(session: Session, steward: Actor, group: GroupId, version: str) -> None:
    """Raise ProposalChanged where the held proposal says something else than the steward has read."""
    if (await proposal_versions(session, steward, [group])).get(group) != version:
        raise ProposalChanged


async def _tenures(session: Session, group: GroupId, said: GroupProposal) -> list[Affiliation]:
    gathered = select(GroupCompany.company_id).where(GroupCompany.group_id == group)
    waiting = select(Affiliation).where(Affiliation.member_id == said.member_id, Affiliation.company_id.in_(gathered))
    waiting = waiting.where(Affiliation.state == "awaiting").order_by(Affiliation.id).with_for_update()
    return list(await session.scalars(waiting.execution_options(populate_existing=True)))


def _note(steward: Actor, action: str, group: GroupId, proposer: MemberId | None, reason: str | None) -> AuditNote:
    return AuditNote(
        actor=member_of(steward),
        right="steward",
        action=action,
        subject_kind="group",
        subject_id=group,
        subject_member=proposer,
        group_id=group,
        reason=reason,
    )
