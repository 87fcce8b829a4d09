"""Everything of one's own profile: the row, the skills, where one works now, and the stamp of what was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.ids import CompanyId, MemberId
from server.people.model import DismissedStep, MemberSkill, PresentEmployer, Profile, Skill
from server.people.rules.stamps import stamp_of
from server.people.rules.steps import Step, Told, next_step

# The columns that a member writes, as the graph spells them.
WRITTEN: Final = {
    "name": "name",
    "reading": "reading",
    "romanised": "romanised",
    "former_name": "formerName",
    "present_position": "presentPosition",
    "headline": "headline",
    "bio": "bio",
    "place": "place",
    "gives": "gives",
    "asks": "asks",
    "languages": "languages",
    "links": "links",
    "availability": "availability",
    "availability_to_employer": "availabilityToEmployer",
}
# The fields that have a level, as the graph spells them, by column.
LEVELLED: Final = {
    "former_name": "formerName",
    "present_position": "presentPosition",
    "headline": "headline",
    "bio": "bio",
    "place": "place",
    "gives": "gives",
    "asks": "asks",
    "skills": "skills",
    "languages": "languages",
    "links": "links",
    "availability": "availability",
    "photo": "photo",
}


@dataclass(frozen=True, slots=True)
class OwnView:
    """The own profile, levels and all; `employer` is None where the member told none."""

    profile: Profile
    skills: tuple[Skill, ...]
    employer: CompanyId | None

    @property
    def values(self) -> Mapping[str, Any]:
        """What each field says now, by its path in the graph's input; values are plain, so that they can be compared and stamped."""
        written = {name: getattr(self.profile, column) for column, name in WRITTEN.items()}
        levels = {f"levels.{name}": getattr(self.profile, f"{column}_level") for column, name in LEVELLED.items()}
        skills = [str(skill.id) for skill in self.skills]
        return written | levels | {"skills": skills, "presentEmployer": str(self.employer) if self.employer else None}

    @property
    def version(self) -> str:
        """The stamp of what was read here."""
        return stamp_of(self.values)


async def own_profile(session: AsyncSession, actor: Actor, *, for_update: bool = False) -> OwnView | None:
    """Return everything of the actor's own profile; None for an account without one. `for_update` keeps other changes waiting."""
    profile = await session.get(Profile, actor.member_id, with_for_update=True if for_update else None)
    if profile is None:
        return None
    employer = await session.get(PresentEmployer, profile.member_id)
    skills = await skills_of(session, MemberId(profile.member_id))
    return OwnView(profile, tuple(skills), CompanyId(employer.company_id) if employer else None)


async def skills_of(session: AsyncSession, member: MemberId) -> list[Skill]:
    """Return one's own skills, in one's own order."""
    mine = select(Skill).join(MemberSkill, MemberSkill.skill_id == Skill.id).where(MemberSkill.member_id == member)
    return list(await session.scalars(mine.order_by(MemberSkill.position, Skill.id)))


async def step_for(session: AsyncSession, actor: Actor) -> Step | None:
    """Return the one next step that is suggested to the actor now; None when there is none."""
    profile = await session.get(Profile, actor.member_id)
    if profile is None:
        return None
    put_away = await session.scalars(select(DismissedStep.step).where(DismissedStep.member_id == actor.member_id))
    told = Told(
        name=profile.name,
        reading=profile.reading,
        gives=profile.gives,
        asks=profile.asks,
        headline=profile.headline,
        availability=profile.availability,
    )
    return next_step(told, frozenset(put_away))
