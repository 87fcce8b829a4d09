"""How a skill enters the list: by somebody naming it, once for all its spellings."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import SkillId, uuid7
from server.people.model import Skill
from server.people.rules import MOST_SKILLS, clean_skills


async def ensure_skills(session: AsyncSession, names: Sequence[str], *, field: str = "skills", most: int = MOST_SKILLS) -> list[SkillId]:
    """Return the skills of these names in their order, adding those that are new; `field` is what a refusal names."""
    wanted = clean_skills(field, names, most)
    if not wanted:
        return []
    # Sorted, so that two who add the same ones at once cannot wait for each other in a ring.
    rows = [{"id": uuid7(), "name": wanted[folded], "folded": folded} for folded in sorted(wanted)]
    await session.execute(upsert(Skill).values(rows).on_conflict_do_nothing(index_elements=["folded"]))
    known = {skill.folded: SkillId(skill.id) for skill in await session.scalars(select(Skill).where(Skill.folded.in_(wanted)))}
    return [known[folded] for folded in wanted]
