"""The viewer's own profile: everything, with the level of each field."""

from typing import Self

import strawberry

from schema.context import Context
from schema.people.types.skills import Skill
from schema.scalars import Level
from server.kit.refusal import NotThere
from server.people import model, reads


@strawberry.type(description="Who may see each field of a profile.")
class ProfileLevels:
    """Who may see each field."""

    former_name: Level
    present_position: Level
    headline: Level
    bio: Level
    place: Level
    gives: Level
    asks: Level
    skills: Level

    @classmethod
    def of(cls, row: model.Profile) -> Self:
        """Show a row."""
        return cls(
            former_name=Level(row.former_name_level),
            present_position=Level(row.present_position_level),
            headline=Level(row.headline_level),
            bio=Level(row.bio_level),
            place=Level(row.place_level),
            gives=Level(row.gives_level),
            asks=Level(row.asks_level),
            skills=Level(row.skills_level),
        )


@strawberry.type(description="Everything of the viewer's own profile, with the level of each field.")
class OwnProfile:
    """The viewer's own profile."""

    name: str
    reading: str | None
    romanised: str | None
    former_name: str | None
    present_position: str | None
    headline: str | None
    bio: str | None
    place: str | None
    gives: list[str]
    asks: list[str]
    skills: list[Skill]
    levels: ProfileLevels


async def own_profile(context: Context) -> OwnProfile:
    """Return the viewer's own profile; an account without one (made on the command line) has none."""
    async with context.db.read() as session:
        row = await reads.own_profile(session, context.actor)
        skills = await reads.skills_of(session, context.member)
    if row is None:
        raise NotThere
    return OwnProfile(
        name=row.name,
        reading=row.reading,
        romanised=row.romanised,
        former_name=row.former_name,
        present_position=row.present_position,
        headline=row.headline,
        bio=row.bio,
        place=row.place,
        gives=list(row.gives),
        asks=list(row.asks),
        skills=[Skill.of(skill) for skill in skills],
        levels=ProfileLevels.of(row),
    )
