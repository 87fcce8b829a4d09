"""How a member asks for their data: one file at a time, and a new one takes the place of the last."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.exports.events import ExportAsked, ExportPrepared
from server.exports.model import Export
from server.exports.reads import export_being_made
from server.kit.actor import Actor
from server.kit.ids import ExportId, MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.kit.refusal import NotSignedIn
from server.notifications.commands import withdraw_notices


async def ask_export(session: AsyncSession, actor: Actor) -> Export:
    """Have the actor's data put together; while that is under way, asking again gives the same export."""
    if actor.member_id is None:
        raise NotSignedIn
    member: MemberId = actor.member_id
    await one_at_a_time(session, f"export:{member}")
    under_way = await export_being_made(session, actor)
    if under_way is not None:
        return under_way
    await withdraw_notices(session, ExportPrepared, select(Export.member_id).where(Export.member_id == member))
    await session.execute(delete(Export).where(Export.member_id == member).execution_options(synchronize_session=False))
    row = Export(member_id=member)
    session.add(row)
    await session.flush()
    record(session, ExportAsked(export_id=ExportId(row.id), member_id=member))
    return row
