"""Hiding and restoring a post. Who may do so, and why, is decided and audited above this slice."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, OpportunityId
from server.kit.log import OPPORTUNITIES, inbox, record
from server.kit.refusal import NotThere
from server.opportunities.events import OpportunityHidden, OpportunityRestored
from server.opportunities.model import Opportunity, OpportunityGroup


async def hide_opportunity(session: AsyncSession, opportunity: Opportunity, group: GroupId | None, reason: str) -> None:
    """Hide a post in one group that it stands in, or (None) everywhere; the caller has checked the right and locked the row.

    What is hidden there already keeps its first reason, and nothing is recorded. A group it does not stand in: NotThere.
    """
    place = await _place(session, opportunity, group)
    if place.hidden_at is not None:
        return
    place.hidden_at, place.hidden_reason = now(), reason
    author = MemberId(opportunity.author_id)
    event = OpportunityHidden(opportunity_id=OpportunityId(opportunity.id), author_id=author, group_id=group)
    record(session, event, OPPORTUNITIES, inbox(author))


async def restore_opportunity(session: AsyncSession, opportunity: Opportunity, group: GroupId | None) -> None:
    """Show a post again where it was hidden: in one group, or (None) everywhere. Where it is not hidden, nothing is recorded."""
    place = await _place(session, opportunity, group)
    if place.hidden_at is None:
        return
    place.hidden_at, place.hidden_reason = None, None
    author = MemberId(opportunity.author_id)
    event = OpportunityRestored(opportunity_id=OpportunityId(opportunity.id), author_id=author, group_id=group)
    record(session, event, OPPORTUNITIES, inbox(author))


async def _place(session: AsyncSession, opportunity: Opportunity, group: GroupId | None) -> Opportunity | OpportunityGroup:
    if group is None:
        return opportunity
    place = await session.get(OpportunityGroup, (opportunity.id, group), with_for_update=True)
    if place is None:
        raise NotThere
    return place
