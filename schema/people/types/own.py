"""The viewer's own profile: everything, with the level of each field."""

from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.people.types.skills import Skill
from schema.people.types.told import Availability, NextStep, SpokenLanguage, spoken
from schema.scalars import Level
from server.kit.ids import CompanyId
from server.kit.refusal import NotThere
from server.people import model, reads

if TYPE_CHECKING:
    from schema.companies.types import Company

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]


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
    languages: Level
    links: Level
    availability: Level
    photo: Level

    @classmethod
    def of(cls, row: model.Profile) -> Self:
        """Show a row."""
        return cls(**{column: Level(getattr(row, f"{column}_level")) for column in reads.LEVELLED})


@strawberry.type(description="Everything of the viewer's own profile, with the level of each field.")
class OwnProfile:
    """The viewer's own profile."""

    employer: strawberry.Private[CompanyId | None]
    version: str = strawberry.field(description="What was read, for `expectedVersion`: a change elsewhere is then not written over.")
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
    languages: list[SpokenLanguage]
    links: list[str]
    availability: Availability | None
    availability_to_employer: bool = strawberry.field(
        description="Whether those who have to do with the present employer see the availability too."
    )
    levels: ProfileLevels

    @strawberry.field(description="Where the viewer works now; shown to nobody, it keeps the availability from those who work there.")
    async def present_employer(self, info: Info) -> _Company | None:
        """Load it."""
        return None if self.employer is None else await companies.company_of(info.context, self.employer)


async def own_profile(context: Context) -> OwnProfile:
    """Return the viewer's own profile; an account without one (made on the command line) has none."""
    async with context.db.read() as session:
        view = await reads.own_profile(session, context.actor)
    if view is None:
        raise NotThere
    row = view.profile
    return OwnProfile(
        employer=view.employer,
        version=view.version,
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
        skills=[Skill.of(skill) for skill in view.skills],
        languages=spoken(row.languages, context.language),
        links=list(row.links),
        availability=Availability(row.availability) if row.availability else None,
        availability_to_employer=row.availability_to_employer,
        levels=ProfileLevels.of(row),
    )


async def next_step(context: Context) -> NextStep | None:
    """Return the one step that is suggested to the viewer now."""
    async with context.db.read() as session:
        step = await reads.step_for(session, context.actor)
    return None if step is None else NextStep(step.value)
