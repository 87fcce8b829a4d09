"""The profile: what a member says of themselves, and who may see each part of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any, Final, TypeAlias

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.log import record
from server.kit.refusal import NotSignedIn
from server.people import rules
from server.people.commands.skills import ensure_skills
from server.people.errors import LevelNotOffered
from server.people.events import ProfileUpdated
from server.people.model import MemberSkill, Profile
from server.people.policy import CHOOSABLE_LEVELS


class Keep(Enum):
    """What stands for a field that stays as it is."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
Text: TypeAlias = str | Keep | None
Lines: TypeAlias = Sequence[str] | Keep

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
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChange:
    """What is to be changed; None or an empty text empties a field (a name cannot be). `levels` are by column name."""

    name: Text = KEEP
    reading: Text = KEEP
    romanised: Text = KEEP
    former_name: Text = KEEP
    present_position: Text = KEEP
    headline: Text = KEEP
    bio: Text = KEEP
    place: Text = KEEP
    gives: Lines = KEEP
    asks: Lines = KEEP
    skills: Lines = KEEP
    levels: Mapping[str, Level] = field(default_factory=dict[str, Level])


_CLEAN: Final[dict[str, Callable[[Any], Any]]] = {
    "name": lambda text: rules.clean_name("name", text or ""),
    "reading": rules.clean_reading,
    "romanised": lambda text: rules.optional_line("romanised", text, rules.LONGEST_NAME),
    "former_name": lambda text: rules.optional_line("formerName", text, rules.LONGEST_NAME),
    "present_position": lambda text: rules.optional_line("presentPosition", text, rules.LONGEST_POSITION),
    "headline": lambda text: rules.optional_line("headline", text, rules.LONGEST_HEADLINE),
    "bio": rules.clean_bio,
    "place": lambda text: rules.optional_line("place", text, rules.LONGEST_PLACE),
    "gives": lambda lines: rules.clean_lines("gives", lines or ()),
    "asks": lambda lines: rules.clean_lines("asks", lines or ()),
}


async def update_profile(session: AsyncSession, actor: Actor, change: ProfileChange) -> MemberId:
    """Change the actor's own profile; a refusal names the first field that is wrong, and nothing is changed."""
    if actor.member_id is None:
        raise NotSignedIn
    profile = await session.get_one(Profile, actor.member_id, with_for_update=True)
    values = _cleaned(change) | _levels(change.levels)
    for column, value in values.items():
        setattr(profile, column, value)
    if change.skills is not KEEP:
        await _replace_skills(session, actor.member_id, change.skills or ())
    profile.updated_at = now()
    await session.flush()
    record(session, ProfileUpdated(member_id=actor.member_id))
    return actor.member_id


def _cleaned(change: ProfileChange) -> dict[str, Any]:
    given = {each.name: getattr(change, each.name) for each in fields(change) if each.name in _CLEAN}
    return {name: _CLEAN[name](value) for name, value in given.items() if value is not KEEP}


def _levels(levels: Mapping[str, Level]) -> dict[str, int]:
    for column, level in levels.items():
        if level not in CHOOSABLE_LEVELS:
            raise LevelNotOffered(f"levels.{LEVELLED[column]}")
    return {f"{column}_level": int(level) for column, level in levels.items() if column in LEVELLED}


async def _replace_skills(session: AsyncSession, member: MemberId, names: Sequence[str]) -> None:
    skills = await ensure_skills(session, names)
    await session.execute(delete(MemberSkill).where(MemberSkill.member_id == member))
    session.add_all([MemberSkill(member_id=member, skill_id=skill, position=position) for position, skill in enumerate(skills)])
