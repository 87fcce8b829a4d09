"""How posts follow when what they point at became another: skills that turned out to be one."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import GroupId, MemberId, OpportunityId, SkillId
from server.kit.log import record
from server.opportunities.events import OpportunityEdited
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill


async def follow_skills(session: AsyncSession, displaced: Mapping[SkillId, SkillId]) -> None:
    """Let posts that named a skill of before name what it is now; they say the same, so nobody is told, but search is."""
    for old, now in displaced.items():
        theirs = delete(OpportunitySkill).where(OpportunitySkill.skill_id == old)
        rows = (await session.execute(theirs.returning(OpportunitySkill.opportunity_id, OpportunitySkill.position))).all()
        for opportunity, position in rows:
            new = upsert(OpportunitySkill).values(opportunity_id=opportunity, skill_id=now, position=position)
            await session.execute(new.on_conflict_do_nothing())
            post = await session.get_one(Opportunity, opportunity)
            groups = await session.scalars(select(OpportunityGroup.group_id).where(OpportunityGroup.opportunity_id == opportunity))
            edited = OpportunityEdited(
                opportunity_id=OpportunityId(opportunity),
                author_id=MemberId(post.author_id),
                audience_before=post.audience,
                groups_before=tuple(GroupId(group) for group in groups),
            )
            record(session, edited)
