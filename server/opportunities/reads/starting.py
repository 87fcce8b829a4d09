"""Where somebody can begin who has said little of themselves: what others look for just now, the nearest first."""

from typing import Any

from sqlalchemy import ColumnElement, and_, any_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.kit.actor import Actor, Viewer, viewer_of
from server.kit.clock import today
from server.kit.ids import OpportunityId
from server.opportunities.model import Opportunity, OpportunityGroup, Response
from server.opportunities.policy import author_visible, listed_to, live
from server.people.model import Affiliation


async def starting_points(session: AsyncSession, actor: Actor, most: int) -> list[OpportunityId]:
    """Return others' live posts that the actor may see and has not answered, the newest first, the nearest before the others.

    Near is what stands in their groups, or comes from their companies' alumni; where that is little, everybody's fill it up.
    """
    if actor.member_id is None:
        return []
    viewer = viewer_of(actor)
    answered = aliased(Response)
    wanted = select(Opportunity.id).where(
        Opportunity.author_id != actor.member_id,
        listed_to(viewer),
        live(today()),
        ~exists().where(answered.opportunity_id == Opportunity.id, answered.responder_id == actor.member_id),
    )
    near = _near(viewer)
    rows = await session.scalars(wanted.order_by(near.desc(), Opportunity.posted_at.desc(), Opportunity.id.desc()).limit(most))
    return [OpportunityId(row) for row in rows]


def _near(viewer: Viewer) -> ColumnElement[Any]:
    """Whether a post stands in a group of the viewer's, or its author, as far as they are seen, was at a company of theirs."""
    place, was_there = aliased(OpportunityGroup), aliased(Affiliation)
    in_group = exists().where(place.opportunity_id == Opportunity.id, place.group_id == any_(viewer.groups), place.hidden_at.is_(None))
    colleague = exists().where(
        was_there.member_id == Opportunity.author_id, was_there.state == "confirmed", was_there.company_id == any_(viewer.alumni_of)
    )
    return or_(in_group, and_(colleague, author_visible(viewer)))
