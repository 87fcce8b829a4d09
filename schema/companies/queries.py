"""What can be asked about companies."""

import strawberry

from schema.companies.types import Company, CompanyConnection, Industry, industry_of, standing_company_of
from schema.context import Info
from schema.gates import open_gate
from schema.nodes import key_or_none
from schema.paging import page_request
from server.companies.reads import matched_names, search_companies
from server.companies.rules import industries
from server.kit.ids import CompanyId


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
        wanted = (text or "")[:100]
        async with context.db.read() as session:
            page = await search_companies(session, wanted, page_request(first, after))
            matched = await matched_names(session, wanted, [CompanyId(row.id) for row in page.items])
        return CompanyConnection.of(page, matched)

    @strawberry.field(
        description="A company by its id; the id of one that was merged leads to what it was merged into.",
        extensions=[open_gate("Companies are public facts; who was there shows only to who may see people.")],
    )
    async def company(self, info: Info, id: strawberry.ID) -> Company | None:
        """Load it."""
        key = key_or_none("Company", id)
        return None if key is None else await standing_company_of(info.context, CompanyId(key))

    @strawberry.field(description="The industries that a company can be in.", extensions=[open_gate("They are words.")])
    async def industries(self, info: Info) -> list[Industry]:
        """List them."""
        found = [industry_of(key, info.context.language) for key in industries()]
        return [industry for industry in found if industry is not None]
