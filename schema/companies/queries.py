"""What can be asked about companies."""

import strawberry

from schema.companies.types import CompanyConnection
from schema.context import Info
from schema.gates import open_gate
from schema.paging import page_request
from server.companies.reads import search_companies


@strawberry.type
class CompaniesQuery:
    """Root fields about companies."""

    @strawberry.field(
        description="Candidates for the picker, by any of the company's names.",
        extensions=[open_gate("Whoever signs up picks a company before being anybody here.")],
    )
    async def companies(self, info: Info, first: int, text: str | None = None, after: str | None = None) -> CompanyConnection:
        """Search."""
        context = info.context
        await context.parts.limits.spend("companies.search", context.actor.member_id or context.actor.origin)
        async with context.db.read() as session:
            return CompanyConnection.of(await search_companies(session, (text or "")[:100], page_request(first, after)))
