"""When a file goes: after its week, when somebody in it is erased, and when it was never made; the row says so for a while."""

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.exports.events import ExportPrepared
from server.exports.model import Export, ExportPerson, ExportPiece
from server.exports.rules import GIVEN_UP_AFTER, KEPT, REMEMBERED
from server.kit.clock import now
from server.kit.ids import MemberId
from server.notifications.commands import withdraw_notices


async def withdraw_exports_with(session: AsyncSession, member: MemberId) -> None:
    """Delete the files of others in which the member's name or words stand, before the member is erased.

    The caller holds the member's row: a file that is being made with them in it has ended by now, or will be made without them.
    """
    held = select(ExportPerson.export_id).where(ExportPerson.member_id == member)
    ended = update(Export).where(Export.id.in_(held), Export.expires_at > now()).values(expires_at=now())
    await session.execute(ended.execution_options(synchronize_session=False))
    await session.execute(delete(ExportPiece).where(ExportPiece.export_id.in_(held)).execution_options(synchronize_session=False))
    await withdraw_notices(session, ExportPrepared, select(Export.member_id).where(Export.id.in_(held)))


async def forget_exports(session: AsyncSession) -> None:
    """Delete the files whose week is over, later their rows, and give up those whose job was lost."""
    at = now()
    over = select(Export.id).where(Export.expires_at <= at)
    for table in (ExportPiece, ExportPerson):
        await session.execute(delete(table).where(table.export_id.in_(over)).execution_options(synchronize_session=False))
    await withdraw_notices(session, ExportPrepared, select(Export.member_id).where(Export.expires_at <= at))
    lost = update(Export).where(Export.state == "asked", Export.asked_at < at - GIVEN_UP_AFTER).values(state="failed")
    await session.execute(lost.execution_options(synchronize_session=False))
    failed = (Export.state == "failed") & (Export.asked_at < at - KEPT - REMEMBERED)
    old = delete(Export).where(or_(Export.expires_at <= at - REMEMBERED, failed))
    await session.execute(old.execution_options(synchronize_session=False))
