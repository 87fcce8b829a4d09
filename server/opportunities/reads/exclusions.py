"""From whom a post is hidden: its author's to read, and nobody else's."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.ids import CompanyId, MemberId, OpportunityId
from server.opportunities.model import Opportunity, OpportunityExclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusions:
    """Companies, with everybody who has to do with them or with what was before and after them, and members."""

    companies: tuple[CompanyId, ...] = ()
    members: tuple[MemberId, ...] = ()

    @property
    def keys(self) -> tuple[UUID, ...]:
        """All of them."""
        return (*self.companies, *self.members)


async def exclusions_by_opportunities(session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]) -> dict[OpportunityId, Exclusions]:
    """Return from whom each of the actor's own posts is hidden, as they chose it; nothing of anybody else's."""
    wanted = (
        select(OpportunityExclusion)
        .join(Opportunity, Opportunity.id == OpportunityExclusion.opportunity_id)
        .where(OpportunityExclusion.opportunity_id.in_(ids), Opportunity.author_id == actor.member_id)
        .order_by(OpportunityExclusion.id)
    )
    found: defaultdict[UUID, list[OpportunityExclusion]] = defaultdict(list)
    for row in await session.scalars(wanted):
        found[row.opportunity_id].append(row)
    return {
        OpportunityId(post): Exclusions(
            companies=tuple(CompanyId(row.company_id) for row in rows if row.company_id),
            members=tuple(MemberId(row.other_id) for row in rows if row.other_id),
        )
        for post, rows in found.items()
    }
