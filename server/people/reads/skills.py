"""What is asked about skills: rows by id, and candidates while one types."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import SkillId
from server.kit.paging import BadPage, Page, PageRequest, page_of, write_cursor
from server.people.model import Skill, SkillSynonym
from server.people.rules import folded_skill


async def skills_by_ids(session: AsyncSession, ids: Sequence[SkillId]) -> dict[SkillId, Skill]:
    """Return skills by id; unknown ids are left out."""
    rows = await session.scalars(select(Skill).where(Skill.id.in_(ids)))
    return {SkillId(row.id): row for row in rows}


async def search_skills(session: AsyncSession, text: str, page: PageRequest) -> Page[Skill]:
    """Return skills that have the text in one of their names, those beginning with it first, then by name."""
    wanted = folded_skill(text)
    names = union_all(select(Skill.id, Skill.folded), select(SkillSynonym.skill_id, SkillSynonym.folded)).subquery("names")
    later = (~func.bool_or(names.c.folded.startswith(wanted, autoescape=True))).label("later")
    found = select(Skill, later).join(names, names.c.id == Skill.id).group_by(Skill.id)
    found = found.where(names.c.folded.contains(wanted, autoescape=True))
    key = page.key()
    if key is not None:
        found = found.having(tuple_(later, Skill.folded, Skill.id) > tuple_(*_place(key)))
    rows = (await session.execute(found.order_by(later, Skill.folded, Skill.id).limit(page.first + 1))).all()
    cursors = [write_cursor(int(after), skill.folded, skill.id) for skill, after in rows]
    return page_of([skill for skill, _ in rows], page.first, cursors)


def _place(key: tuple[str, ...]) -> tuple[bool, str, UUID]:
    try:
        later, folded, skill = key
        return later == "1", folded, UUID(skill)
    except ValueError as error:
        raise BadPage("after") from error
