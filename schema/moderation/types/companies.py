"""Companies that wait for a steward, and what became of them, as the graph tells of it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.companies import loaders as company_loaders
from schema.companies import types as companies
from schema.context import Context
from schema.moderation import loaders
from schema.nodes import id_of
from schema.people import types as people
from server.companies import events
from server.kit.ids import CompanyId
from server.kit.log import Event

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.people.types import Person

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.type(description="A company that a member named and that no steward has looked at yet; it is in use all the same.")
class CompanyToAccept:
    """In the queue of the stewards."""

    id: strawberry.ID
    company: _Company
    proposed_by: _Person | None = strawberry.field(description="Who named it; null where who runs the deployment did, or they are gone.")
    waiting_since: datetime


@strawberry.type(description="Somebody named a company that was missing.")
class CompanyProposed:
    """Told to stewards."""

    company: _Company


@strawberry.type(description="A proposed company is a known one now.")
class CompanyAccepted:
    """Told to who proposed it and to stewards."""

    company: _Company


@strawberry.type(description="A company ended in another one; every affiliation with it is one with the other now.")
class CompanyMerged:
    """Told to who proposed it and to who decides there."""

    merged_id: strawberry.ID = strawberry.field(description="Of the company that is no more; it leads to the other one.")
    merged_name: str
    company: _Company = strawberry.field(description="What it was merged into.")


async def company_to_accept(context: Context, key: CompanyId, since: datetime) -> CompanyToAccept | None:
    """Return a proposed company with who named it."""
    company = await companies.company_of(context, key)
    if company is None:
        return None
    proposer = await context.load(loaders.proposers, key)
    person = None if proposer is None else await people.person_of(context, proposer)
    return CompanyToAccept(id=company.id, company=company, proposed_by=person, waiting_since=since)


async def company_proposed(context: Context, key: CompanyId) -> CompanyProposed | None:
    """Tell that a company was named; None once it was merged."""
    company = await companies.company_of(context, key)
    return None if company is None else CompanyProposed(company=company)


async def company_accepted(context: Context, key: CompanyId) -> CompanyAccepted | None:
    """Tell that a company was accepted, as it is called now."""
    company = await companies.standing_company_of(context, key)
    return None if company is None else CompanyAccepted(company=company)


async def company_decided(context: Context, event: Event) -> CompanyAccepted | CompanyMerged | None:
    """Tell what a steward decided on a company; None for any other event."""
    match event:
        case events.CompanyAccepted():
            return await company_accepted(context, event.company_id)
        case events.CompanyMerged():
            return await company_merged(context, event.from_id)
        case _:
            return None


async def company_merged(context: Context, key: CompanyId) -> CompanyMerged | None:
    """Tell where a company went."""
    merged = await context.load(company_loaders.merged, key)
    company = None if merged is None else await companies.company_of(context, CompanyId(merged.into_id))
    if merged is None or company is None:
        return None
    return CompanyMerged(merged_id=id_of("Company", key), merged_name=merged.name, company=company)
