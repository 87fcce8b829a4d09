"""Hiding one post from companies and members, as its author chooses; nobody is told."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import standing_company
from server.companies.errors import UnknownCompany
from server.kit.actor import Actor
from server.kit.ids import CompanyId, uuid7
from server.kit.refusal import TooMany
from server.opportunities.errors import UnknownMember
from server.opportunities.model import OpportunityExclusion
from server.opportunities.reads import Exclusions
from server.opportunities.rules import MOST_EXCLUDED
from server.people.errors import OneselfExcluded
from server.people.reads import visible_ids

_COMPANIES, _MEMBERS = "exclusions.companies", "exclusions.members"


async def checked_exclusions(session: AsyncSession, actor: Actor, given: Exclusions, standing: Exclusions) -> Exclusions:
    """Return from whom to hide a post, companies as they stand now; these are held against a merge until the transaction ends.

    Who was chosen before can stay though the author does not see them any more; whoever is new must be seen.
    """
    for field, chosen in ((_COMPANIES, given.companies), (_MEMBERS, given.members)):
        if len(set(chosen)) > MOST_EXCLUDED:
            raise TooMany(field, limit=MOST_EXCLUDED)
    companies = await _standing(session, given.companies)
    if actor.member_id in given.members:
        raise OneselfExcluded
    new = frozenset(given.members).difference(standing.members)
    if new and await visible_ids(session, actor, sorted(new)) != new:
        raise UnknownMember(_MEMBERS)
    return Exclusions(companies=companies, members=tuple(dict.fromkeys(given.members)))


async def put_exclusions(session: AsyncSession, post: UUID, wanted: Exclusions) -> None:
    """Hide the post from these, and from nobody else any more."""
    others = or_(OpportunityExclusion.company_id.not_in(wanted.companies), OpportunityExclusion.other_id.not_in(wanted.members))
    await session.execute(delete(OpportunityExclusion).where(OpportunityExclusion.opportunity_id == post, others))
    await add_exclusions(session, post, wanted)


async def add_exclusions(session: AsyncSession, post: UUID, wanted: Exclusions) -> None:
    """Hide the post from these too."""
    rows = [*_rows(post, "company_id", wanted.companies), *_rows(post, "other_id", wanted.members)]
    if rows:
        await session.execute(upsert(OpportunityExclusion).values(rows).on_conflict_do_nothing())


def _rows(post: UUID, column: str, keys: Iterable[UUID]) -> list[dict[str, Any]]:
    return [{"id": uuid7(), "opportunity_id": post, "company_id": None, "other_id": None, column: key} for key in keys]


async def _standing(session: AsyncSession, companies: Collection[CompanyId]) -> tuple[CompanyId, ...]:
    found: dict[CompanyId, CompanyId] = {}
    # In one order, so that two who hold several do not wait for each other.
    for key in sorted(companies):
        company = await standing_company(session, key)
        if company is None:
            raise UnknownCompany(_COMPANIES)
        found[key] = CompanyId(company.id)
    return tuple(dict.fromkeys(found[key] for key in companies))
