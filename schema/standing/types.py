"""Standing queries as their member sees them."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.groups import types as groups
from schema.nodes import Node, id_of
from schema.opportunities.types import Opportunity, opportunity_of
from schema.opportunities.types.words import Direction, Kind
from schema.paging import PageInfo, page_info
from schema.people import loaders as skill_loaders
from schema.people import types as people
from schema.standing import loaders
from server.kit.ids import CompanyId, GroupId, OpportunityId, SkillId, StandingQueryId
from server.kit.log import Event
from server.kit.paging import PageRequest
from server.people.rules.languages import known_languages
from server.people.rules.places import known_places
from server.standing import events, model, reads
from server.standing.rules import Channel, Subject

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types import AlumniGroup
    from schema.people.types import Skill

_Skill: TypeAlias = Annotated["Skill", strawberry.lazy("schema.people.types")]
_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]

strawberry.enum(
    Channel,
    name="StandingChannel",
    description="How a member is told of what meets a standing query: on the page, also by a mail at once, or by a mail a day or a week.",
)
strawberry.enum(
    Subject,
    name="StandingSubject",
    description="What a standing query looks for: posts, or people, of whom nobody is told but by the weekly mail.",
)


@strawberry.type(description="What a standing query asks for: all of it, and any of the values of each list.")
class StandingFilter:
    """A filter that is kept."""

    row: strawberry.Private[model.StandingQuery]
    text: str | None
    kinds: list[Kind]
    directions: list[Direction]
    remote: bool | None
    availability: list[people.Availability] = strawberry.field(description="Of people: what they say of their time.")
    with_me: bool = strawberry.field(description="Of people: at a company of the viewer's while they were there.")
    verification: people.VerificationLevel | None = strawberry.field(description="Of people: confirmed somewhere at least so well.")

    @classmethod
    def of(cls, row: model.StandingQuery) -> Self:
        """Show what a row keeps."""
        return cls(
            row=row,
            text=row.text or None,
            kinds=[Kind(each) for each in row.kinds],
            directions=[Direction(each) for each in row.directions],
            remote=row.remote,
            availability=[people.Availability(each) for each in row.availability],
            with_me=row.with_me,
            verification=None if row.verification is None else people.VerificationLevel(row.verification),
        )

    @strawberry.field(description="What a post asks for or offers.")
    async def skills(self, info: Info) -> list[_Skill]:
        """Load them."""
        rows = await info.context.load_many(skill_loaders.skills, [SkillId(key) for key in dict.fromkeys(self.row.skills)])
        return [people.Skill.of(row) for row in rows if row is not None]

    @strawberry.field(description="Where the author was.")
    async def companies(self, info: Info) -> list[_Company]:
        """Load them."""
        return await companies.companies_of(info.context, [CompanyId(key) for key in dict.fromkeys(self.row.companies)])

    @strawberry.field(description="Where a post stands.")
    async def groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.groups_of(info.context, [GroupId(key) for key in self.row.groups])

    @strawberry.field(description="Where a post takes place, or people are.")
    def places(self, info: Info) -> list[people.Place]:
        """Name them."""
        return [people.Place.of(code, info.context.language) for code in self.row.places if code in known_places()]

    @strawberry.field(description="Of people: in which of these they work.")
    def languages(self, info: Info) -> list[people.SpokenLanguage]:
        """Name them."""
        return [people.SpokenLanguage.of(code, info.context.language) for code in self.row.languages if code in known_languages()]


@strawberry.type(description="A filter that the viewer saved, to be told of what meets it.")
class StandingQuery(Node):
    """A standing query."""

    about: Subject
    name: str
    channel: Channel
    filter: StandingFilter
    paused: bool
    saved_at: datetime

    @classmethod
    def of(cls, row: model.StandingQuery) -> Self:
        """Show a row."""
        return cls(
            id=id_of("StandingQuery", row.id),
            about=Subject(row.about),
            name=row.name,
            channel=Channel(row.channel),
            filter=StandingFilter.of(row),
            paused=row.paused_at is not None,
            saved_at=row.saved_at,
        )


@strawberry.type(description="A standing query in the list.")
class StandingQueryEdge:
    """A query with its place."""

    cursor: str
    node: StandingQuery


@strawberry.type(description="Standing queries, the newest first.")
class StandingQueryConnection:
    """A page of them."""

    edges: list[StandingQueryEdge]
    page_info: PageInfo


@strawberry.type(description="A post meets a standing query of the viewer's.")
class StandingQueryMatched:
    """Both as they stand now."""

    standing_query: StandingQuery
    opportunity: Opportunity


async def own_queries(context: Context, request: PageRequest) -> StandingQueryConnection:
    """Return a page of the viewer's own."""
    async with context.db.read() as session:
        page = await reads.own_queries(session, context.actor, request)
    edges = [StandingQueryEdge(cursor=cursor, node=StandingQuery.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
    return StandingQueryConnection(edges=edges, page_info=page_info(page))


async def standing_query_of(context: Context, key: StandingQueryId) -> StandingQuery | None:
    """Return one of the viewer's own."""
    row = await context.load(loaders.queries, key)
    return None if row is None else StandingQuery.of(row)


async def standing_matched(context: Context, event: Event) -> StandingQueryMatched | None:
    """Tell that a post met a query; None for other events, and once one of the two is out of the viewer's sight."""
    if not isinstance(event, events.StandingQueryMatched):
        return None
    query = await standing_query_of(context, StandingQueryId(event.query_id))
    post = None if query is None else await opportunity_of(context, OpportunityId(event.opportunity_id))
    return None if query is None or post is None else StandingQueryMatched(standing_query=query, opportunity=post)
