"""How a report or a post is decided: by who has the right and no interest, once, with a reason, in the audit trail."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select, true

from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId, OpportunityId, ReportId
from server.kit.log import group_queue, inbox, record
from server.kit.refusal import NotSignedIn, NotThere
from server.moderation.errors import AlreadyDecided, HasAnInterest, NotYourGroup, StewardsOnly
from server.moderation.events import ReportDecided
from server.moderation.model import Report
from server.moderation.policy import right_in, visible_to
from server.moderation.rules import MOST_REASON, Decision, Subject, required
from server.opportunities import commands as opportunities
from server.opportunities import policy as opportunity_policy
from server.opportunities.model import Opportunity, OpportunityGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """Which post is hidden, where (None: everywhere), why, and the report that this answers, if any."""

    opportunity_id: OpportunityId
    group_id: GroupId | None
    reason: str
    report_id: ReportId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoring:
    """Which post comes back, where (None: everywhere), and why."""

    opportunity_id: OpportunityId
    group_id: GroupId | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """Which report is put aside, and why."""

    report_id: ReportId
    reason: str


async def hide_opportunity(session: Session, actor: Actor, hiding: Hiding) -> Opportunity:
    """Hide a post in a group or everywhere; every open report on it there is decided with it.

    Of two at once the second meets AlreadyDecided. The author and the reporters are told.
    """
    reason = required(hiding.reason, "reason", MOST_REASON)
    post, place = await _post_to_decide(session, actor, hiding.opportunity_id, hiding.group_id)
    if post.hidden_at is not None or (place is not None and place.hidden_at is not None):
        raise AlreadyDecided
    reports = await _reports_answered(session, actor, hiding)
    await opportunities.hide_opportunity(session, post, hiding.group_id, reason)
    for report in reports:
        _decide(session, actor, report, Decision.HIDDEN, reason)
    await write_audit(session, _note(actor, "hide_opportunity", post, hiding.group_id, reason))
    return post


async def restore_opportunity(session: Session, actor: Actor, restoring: Restoring) -> Opportunity:
    """Take a hiding back, in the group or everywhere; raise AlreadyDecided where the post is not hidden there."""
    reason = required(restoring.reason, "reason", MOST_REASON)
    post, place = await _post_to_decide(session, actor, restoring.opportunity_id, restoring.group_id)
    if (post.hidden_at if place is None else place.hidden_at) is None:
        raise AlreadyDecided
    await opportunities.restore_opportunity(session, post, restoring.group_id)
    await write_audit(session, _note(actor, "restore_opportunity", post, restoring.group_id, reason))
    return post


async def dismiss_report(session: Session, actor: Actor, dismissal: Dismissal) -> Report:
    """Put a report aside; its reporter is told. Whom it is about does not even see it."""
    reason = required(dismissal.reason, "reason", MOST_REASON)
    seen = select(Report).where(Report.id == dismissal.report_id, visible_to(viewer_of(actor)))
    report = await session.scalar(seen.with_for_update())
    right = None if report is None else right_in(actor, _group(report))
    if report is None or right is None:
        raise NotThere
    if report.decided_at is not None:
        raise AlreadyDecided
    _decide(session, actor, report, Decision.DISMISSED, reason)
    note = AuditNote(
        actor=_member(actor),
        right=right,
        action="dismiss_report",
        subject_kind="report",
        subject_id=report.id,
        subject_member=None if report.about_member_id is None else MemberId(report.about_member_id),
        group_id=_group(report),
        reason=reason,
    )
    await write_audit(session, note)
    return report


async def _post_to_decide(
    session: Session, actor: Actor, key: OpportunityId, group: GroupId | None
) -> tuple[Opportunity, OpportunityGroup | None]:
    seen = select(Opportunity).where(Opportunity.id == key, opportunity_policy.visible_to(viewer_of(actor)))
    post = await session.scalar(seen.with_for_update().execution_options(populate_existing=True))
    if post is None:
        raise NotThere
    if right_in(actor, group) is None:
        raise StewardsOnly if group is None else NotYourGroup
    place = None
    if group is not None:
        place = await session.get(OpportunityGroup, (key, group), populate_existing=True)
        if place is None:
            raise NotThere
    if post.author_id == actor.member_id:
        raise HasAnInterest
    return post, place


async def _reports_answered(session: Session, actor: Actor, hiding: Hiding) -> Sequence[Report]:
    """Return the open reports on the post in the scope of the hiding, and the one that it names; that one must be open."""
    scope: ColumnElement[bool] = true() if hiding.group_id is None else Report.group_id == hiding.group_id
    named = Report.id == hiding.report_id
    on_it = (Report.subject_kind == Subject.OPPORTUNITY.value, Report.subject_id == hiding.opportunity_id)
    found = select(Report).where(*on_it, or_(scope, named), visible_to(viewer_of(actor)))
    reports = (await session.scalars(found.order_by(Report.id).with_for_update())).all()
    if hiding.report_id is not None:
        answered = next((report for report in reports if report.id == hiding.report_id), None)
        if answered is None:
            raise NotThere
        if answered.decided_at is not None:
            raise AlreadyDecided
    return [report for report in reports if report.decided_at is None]


def _decide(session: Session, actor: Actor, report: Report, decision: Decision, reason: str) -> None:
    report.decision = decision.value
    report.decision_reason = reason
    report.decided_by = actor.member_id
    report.decided_at = now()
    reporter = None if report.reporter_id is None else MemberId(report.reporter_id)
    told = [group_queue(_group(report))] + ([] if reporter is None else [inbox(reporter)])
    record(session, ReportDecided(report_id=ReportId(report.id), group_id=_group(report), reporter_id=reporter), *told)


def _note(actor: Actor, action: str, post: Opportunity, group: GroupId | None, reason: str) -> AuditNote:
    return AuditNote(
        actor=_member(actor),
        right=right_in(actor, group) or "",
        action=action,
        subject_kind="opportunity",
        subject_id=post.id,
        subject_member=MemberId(post.author_id),
        group_id=group,
        reason=reason,
    )


def _group(report: Report) -> GroupId | None:
    return None if report.group_id is None else GroupId(report.group_id)


def _member(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    return actor.member_id
