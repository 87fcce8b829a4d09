"""How many of the people found there are of what: counts beside a list, under the viewer's eyes."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias
from uuid import UUID

import strawberry

from schema.companies import types as companies
from schema.context import Info
from schema.groups import types as groups
from schema.people import loaders
from schema.people.types.confirmations import VerificationLevel
from schema.people.types.skills import Skill, SkillFacet
from schema.people.types.told import Availability, Place, SpokenLanguage
from server.kit.actor import Language
from server.kit.ids import CompanyId, GroupId, SkillId
from server.people import reads
from server.people.rules.languages import known_languages
from server.people.rules.places import known_places
from server.search.engine import FacetCount

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types import AlumniGroup

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]


@strawberry.type(description="How many of the people found were at the company, or of the posts found are by somebody who was.")
class CompanyFacet:
    """A count."""

    company: _Company
    count: int


@strawberry.type(description="How many of the people found are confirmed somewhere at least so well.")
class VerificationFacet:
    """A count."""

    level: VerificationLevel
    count: int


@strawberry.type(description="How many of the people found belong to the group, or of the posts found stand in it.")
class GroupFacet:
    """A count."""

    group: _Group
    count: int


@strawberry.type(description="How many of the people found say that they are there, or of the posts found take place there.")
class PlaceFacet:
    """A count."""

    place: Place
    count: int


def place_facets(counts: Iterable[tuple[str, int]], language: Language) -> list[PlaceFacet]:
    """Name the places that were counted by their codes."""
    return [PlaceFacet(place=Place.of(code, language), count=count) for code, count in counts if code in known_places()]


@strawberry.type(description="How many of the people found work in the language.")
class LanguageFacet:
    """A count."""

    language: SpokenLanguage
    count: int


@strawberry.type(description="How many of the people found say so of their time, as far as the viewer may know it.")
class AvailabilityFacet:
    """A count."""

    availability: Availability
    count: int


@strawberry.type(description="Counts over everybody found, with the viewer's eyes; each leaves its own filter out.")
class PeopleFacets:
    """Counts, loaded where they are asked for."""

    question: strawberry.Private[reads.Question | None] = None
    counts: strawberry.Private[Mapping[str, tuple[FacetCount, ...]]] = field(default_factory=dict[str, tuple[FacetCount, ...]])
    verification: list[VerificationFacet] = strawberry.field(
        default_factory=list, description="By how well they are confirmed at least, the least first."
    )

    @classmethod
    def of(cls, question: reads.Question, counts: Mapping[str, tuple[FacetCount, ...]]) -> Self:
        """Show what was counted for a question."""
        levels = sorted((int(each.value), each.count) for each in counts.get("verification", ()))
        verification = [VerificationFacet(level=VerificationLevel(level), count=count) for level, count in levels]
        return cls(question=question, counts=counts, verification=verification)

    @strawberry.field(description="By company, the most first.")
    async def companies(self, info: Info) -> list[CompanyFacet]:
        """Load the companies."""
        counts = {CompanyId(key): count for key, count in self._by_id("company")}
        found = await companies.companies_of(info.context, list(counts))
        return [CompanyFacet(company=company, count=counts[company.key]) for company in found]

    @strawberry.field(description="By skill, the most first.")
    async def skills(self, info: Info) -> list[SkillFacet]:
        """Load the skills."""
        counts = {SkillId(key): count for key, count in self._by_id("skill")}
        rows = await info.context.load_many(loaders.skills, list(counts))
        return [SkillFacet(skill=Skill.of(row), count=counts[SkillId(row.id)]) for row in rows if row is not None]

    @strawberry.field(description="By group, the most first.")
    async def groups(self, info: Info) -> list[GroupFacet]:
        """Load the groups."""
        counts = {GroupId(key): count for key, count in self._by_id("group")}
        found = await groups.groups_of(info.context, list(counts))
        return [GroupFacet(group=group, count=counts[group.key]) for group in found]

    @strawberry.field(description="By prefecture or country, the most first; who writes none that is known is in none.")
    def places(self, info: Info) -> list[PlaceFacet]:
        """Name the places."""
        return place_facets(((each.value, each.count) for each in self.counts.get("place", ())), info.context.language)

    @strawberry.field(description="By language, the most first.")
    def languages(self, info: Info) -> list[LanguageFacet]:
        """Name the languages."""
        known = [each for each in self.counts.get("language", ()) if each.value in known_languages()]
        return [LanguageFacet(language=SpokenLanguage.of(each.value, info.context.language), count=each.count) for each in known]

    @strawberry.field(description="By what they say of their time, as far as the viewer may know it; whoever says nothing is in none.")
    async def availability(self, info: Info) -> list[AvailabilityFacet]:
        """Count them."""
        context = info.context
        if self.question is None:
            return []
        async with context.db.read() as session:
            counts = await reads.count_by_availability(session, context.parts.engine, context.actor, self.question)
        return [AvailabilityFacet(availability=each, count=counts[each.value]) for each in Availability if counts.get(each.value)]

    @strawberry.field(
        description="How many of the people found were at a company of the viewer's while they were; null for who was nowhere for certain."
    )
    async def with_me(self, info: Info) -> int | None:
        """Count them."""
        context = info.context
        if self.question is None:
            return None
        async with context.db.read() as session:
            return await reads.count_with_me(session, context.parts.engine, context.actor, self.question)

    def _by_id(self, facet: str) -> list[tuple[UUID, int]]:
        return [(UUID(each.value), each.count) for each in self.counts.get(facet, ())]
