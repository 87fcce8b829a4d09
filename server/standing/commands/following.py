"""How standing queries follow when skills turn out to be one."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import SkillId
from server.standing.commands.replacing import replace_in
from server.standing.model import StandingQuery


async def follow_skills(session: AsyncSession, displaced: Mapping[SkillId, SkillId]) -> None:
    """Let queries that ask for a skill of before ask for what it is now."""
    for old, new in displaced.items():
        await replace_in(session, StandingQuery.skills, "s", old, new)
