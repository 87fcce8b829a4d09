"""A person as the graph shows them to one viewer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.nodes import Node, ViewerDependent, id_of
from schema.opportunities import types as opportunities
from schema.paging import page_request
from schema.people import loaders
from schema.people.types import affiliations, connections
from schema.people.types.skills import Skill
from schema.people.types.told import Availability, Link, Photo, SpokenLanguage, spoken
from server.kit.ids import MemberId
from server.kit.text import to_html
from server.people.reads import PersonView

if TYPE_CHECKING:
    from schema.opportunities.types import OpportunityConnection
    from schema.people.types.affiliations import Affiliation, InCommon
    from schema.people.types.connections import ConnectionWithViewer

_Affiliation: TypeAlias = Annotated["Affiliation", strawberry.lazy("schema.people.types.affiliations")]
_Connection: TypeAlias = Annotated["ConnectionWithViewer", strawberry.lazy("schema.people.types.connections")]
_InCommon: TypeAlias = Annotated["InCommon", strawberry.lazy("schema.people.types.affiliations")]
_Opportunities: TypeAlias = Annotated["OpportunityConnection", strawberry.lazy("schema.opportunities.types")]
_THEIRS = [ViewerDependent()]


@strawberry.type(description="A member as the viewer may see them: a field that may not be seen is null or empty.")
class Person(Node):
    """A person."""

    key: strawberry.Private[MemberId]
    name: str
    reading: str | None = strawberry.field(directives=_THEIRS, description="The name in kana.")
    romanised: str | None = strawberry.field(directives=_THEIRS)
    former_name: str | None = strawberry.field(directives=_THEIRS, description="The name in former days, as the member chose to tell it.")
    headline: str | None = strawberry.field(directives=_THEIRS)
    bio: str | None = strawberry.field(directives=_THEIRS, description="Markdown, as it was written.")
    present_position: str | None = strawberry.field(directives=_THEIRS)
    place: str | None = strawberry.field(directives=_THEIRS)
    gives: list[str] = strawberry.field(directives=_THEIRS, description="What the member can help with.")
    asks: list[str] = strawberry.field(directives=_THEIRS, description="What the member looks for.")
    skills: list[Skill] = strawberry.field(directives=_THEIRS)
    language_codes: strawberry.Private[tuple[str, ...]]
    links: list[Link] = strawberry.field(directives=_THEIRS)
    availability: Availability | None = strawberry.field(directives=_THEIRS)
    photo: Photo | None = strawberry.field(directives=_THEIRS)
    viewer_is_them: bool = strawberry.field(directives=_THEIRS)
    viewer_has_blocked: bool = strawberry.field(directives=_THEIRS)

    @classmethod
    def of(cls, view: PersonView) -> Self:
        """Show what the viewer may see."""
        return cls(
            id=id_of("Person", view.id),
            key=view.id,
            name=view.name,
            reading=view.reading,
            romanised=view.romanised,
            former_name=view.former_name,
            headline=view.headline,
            bio=view.bio,
            present_position=view.present_position,
            place=view.place,
            gives=list(view.gives),
            asks=list(view.asks),
            skills=[Skill.of(skill) for skill in view.skills],
            language_codes=view.languages,
            links=[Link.of(url) for url in view.links],
            availability=Availability(view.availability) if view.availability else None,
            photo=Photo.of(view.id, view.photo) if view.photo else None,
            viewer_is_them=view.viewer_is_them,
            viewer_has_blocked=view.viewer_has_blocked,
        )

    @strawberry.field(directives=_THEIRS, description="The bio as sanitised HTML.")
    async def bio_html(self) -> str | None:
        """Render it."""
        return None if self.bio is None else to_html(self.bio)

    @strawberry.field(directives=_THEIRS, description="The languages that they work in, the best first.")
    async def languages(self, info: Info) -> list[SpokenLanguage]:
        """Name them in the caller's language."""
        return spoken(self.language_codes, info.context.language)

    @strawberry.field(directives=_THEIRS, description="Where they were, the latest first.")
    async def affiliations(self, info: Info) -> list[_Affiliation]:
        """Load them."""
        views = await info.context.load(loaders.affiliations_of, self.key)
        return [affiliations.Affiliation.of(view) for view in views]

    @strawberry.field(directives=_THEIRS, description="What the viewer and this person share.")
    async def in_common(self, info: Info) -> list[_InCommon]:
        """Load it."""
        shared = await info.context.load(loaders.commons, self.key)
        keys = {key for each in shared for key in (each.company_id, each.viewer_company_id)}
        places = {place.key: place for place in await companies.companies_of(info.context, sorted(keys))}
        return [affiliations.InCommon.of(places, each) for each in shared if each.company_id in places]

    @strawberry.field(directives=_THEIRS, description="How the viewer stands to them; null where the two could not be connected.")
    async def viewer_connection(self, info: Info) -> _Connection | None:
        """Load it."""
        return await connections.connection_with(info.context, self.key)

    @strawberry.field(directives=_THEIRS, description="Their live posts, newest first.")
    async def opportunities(self, info: Info, first: int, after: str | None = None) -> _Opportunities:
        """Read a page of those that the viewer may see."""
        return await opportunities.opportunities_of_person(info, self.key, page_request(first, after))


async def person_of(context: Context, key: MemberId) -> Person | None:
    """Return a person by their key; None where the viewer may not see them."""
    view = await context.load(loaders.persons, key)
    return None if view is None else Person.of(view)


async def persons_of(context: Context, keys: Sequence[MemberId]) -> list[Person]:
    """Return those of the people whom the viewer may see, in order."""
    views = await context.load_many(loaders.persons, keys)
    return [Person.of(view) for view in views if view is not None]


async def viewed_person(context: Context, key: MemberId) -> Person | None:
    """Return a person whose page is opened; counted, by calls and by people, so that nobody reads everybody's."""
    person = await person_of(context, key)
    if person is not None and not person.viewer_is_them:
        await context.parts.limits.spend_as("people.view", context.actor)
        await context.parts.limits.spend_on("people.opened", context.actor, [key])
    return person


async def listed(context: Context, people: Sequence[Person]) -> None:
    """Count people whom a list shows, each once a day; beyond the cap the list is refused, and says when to come back."""
    await context.parts.limits.spend_on("people.listed", context.actor, [person.key for person in people if not person.viewer_is_them])
