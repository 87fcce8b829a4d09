"""What can be asked about standing queries."""

import strawberry

from schema.context import Info
from schema.gates import Knock, gate
from schema.opportunities.types import OpportunityFilter, filter_of
from schema.paging import page_request
from schema.standing.types import StandingQueryConnection, own_queries
from server.standing import reads


@strawberry.type
class StandingQueriesQuery:
    """Root fields about standing queries."""

    @strawberry.field(description="What the viewer saved, the newest first.", extensions=[gate(Knock.MEMBER)])
    async def standing_queries(self, info: Info, first: int, after: str | None = None) -> StandingQueryConnection:
        """Read a page."""
        return await own_queries(info.context, page_request(first, after))

    @strawberry.field(
        description="How many posts of the last 30 days, open still, the filter would have brought the viewer.",
        extensions=[gate(Knock.MEMBER)],
    )
    async def would_have_matched(self, info: Info, filter: OpportunityFilter) -> int:
        """Count them."""
        context = info.context
        await context.parts.limits.spend("standing.try", context.member)
        async with context.db.read() as session:
            return await reads.would_have_matched(session, context.parts.engine, context.actor, filter_of(filter))
