"""The reports behind what waits, and why decisions were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import any_, or_, select

from server.audit.model import AuditEntry
from server.kit.actor import Actor, viewer_of
from server.kit.db import Session
from server.kit.ids import GroupId, OpportunityId, ReportId
from server.moderation.model import Report
from server.moderation.policy import visible_to
from server.opportunities.model import Opportunity


async def reports_by_ids(session: Session, actor: Actor, ids: Sequence[ReportId]) -> dict[ReportId, Report]:
    """Return the reports among the ids that the actor may see."""
    rows = await session.scalars(select(Report).where(Report.id.in_(ids), visible_to(viewer_of(actor))))
    return {ReportId(row.id): row for row in rows}


@dataclass(frozen=True, slots=True)
class Told:
    """A decision on a post that somebody is told of: what was done, where (None: everywhere), and when they learnt of it."""

    action: Literal["hide_opportunity", "restore_opportunity"]
    opportunity_id: OpportunityId
    group_id: GroupId | None
    at: datetime


async def reasons(session: Session, actor: Actor, told: Sequence[Told]) -> dict[Told, str]:
    """Return why each decision was made, for the post's author and for who decides there; others find nothing."""
    viewer = viewer_of(actor)
    may_read = or_(Opportunity.author_id == viewer.member_id, viewer.is_steward, AuditEntry.group_id == any_(viewer.operates))
    wanted = (
        select(AuditEntry)
        .join(Opportunity, Opportunity.id == AuditEntry.subject_id)
        .where(
            AuditEntry.action.in_({each.action for each in told}),
            AuditEntry.subject_id.in_({each.opportunity_id for each in told}),
            may_read,
        )
        .order_by(AuditEntry.at)
    )
    entries = (await session.scalars(wanted)).all()
    found: dict[Told, str] = {}
    for each in told:
        same = [
            entry
            for entry in entries
            if (entry.action, entry.subject_id, entry.group_id) == (each.action, each.opportunity_id, each.group_id) and entry.at <= each.at
        ]
        if same:
            found[each] = same[-1].reason or ""
    return found
