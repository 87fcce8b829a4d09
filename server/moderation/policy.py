"""Who may see a report, and in whose queue it stands: never that of whom it is about."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, any_, or_

from server.kit.actor import Actor, Viewer
from server.kit.ids import GroupId
from server.moderation.model import Report


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see a `Report` row: its reporter, who decides in its group, stewards; not whom it is about."""
    return and_(
        Report.about_member_id.is_distinct_from(viewer.member_id),
        or_(Report.reporter_id == viewer.member_id, viewer.is_steward, Report.group_id == any_(viewer.operates)),
    )


def awaits_decision_of(viewer: Viewer, overdue: datetime) -> ColumnElement[bool]:
    """Whether a `Report` row stands in a queue of the viewer's: their group's, or, for stewards, what no group decides.

    What was filed before `overdue` stands in the stewards' queue too.
    """
    stewards = and_(viewer.is_steward, or_(Report.group_id.is_(None), Report.filed_at < overdue))
    return and_(
        Report.decided_at.is_(None),
        Report.about_member_id.is_distinct_from(viewer.member_id),
        or_(Report.group_id == any_(viewer.operates), stewards),
    )


def right_in(actor: Actor, group: GroupId | None) -> str | None:
    """Return the right with which the actor decides in a group (None: everywhere), as the audit names it; None: no right."""
    if group in actor.operates:
        return "operator"
    return "steward" if actor.is_steward else None
