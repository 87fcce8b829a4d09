"""What is asked about skills: rows by id, and candidates while one types."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level, viewer_of
from server.kit.ids import SkillId
from server.kit.paging import BadPage, Page, PageRequest, page_of, write_cursor
from server.people.model import MemberSkill, Profile, Skill, SkillSynonym
from server.people.policy import field_visible, visible_to
from server.people.reads.here import FEWEST
from server.people.rules import folded_skill


async def skills_by_ids(session: AsyncSession, ids: Sequence[SkillId]) -> dict[SkillId, Skill]:
    """Return skills by id; unknown ids are left out."""
    rows = await session.scalars(select(Skill).where(Skill.id.in_(ids)))
    return {SkillId(row.id): row for row in rows}


async def search_skills(
    session: AsyncSession, actor: Actor, text: str, page: PageRequest, *, elsewhere: ColumnElement[bool]
) -> Page[Skill]:
    """Return skills that have the text in one of their names, those beginning with it first, then by name.

    A word that only somebody has who is hidden from the actor would tell of them: it is not suggested. `elsewhere` says of a
    `Skill` row whether the actor reads it in something else.
    """
    wanted = folded_skill(text)
    names = union_all(select(Skill.id, Skill.folded), select(SkillSynonym.skill_id, SkillSynonym.folded)).subquery("names")
    later = (~func.bool_or(names.c.folded.startswith(wanted, autoescape=True))).label("later")
    found = select(Skill, later).join(names, names.c.id == Skill.id).group_by(Skill.id)
    found = found.where(names.c.folded.contains(wanted, autoescape=True), or_(_well_known(), _known_to(actor), elsewhere))
    key = page.key()
    if key is not None:
        found = found.having(tuple_(later, Skill.folded, Skill.id) > tuple_(*_place(key)))
    rows = (await session.execute(found.order_by(later, Skill.folded, Skill.id).limit(page.first + 1))).all()
    cursors = [write_cursor(int(after), skill.folded, skill.id) for skill, after in rows]
    return page_of([skill for skill, _ in rows], page.first, cursors)


def _well_known() -> ColumnElement[bool]:
    """Whether the `Skill` is one of those loaded from data, which tell of nobody."""
    return exists().where(SkillSynonym.skill_id == Skill.id)


def _known_to(actor: Actor) -> ColumnElement[bool]:
    """Whether the actor could read the `Skill` in a profile, their own included; who sees no people knows those of five members."""
    viewer = viewer_of(actor)
    said = select(MemberSkill.member_id).join(Profile, Profile.member_id == MemberSkill.member_id)
    shown = said.where(MemberSkill.skill_id == Skill.id, visible_to(viewer), field_visible(Profile.skills_level, viewer)).exists()
    if actor.level >= Level.VERIFIED:
        return shown
    several = select(func.count()).where(MemberSkill.skill_id == Skill.id).correlate(Skill).scalar_subquery() >= FEWEST
    return or_(shown, several)


def _place(key: tuple[str, ...]) -> tuple[bool, str, UUID]:
    try:
        later, folded, skill = key
        return later == "1", folded, UUID(skill)
    except ValueError as error:
        raise BadPage("after") from error
