"""A group is proposed by whoever runs it, changed or withdrawn until it is admitted, and admitted or declined by a steward.

Who may decide stands above this slice.
"""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.companies.rules import LONGEST_NAME, one_line
from server.groups import rules
from server.groups.commands.memberships import approve_memberships
from server.groups.commands.texts import GroupTexts, Pick, describe, free_slug, gather, optional_line
from server.groups.errors import EnoughProposals, ProposalOver, ProposerGone
from server.groups.events import GroupAdmitted, GroupDeclined, GroupProposalWithdrawn, GroupProposed
from server.groups.model import AlumniGroup, GroupProposal, GroupRole
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import group_queue, inbox, record
from server.kit.refusal import NotThere


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A group to propose. `group_id`: one's own proposal that it takes the place of; `note` is for the stewards alone."""

    slug: str
    texts: GroupTexts
    companies: tuple[Pick, ...]
    note: str | None = None
    group_id: GroupId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """A proposed group to admit, as it was read (people.reads.proposals), under its corrected names."""

    group_id: GroupId
    version: str
    name: str
    slug: str
    name_en: str | None = None


async def propose_group(session: AsyncSession, member: MemberId, proposal: Proposal) -> AlumniGroup:
    """Let a group wait for the stewards, who hear of it; raise EnoughProposals, ProposalOver or NotThere, and what is wrong with a text.

    Who proposes again after a decline changes what they said, and keeps the group's id.
    """
    await one_at_a_time(session, f"proposals:{member}")
    group, said = await _own(session, member, proposal.group_id)
    await _check_number(session, member, group)
    note = rules.optional_lines("note", proposal.note, rules.LONGEST_NOTE)
    if group is None or said is None:
        group = AlumniGroup(slug=await free_slug(session, proposal.slug), state="proposed")
        describe(group, proposal.texts)
        session.add(group)
        await session.flush()
        said = GroupProposal(group_id=group.id, member_id=member)
        session.add(said)
    else:
        group.slug, group.state = await free_slug(session, proposal.slug, but=GroupId(group.id)), "proposed"
        describe(group, proposal.texts)
    said.note, said.at, said.decided_at, said.reason = note, now(), None, None
    await session.flush()
    await gather(session, GroupId(group.id), proposal.companies, by=member)
    record(session, GroupProposed(group_id=GroupId(group.id)), group_queue(None))
    return group


async def withdraw_group_proposal(session: AsyncSession, member: MemberId, group_id: GroupId) -> GroupId:
    """Take one's own proposal back, while it waits or after it was declined: nothing of it is kept. Raise NotThere or ProposalOver."""
    group, _ = await _own(session, member, group_id)
    if group is None:
        raise NotThere
    await session.delete(group)
    note = AuditNote(
        actor=member, right="self", action="withdraw_group_proposal", subject_kind="group", subject_id=group_id, group_id=group_id
    )
    await write_audit(session, note)
    record(session, GroupProposalWithdrawn(group_id=group_id, member_id=member), group_queue(None))
    return group_id


async def hold_proposal(session: AsyncSession, group_id: GroupId) -> tuple[AlumniGroup, GroupProposal]:
    """Lock a group that waits, with what was told of it; raise NotThere, or ProposalOver once it was decided."""
    group = await session.get(AlumniGroup, group_id, with_for_update=True, populate_existing=True)
    said = await session.get(GroupProposal, group_id, with_for_update=True, populate_existing=True)
    if group is None or said is None:
        raise NotThere
    if group.state != "proposed":
        raise ProposalOver
    return group, said


async def admit_group(session: AsyncSession, group: AlumniGroup, said: GroupProposal, admission: Admission) -> MemberId:
    """Let a held group be there: who proposed it owns it and belongs to it, and is returned. Raise ProposerGone, SlugTaken."""
    if said.member_id is None:
        raise ProposerGone
    owner, key = MemberId(said.member_id), GroupId(group.id)
    group.slug = await free_slug(session, admission.slug, but=key)
    group.name = one_line("name", admission.name, LONGEST_NAME)
    group.name_en = optional_line("nameEn", admission.name_en, LONGEST_NAME)
    group.state, said.decided_at = "admitted", now()
    await session.flush()
    await raise_authz_version(session, owner)
    role = upsert(GroupRole).values(group_id=key, member_id=owner, role="owner", since=now())
    await session.execute(role.on_conflict_do_update(index_elements=["group_id", "member_id"], set_={"role": role.excluded.role}))
    await approve_memberships(session, owner, [key])
    record(session, GroupAdmitted(group_id=key, member_id=owner), group_queue(None), inbox(owner))
    return owner


async def decline_group(session: AsyncSession, group: AlumniGroup, said: GroupProposal, reason: str) -> None:
    """Do not admit a held group; who proposed it reads the reason, and may change it and propose it again."""
    group.state, said.decided_at, said.reason = "declined", now(), reason
    await session.flush()
    member = None if said.member_id is None else MemberId(said.member_id)
    record(session, GroupDeclined(group_id=GroupId(group.id), member_id=member), group_queue(None), *([inbox(member)] if member else []))


async def _own(session: AsyncSession, member: MemberId, group_id: GroupId | None) -> tuple[AlumniGroup | None, GroupProposal | None]:
    if group_id is None:
        return None, None
    group = await session.get(AlumniGroup, group_id, with_for_update=True, populate_existing=True)
    said = await session.get(GroupProposal, group_id, with_for_update=True, populate_existing=True)
    if group is None or said is None or said.member_id != member:
        raise NotThere
    if group.state not in {"proposed", "declined"}:
        raise ProposalOver
    return group, said


async def _check_number(session: AsyncSession, member: MemberId, group: AlumniGroup | None) -> None:
    waiting = select(func.count()).select_from(GroupProposal).join(AlumniGroup, AlumniGroup.id == GroupProposal.group_id)
    waiting = waiting.where(GroupProposal.member_id == member, AlumniGroup.state == "proposed")
    if group is not None:
        waiting = waiting.where(AlumniGroup.id != group.id)
    if (await session.scalar(waiting) or 0) >= rules.MOST_PROPOSALS:
        raise EnoughProposals(limit=rules.MOST_PROPOSALS)
