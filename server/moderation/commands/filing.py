"""How a report is filed: about something that the reporter sees, into the queue of who can decide it."""

from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import exists, select

from server.conversations import policy as conversations
from server.conversations.model import Conversation, Participant
from server.groups.model import GroupRole
from server.groups.policy import DECIDING_ROLES
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId, ReportId
from server.kit.jobs import one_at_a_time
from server.kit.log import group_queue, record
from server.kit.refusal import NotSignedIn, NotThere
from server.moderation.errors import AboutOneself, AlreadyReported, ExcerptNotAsked
from server.moderation.events import ReportFiled
from server.moderation.model import Report
from server.moderation.rules import MOST_EXCERPT, MOST_NOTE, Reason, Subject, optional
from server.opportunities import policy as opportunities
from server.opportunities.model import Opportunity, OpportunityGroup
from server.people import policy as people
from server.people.model import Profile

# Whom the report is about, and the group that decides on it; None: the stewards.
_Place: TypeAlias = tuple[MemberId | None, GroupId | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportToFile:
    """What a reporter sends. `subject_id` is the key of the opportunity, member or conversation."""

    subject: Subject
    subject_id: UUID
    reason: Reason
    note: str | None = None
    excerpt: str | None = None


async def file_report(session: Session, actor: Actor, report: ReportToFile) -> Report:
    """File it; raise NotThere where the reporter does not see the subject, AboutOneself, or AlreadyReported."""
    if actor.member_id is None:
        raise NotSignedIn
    note = optional(report.note, "note", MOST_NOTE)
    excerpt = optional(report.excerpt, "excerpt", MOST_EXCERPT)
    if excerpt and report.subject is not Subject.CONVERSATION:
        raise ExcerptNotAsked("excerpt")
    about, group = await _PLACES[report.subject](session, actor, report.subject_id)
    if about == actor.member_id:
        raise AboutOneself
    await one_at_a_time(session, f"report:{actor.member_id}")
    if await _is_open(session, actor.member_id, report):
        raise AlreadyReported
    row = Report(
        reporter_id=actor.member_id,
        subject_kind=report.subject.value,
        subject_id=report.subject_id,
        about_member_id=about,
        group_id=group,
        reason=report.reason.value,
        note=note,
        excerpt=excerpt,
        filed_at=now(),
    )
    session.add(row)
    await session.flush()
    record(session, ReportFiled(report_id=ReportId(row.id), group_id=group), group_queue(group))
    return row


async def _is_open(session: Session, reporter: MemberId, report: ReportToFile) -> bool:
    same = (Report.reporter_id == reporter, Report.subject_kind == report.subject.value, Report.subject_id == report.subject_id)
    return bool(await session.scalar(select(exists().where(*same, Report.decided_at.is_(None)))))


async def _of_opportunity(session: Session, actor: Actor, key: UUID) -> _Place:
    seen = select(Opportunity.author_id).where(Opportunity.id == key, opportunities.visible_to(viewer_of(actor)))
    author = await session.scalar(seen)
    if author is None:
        raise NotThere
    # The first group that the reporter shares with the post, where somebody else than its author decides.
    shared = (
        select(OpportunityGroup.group_id)
        .where(
            OpportunityGroup.opportunity_id == key,
            OpportunityGroup.group_id.in_(actor.groups),
            exists().where(
                GroupRole.group_id == OpportunityGroup.group_id, GroupRole.role.in_(DECIDING_ROLES), GroupRole.member_id != author
            ),
        )
        .order_by(OpportunityGroup.group_id)
        .limit(1)
    )
    group = await session.scalar(shared)
    return MemberId(author), None if group is None else GroupId(group)


async def _of_member(session: Session, actor: Actor, key: UUID) -> _Place:
    seen = select(Profile.member_id).where(Profile.member_id == key, people.visible_to(viewer_of(actor)))
    member = await session.scalar(seen)
    if member is None:
        raise NotThere
    return MemberId(member), None


async def _of_conversation(session: Session, actor: Actor, key: UUID) -> _Place:
    seen = select(Conversation.id).where(Conversation.id == key, conversations.visible_to(viewer_of(actor)))
    if await session.scalar(seen) is None:
        raise NotThere
    others = select(Participant.member_id).where(Participant.conversation_id == key, Participant.member_id != actor.member_id)
    other = await session.scalar(others)
    return None if other is None else MemberId(other), None


_PLACES: dict[Subject, Any] = {
    Subject.OPPORTUNITY: _of_opportunity,
    Subject.MEMBER: _of_member,
    Subject.CONVERSATION: _of_conversation,
}
