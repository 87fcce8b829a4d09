"""The viewer as somebody else sees them: the same reads, with the eyes of a member who has to do with a company, a group or nothing."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.nodes import id_of
from schema.opportunities import loaders as posts
from schema.people.types.told import Availability, SpokenLanguage
from schema.scalars import Month
from server.kit.actor import Actor, Language
from server.kit.ids import CompanyId, MemberId
from server.kit.paging import PageRequest
from server.opportunities.reads import own_opportunities, who_may_see
from server.people import reads
from server.people.reads import AffiliationView, PersonView

if TYPE_CHECKING:
    from schema.companies.types import Company

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_MOST_POSTS = 50
_MOST_PAGES = 10


@strawberry.type(description="A time at a company, as they read it.")
class ViewedAffiliation:
    """An affiliation."""

    company_key: strawberry.Private[CompanyId]
    started_on: Month
    ended_on: Month | None

    @strawberry.field(description="Where it was.")
    async def company(self, info: Info) -> _Company | None:
        """Load it."""
        return await companies.company_of(info.context, self.company_key)


@strawberry.type(description="The viewer's profile as they read it: what they may not see is null or empty.")
class ViewedProfile:
    """What is shown. It has no id: it must never be taken for the person that the viewer sees."""

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
    skills: list[str]
    languages: list[str] = strawberry.field(description="By name, in the caller's language.")
    links: list[str]
    availability: Availability | None
    photo: bool = strawberry.field(description="Whether they see the photo.")
    affiliations: list[ViewedAffiliation]


@strawberry.type(description="A live post of the viewer's, and whether they see it.")
class ViewedOpportunity:
    """A post."""

    opportunity: strawberry.ID
    title: str
    seen: bool
    names_author: bool = strawberry.field(description="Whether they also see that the viewer wrote it.")


@strawberry.type(
    description="The viewer through other eyes. Connections, blocks and exclusions by name are not in it: it looks as nobody in person."
)
class ViewedAs:
    """What somebody would see."""

    profile: ViewedProfile | None = strawberry.field(description="Null: they do not see the viewer at all.")
    found: bool = strawberry.field(description="Whether a search for the viewer's name finds the viewer.")
    opportunities: list[ViewedOpportunity] = strawberry.field(description="The viewer's live posts, newest first.")


async def viewed_as(context: Context, eyes: Actor) -> ViewedAs:
    """Return what the actor's own profile and posts are to these eyes."""
    member = context.member
    async with context.db.read() as session:
        own = await reads.own_profile(session, context.actor)
        view = (await reads.people_by_ids(session, eyes, [member])).get(member)
        times = (await reads.affiliations_of(session, eyes, [member])).get(member, []) if view else []
    found = own is not None and await _finds(context, eyes, own.profile.name, member)
    return ViewedAs(
        profile=_profile(view, times, context.language) if view else None, found=found, opportunities=await _posts(context, eyes)
    )


async def _finds(context: Context, eyes: Actor, name: str, member: MemberId) -> bool:
    """Search for the name as anybody would; of many who are called the same, some pages are enough to be found on."""
    after = None
    for _ in range(_MOST_PAGES):
        async with context.db.read() as session:
            found = await reads.search_people(session, context.parts.engine, eyes, reads.Question(name), PageRequest(100, after))
        if any(each.person.id == member for each in found.page.items):
            return True
        if not found.page.has_next:
            return False
        after = found.page.cursors[-1]
    return False


async def _posts(context: Context, eyes: Actor) -> list[ViewedOpportunity]:
    async with context.db.read() as session:
        mine = await own_opportunities(session, context.actor, PageRequest(_MOST_POSTS, None), live_only=True)
        seen = await who_may_see(session, mine.items, [eyes])
    rows = await context.load_many(posts.opportunities, list(mine.items))
    return [
        ViewedOpportunity(
            opportunity=id_of("Opportunity", row.id), title=row.title, seen=(0, key) in seen, names_author=seen.get((0, key), False)
        )
        for key, row in zip(mine.items, rows, strict=True)
        if row is not None
    ]


def _profile(view: PersonView, times: list[AffiliationView], language: Language) -> ViewedProfile:
    return ViewedProfile(
        name=view.name,
        reading=view.reading,
        romanised=view.romanised,
        former_name=view.former_name,
        present_position=view.present_position,
        headline=view.headline,
        bio=view.bio,
        place=view.place,
        gives=list(view.gives),
        asks=list(view.asks),
        skills=[skill.name for skill in view.skills],
        languages=[SpokenLanguage.of(code, language).name for code in view.languages],
        links=list(view.links),
        availability=Availability(view.availability) if view.availability else None,
        photo=view.photo is not None,
        affiliations=[
            ViewedAffiliation(
                company_key=each.company_id, started_on=Month(each.started_on), ended_on=Month(each.ended_on) if each.ended_on else None
            )
            for each in times
        ],
    )
