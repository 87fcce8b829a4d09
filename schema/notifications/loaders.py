"""What of notices is loaded by the batch."""

from schema.context import Context
from server.kit.ids import NoticeId
from server.notifications import reads
from server.notifications.model import Notice


async def notices(context: Context, keys: list[NoticeId]) -> list[Notice | None]:
    """The viewer's notices by id; None for any other."""
    async with context.db.read() as session:
        found = await reads.notices_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]
