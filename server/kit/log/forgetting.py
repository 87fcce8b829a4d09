"""How somebody who was erased leaves the log and the queue: their own stream goes, elsewhere another id stands in place of theirs."""

from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import MemberId
from server.kit.log.model import EventRow, StreamRow
from server.kit.log.streams import inbox

# Offsets stay gapless, so that whoever follows a stream misses nothing; what an event refers to is read when it is shown.
_UNNAMED: Final = (
    "UPDATE event SET ref = replace(ref::text, :member, :place)::jsonb WHERE ref::text LIKE :like",
    """UPDATE pgqueuer SET payload = convert_to(replace(convert_from(payload, 'UTF8'), :member, :place), 'UTF8')
       WHERE convert_from(payload, 'UTF8') LIKE :like""",
)


async def forget_member(session: AsyncSession, member: MemberId, place: UUID) -> None:
    """Delete the member's own stream; put `place` where other streams and waiting jobs name the member."""
    own = select(StreamRow.id).where(StreamRow.name == inbox(member)).scalar_subquery()
    await session.execute(delete(EventRow).where(EventRow.stream_id == own))
    await session.execute(delete(StreamRow).where(StreamRow.name == inbox(member)))
    named = {"member": str(member), "place": str(place), "like": f"%{member}%"}
    for statement in _UNNAMED:
        await session.execute(text(statement), named)
    # What was remembered of jobs names nobody, but an error's text could.
    await session.execute(text("DELETE FROM pgqueuer_log WHERE traceback::text LIKE :like"), {"like": named["like"]})
