"""What of synonyms is loaded by the batch."""

from schema.context import Context
from server.kit.ids import SynonymId
from server.synonyms import reads
from server.synonyms.rules import Listed


async def entries(context: Context, keys: list[SynonymId]) -> list[Listed | None]:
    """Entries by id; None for who is no steward, and for what says nothing any more."""
    async with context.db.read() as session:
        found = await reads.entries_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]
