"""How many of the posts found are of what, loaded where it is asked for."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Info
from schema.groups import types as groups
from schema.opportunities.types.words import Direction, Kind
from schema.people import loaders as skill_loaders
from schema.people import types as people
from server.opportunities.reads import Facets

if TYPE_CHECKING:
    from schema.people.types import CompanyFacet, GroupFacet, PlaceFacet, SkillFacet

_SkillFacet: TypeAlias = Annotated["SkillFacet", strawberry.lazy("schema.people.types.skills")]
_CompanyFacet: TypeAlias = Annotated["CompanyFacet", strawberry.lazy("schema.people.types.facets")]
_GroupFacet: TypeAlias = Annotated["GroupFacet", strawberry.lazy("schema.people.types.facets")]

_PlaceFacet: TypeAlias = Annotated["PlaceFacet", strawberry.lazy("schema.people.types.facets")]


@strawberry.type(description="How many of the posts found are of the kind.")
class KindFacet:
    """A count."""

    kind: Kind
    count: int


@strawberry.type(description="How many of the posts found seek, or offer.")
class DirectionFacet:
    """A count."""

    direction: Direction
    count: int


@strawberry.type(description="Counts over everything found, with the viewer's eyes; each leaves its own filter out.")
class OpportunityFacets:
    """Counts."""

    counted: strawberry.Private[Facets]

    @strawberry.field(description="By kind, in the order of the kinds.")
    async def kinds(self) -> list[KindFacet]:
        """Show them."""
        return [KindFacet(kind=kind, count=count) for kind, count in self.counted.kinds.items()]

    @strawberry.field(description="By direction.")
    async def directions(self) -> list[DirectionFacet]:
        """Show them."""
        return [DirectionFacet(direction=direction, count=count) for direction, count in self.counted.directions.items()]

    @strawberry.field(description="By prefecture or country, the most first; remote leaves them out too, since any of them is asked for.")
    async def places(self, info: Info) -> list[_PlaceFacet]:
        """Name the places."""
        return people.place_facets(self.counted.places.items(), info.context.language)

    @strawberry.field(description="How many can be taken part in from anywhere.")
    async def remote(self) -> int:
        """Show it."""
        return self.counted.remote

    @strawberry.field(description="By skill, the most first.")
    async def skills(self, info: Info) -> list[_SkillFacet]:
        """Load the skills."""
        counts = self.counted.skills
        rows = await info.context.load_many(skill_loaders.skills, list(counts))
        pairs = zip(rows, counts.values(), strict=True)
        return [people.SkillFacet(skill=people.Skill.of(row), count=count) for row, count in pairs if row is not None]

    @strawberry.field(description="By where the author was, of authors whom the viewer may see; the most first.")
    async def companies(self, info: Info) -> list[_CompanyFacet]:
        """Load the companies."""
        counts = self.counted.companies
        found = await companies.companies_of(info.context, list(counts))
        return [people.CompanyFacet(company=company, count=counts[company.key]) for company in found]

    @strawberry.field(description="By the group that they stand in, the most first.")
    async def groups(self, info: Info) -> list[_GroupFacet]:
        """Load the groups."""
        counts = self.counted.groups
        return [people.GroupFacet(group=group, count=counts[group.key]) for group in await groups.groups_of(info.context, list(counts))]
