"""How a log that went back is told: every stream gets a new epoch, so that no earlier cursor is served."""

from typing import cast

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.log.model import StreamRow


async def renew_epochs(session: AsyncSession) -> int:
    """Give every stream a new epoch; return how many there are. Whoever comes back with an earlier cursor reads anew, once.

    For a database that was restored so that it looks like itself (a snapshot of its disk, rows copied back into its tables); of any
    other restoration `heads` tells by itself.
    """
    # Heads are locked in one order everywhere.
    locked = select(StreamRow.id).order_by(StreamRow.name).with_for_update().subquery()
    await session.execute(select(func.count()).select_from(locked))
    renewed = await session.execute(update(StreamRow).values(epoch=func.gen_random_uuid()))
    return cast("CursorResult[tuple[()]]", renewed).rowcount
