"""Which skills are suggested while one types: those that the actor could read in a profile or in a live post."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, viewer_of
from server.kit.clock import today
from server.kit.paging import Page, PageRequest
from server.opportunities.model import Opportunity, OpportunitySkill
from server.opportunities.policy import listed_to, live
from server.people import reads as people
from server.people.model import Skill


async def search_skills(session: AsyncSession, actor: Actor, text: str, page: PageRequest) -> Page[Skill]:
    """Return skills that have the text in their name, those beginning with it first, then by name."""
    asked = select(OpportunitySkill.skill_id).join(Opportunity, Opportunity.id == OpportunitySkill.opportunity_id)
    posted = asked.where(OpportunitySkill.skill_id == Skill.id, listed_to(viewer_of(actor)), live(today())).exists()
    return await people.search_skills(session, actor, text, page, elsewhere=posted)
