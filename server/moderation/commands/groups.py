"""A group's own page is written by who runs it, and the group is closed by an owner; stewards may do both."""

from dataclasses import dataclass

from sqlalchemy import update

from server.audit.commands import AuditNote, write_audit
from server.groups import commands as groups
from server.groups.commands import GroupTexts, Pick
from server.groups.errors import OwnersOnly, RunnersOnly, StewardsPick
from server.groups.model import AlumniGroup
from server.groups.policy import RUNNING_ROLES
from server.groups.reads import companies_of_groups
from server.groups.rules import LONGEST_REASON, clean_questions
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import CompanyId, GroupId, ReportId
from server.kit.log import group_queue, record
from server.moderation.commands.rights import member_of, right_on_group
from server.moderation.events import ReportFiled
from server.moderation.model import Report
from server.moderation.rules import required


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEdit:
    """What a group says of itself and asks of who applies from now on. `companies` None: those that it has."""

    group_id: GroupId
    texts: GroupTexts
    questions: tuple[str, ...] = ()
    companies: tuple[CompanyId, ...] | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """Which group ends, and why; everybody reads the reason on its page."""

    group_id: GroupId
    reason: str


async def edit_group(session: Session, actor: Actor, edit: GroupEdit) -> AlumniGroup:
    """Write a group's page anew; another name is on the record. Raise RunnersOnly, StewardsPick, GroupNotOpen …"""
    group = await groups.hold_group(session, edit.group_id)
    decider, right = await right_on_group(session, actor, edit.group_id, RUNNING_ROLES, RunnersOnly)
    before = (group.name, group.name_en)
    if right != "steward" and (edit.texts.run_by, edit.texts.recognition) != (group.run_by, group.recognition):
        # Who reads of a group that its company runs or recognises it relies on a steward who looked.
        raise StewardsPick
    groups.describe(group, edit.texts)
    group.questions = clean_questions(edit.questions)
    await session.flush()
    if edit.companies is not None:
        gathered = (await companies_of_groups(session, [edit.group_id])).get(edit.group_id, [])
        if set(edit.companies) != set(gathered):
            if right != "steward":
                raise StewardsPick
            picks = [Pick(company_id=company) for company in dict.fromkeys(edit.companies)]
            await groups.gather(session, edit.group_id, picks, by=None)
    await write_audit(session, _note(decider, right, "edit_group", edit.group_id))
    if (group.name, group.name_en) != before:
        changed = " → ".join(" / ".join(filter(None, names)) for names in (before, (group.name, group.name_en)))
        await write_audit(session, _note(decider, right, "rename_group", edit.group_id, changed))
    return group


async def close_group(session: Session, actor: Actor, closing: Closing) -> AlumniGroup:
    """Close a group, for an owner or a steward: what waits in its queue is the stewards' then. Raise OwnersOnly or GroupNotOpen."""
    reason = required(closing.reason, "reason", LONGEST_REASON)
    group = await groups.hold_group(session, closing.group_id)
    decider, right = await right_on_group(session, actor, closing.group_id, ("owner",), OwnersOnly)
    await groups.close_group(session, group, reason)
    await _hand_reports_on(session, closing.group_id)
    await write_audit(session, _note(decider, right, "close_group", closing.group_id, reason))
    return group


async def _hand_reports_on(session: Session, group: GroupId) -> None:
    """Let the open reports of a group be the stewards'; their queue hears of each."""
    left = update(Report).where(Report.group_id == group, Report.decided_at.is_(None)).values(group_id=None).returning(Report.id)
    for report in await session.scalars(left.execution_options(synchronize_session=False)):
        record(session, ReportFiled(report_id=ReportId(report), group_id=None), group_queue(None))


def _note(decider: Actor, right: str, action: str, group: GroupId, reason: str | None = None) -> AuditNote:
    return AuditNote(
        actor=member_of(decider), right=right, action=action, subject_kind="group", subject_id=group, group_id=group, reason=reason
    )
