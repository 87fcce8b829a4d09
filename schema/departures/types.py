"""A departure as the one who leaves sees it."""

from datetime import datetime

import strawberry

from schema.context import Context
from server.accounts.reads import departure_of


@strawberry.type(description="The viewer is leaving: nobody else sees them, and they can stay until the day on which they are erased.")
class Departure:
    """A departure."""

    asked_at: datetime
    erased_at: datetime = strawberry.field(description="From this instant on everything is erased.")


async def own_departure(context: Context) -> Departure | None:
    """Return how the viewer is leaving; None while they are not."""
    async with context.db.read() as session:
        row = await departure_of(session, context.member)
    return None if row is None or row.erase_at is None else Departure(asked_at=row.asked_at, erased_at=row.erase_at)
