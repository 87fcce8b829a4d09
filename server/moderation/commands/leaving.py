"""How somebody who is erased leaves the reports: what they wrote goes, and what was shown of their words; the decisions stay."""

from uuid import UUID

from sqlalchemy import or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import MemberId
from server.moderation.model import Report


async def leave_reports(session: AsyncSession, member: MemberId, place: UUID) -> None:
    """Empty the member's reports, and what others' reports show of their talks; who reported what of them stays decided."""
    theirs = or_(Report.reporter_id == member, Report.about_member_id == member)
    shown = update(Report).where(theirs).values(excerpt=None)
    written = update(Report).where(Report.reporter_id == member).values(note=None)
    named = update(Report).where(Report.subject_id == member).values(subject_id=place)
    for change in (shown, written, named):
        await session.execute(change.execution_options(synchronize_session=False))
