"""What of standing queries is loaded by the batch."""

from schema.context import Context
from server.kit.ids import StandingQueryId
from server.standing import reads
from server.standing.model import StandingQuery


async def queries(context: Context, keys: list[StandingQueryId]) -> list[StandingQuery | None]:
    """The viewer's standing queries by id; None for any other."""
    async with context.db.read() as session:
        found = await reads.queries_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]
