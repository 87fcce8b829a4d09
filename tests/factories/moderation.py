"""Reports and decisions for tests."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, ReportId
from server.moderation.model import Report


async def make_report(
    session: AsyncSession,
    reporter: MemberId,
    subject: UUID,
    *,
    kind: str = "opportunity",
    about: MemberId | None = None,
    group: GroupId | None = None,
    filed_at: datetime | None = None,
    **columns: Any,
) -> ReportId:
    """An open report, by default on an opportunity, in the stewards' queue."""
    row = Report(
        reporter_id=reporter,
        subject_kind=kind,
        subject_id=subject,
        about_member_id=about,
        group_id=group,
        reason=columns.pop("reason", "spam"),
        filed_at=filed_at or now(),
        **columns,
    )
    session.add(row)
    await session.flush()
    return ReportId(row.id)
