"""Reading where posts take place that were written by a release which did not: some at a time, so that nobody waits for it."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import OpportunityId
from server.opportunities import rules
from server.opportunities.model import Opportunity, OpportunityTerms

READ_AT_ONCE: Final = 1_000


async def read_places(session: AsyncSession, most: int = READ_AT_ONCE) -> Sequence[OpportunityId]:
    """Read the places of at most so many posts, and return which; what somebody changes just now is left for the next time."""
    version = and_(OpportunityTerms.opportunity_id == Opportunity.id, OpportunityTerms.version == Opportunity.terms_version)
    told = select(Opportunity.id, Opportunity.place, OpportunityTerms.terms).outerjoin(OpportunityTerms, version)
    waiting = told.where(Opportunity.places.is_(None)).order_by(Opportunity.id).limit(most)
    rows = (await session.execute(waiting.with_for_update(of=Opportunity, skip_locked=True))).all()
    found = [{"id": key, "places": rules.places_of(place, terms or {})} for key, place, terms in rows]
    if found:
        await session.execute(update(Opportunity), found)
    return [OpportunityId(key) for key, _, _ in rows]
