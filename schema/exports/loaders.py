"""What of exports is loaded by the batch."""

from schema.context import Context
from server.exports import reads
from server.exports.model import Export
from server.kit.ids import ExportId


async def exports(context: Context, keys: list[ExportId]) -> list[Export | None]:
    """The viewer's exports by id; None for any other."""
    async with context.db.read() as session:
        found = await reads.exports_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]
