"""What stewards decide on companies."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Info
from schema.gates import Knock, gate
from schema.moderation.types import CompanyAccepted, CompanyMerged, company_accepted, company_merged
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.companies.commands import Acceptance
from server.kit.db import Session
from server.kit.ids import CompanyId
from server.moderation import commands
from server.moderation.commands import Merging


@strawberry.input(description="A proposed company to accept, under its corrected name.")
class AcceptCompanyInput:
    """A company to accept."""

    company: strawberry.ID
    name: str
    name_en: str | None = None
    industry: str | None = strawberry.field(default=None, description="A key of Query.industries.")
    client_mutation_id: str | None = None


@strawberry.input(description="A company that is another one, too.")
class MergeCompaniesInput:
    """Two companies to merge."""

    company: strawberry.ID = strawberry.field(description="The one that ends.")
    into: strawberry.ID = strawberry.field(description="The one that stays.")
    reason: str | None = strawberry.field(default=None, description="For the audit trail; members do not read it.")
    client_mutation_id: str | None = None


AcceptCompanyResult: TypeAlias = Annotated[
    CompanyAccepted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AcceptCompanyResult")
]
MergeCompaniesResult: TypeAlias = Annotated[
    CompanyMerged | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("MergeCompaniesResult")
]


@strawberry.type
class CompanyMutation:
    """Root fields about companies."""

    @strawberry.mutation(description="Accept a proposed company; for stewards.", extensions=[gate(Knock.OPERATOR)])
    async def accept_company(self, info: Info, input: AcceptCompanyInput) -> AcceptCompanyResult | None:
        """Accept it."""
        context = info.context
        key = CompanyId(key_of("Company", input.company))
        acceptance = Acceptance(company_id=key, name=input.name, name_en=input.name_en, industry=input.industry)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.accept_company(session, context.actor, acceptance)).id

        return await company_accepted(context, CompanyId(await context.once("acceptCompany", input.client_mutation_id, act)))

    @strawberry.mutation(
        description="Let one company end in another; nothing that was written of it is lost. For stewards.",
        extensions=[gate(Knock.OPERATOR)],
    )
    async def merge_companies(self, info: Info, input: MergeCompaniesInput) -> MergeCompaniesResult | None:
        """Merge them."""
        context = info.context
        merging = Merging(
            company_id=CompanyId(key_of("Company", input.company)),
            into_id=CompanyId(key_of("Company", input.into)),
            reason=input.reason,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            await commands.merge_companies(session, context.actor, merging)
            return merging.company_id

        return await company_merged(context, CompanyId(await context.once("mergeCompanies", input.client_mutation_id, act)))
