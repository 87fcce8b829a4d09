"""Lists of opportunities in the graph: the filter, the facets, what is marked, and from where to go on live."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.nodes import key_or_none
from schema.opportunities import loaders
from schema.opportunities.types.facets import OpportunityFacets
from schema.opportunities.types.opportunity import Opportunity
from schema.opportunities.types.readable import read_on
from schema.opportunities.types.words import Direction, Kind, Order
from schema.paging import PageInfo, page_info, page_request
from schema.people import types as people
from schema.scalars import Cursor
from schema.selecting import asks_for
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId
from server.kit.log import OPPORTUNITIES
from server.kit.paging import Page, PageRequest
from server.kit.text import plain_text
from server.opportunities import reads, rules
from server.opportunities.reads import Listing
from server.people.rules.places import known_places
from server.search.highlight import Segment, highlight, is_marked
from server.search.japanese.words import Word
from server.search.understood import told_as

if TYPE_CHECKING:
    from schema.people.types import Highlight, ReadAs

_Highlight: TypeAlias = Annotated["Highlight", strawberry.lazy("schema.people.types.lists")]
_ReadAs: TypeAlias = Annotated["ReadAs", strawberry.lazy("schema.people.types.lists")]

# As much of a body as a list shows, and how much of it stands before the first mark.
_SHOWN, _BEFORE = 120, 20
_MOST_ASKED = 50


@strawberry.input(description="What is asked for: all of it, and any of the values of each list. Search and live delivery share it.")
class OpportunityFilter:
    """The filter."""

    text: str | None = None
    kinds: list[Kind] | None = None
    directions: list[Direction] | None = None
    skills: list[strawberry.ID] | None = None
    companies: list[strawberry.ID] | None = strawberry.field(default=None, description="Where the author was.")
    groups: list[strawberry.ID] | None = None
    places: list[str] | None = strawberry.field(default=None, description="Codes of places: where a post takes place.")
    remote: bool | None = strawberry.field(
        default=None, description="Whether one can take part from anywhere. True beside places asks for any of these, or anywhere."
    )


@strawberry.type(description="A post in a list.")
class OpportunityEdge:
    """A post with its place."""

    words: strawberry.Private[tuple[Word, ...]]
    cursor: str
    node: Opportunity
    near: bool = strawberry.field(description="Whether it has not all that was asked for, but what is near to it.")

    @strawberry.field(description="Where the words were found, ready to mark; of a long body the part around the first one.")
    async def highlights(self) -> list[_Highlight]:
        """Mark them."""
        if not self.words:
            return []
        title = highlight(self.node.title, self.words)
        body = _around_the_first_mark(highlight(plain_text(self.node.body), self.words))
        marked = (("title", title), ("body", body))
        return [people.Highlight.of(field, tuple(segments)) for field, segments in marked if is_marked(segments)]


@strawberry.type(description="Opportunities, as far as they are meant for the viewer.")
class OpportunityConnection:
    """A page of posts."""

    cursor: strawberry.Private[Cursor | None]
    taken: strawberry.Private[tuple[Word, ...]]
    edges: list[OpportunityEdge]
    page_info: PageInfo
    total_count: int
    facets: OpportunityFacets
    dropped: list[str] = strawberry.field(description="Words that had to be left out to find anything.")
    degraded: bool = strawberry.field(description="Whether the search engine is away, and another one answered, which ranks less well.")
    exact_count: int | None = strawberry.field(
        description="How many have all that was asked for, before all that are near; null where no words were asked for, and all do."
    )
    at_least: bool = strawberry.field(
        default=False, description="Whether totalCount only says how many there are at least: of very many the facets alone count all."
    )

    @strawberry.field(description="Words that nothing has, as what they were taken for; those that cannot be told are left out.")
    async def read_as(self, info: Info) -> list[_ReadAs]:
        """Tell them by what the viewer may read of the posts found."""
        if not self.taken:
            return []
        texts = [text for edge in self.edges for text in await read_on(info, edge.node)]
        return [people.ReadAs.of(each) for each in told_as(self.taken, texts)]

    @strawberry.field(description="Read before this page: subscribe after it.")
    async def live_cursor(self) -> Cursor:
        """Show it."""
        if self.cursor is None:
            raise RuntimeError
        return self.cursor


def filter_of(given: OpportunityFilter | None) -> rules.OpportunityFilter:
    """Return the filter that the server shares; an id or a code that can name nothing asks for what nobody has."""
    if given is None:
        return rules.OpportunityFilter()
    return rules.OpportunityFilter(
        text=given.text or "",
        kinds=frozenset(given.kinds or ()),
        directions=frozenset(given.directions or ()),
        skills=frozenset(SkillId(key) for key in _keys("Skill", given.skills)),
        companies=frozenset(CompanyId(key) for key in _keys("Company", given.companies)),
        groups=frozenset(GroupId(key) for key in _keys("AlumniGroup", given.groups)),
        places=frozenset(code if code in known_places() else "" for code in (given.places or ())[:_MOST_ASKED]),
        remote=given.remote,
    )


async def opportunities_found(info: Info, wanted: rules.OpportunityFilter, order: Order, page: PageRequest) -> OpportunityConnection:
    """Return the live posts that meet the filter."""
    context, cursor = info.context, await _cursor(info)
    async with context.db.read() as session:
        asked = replace(page, facets=asks_for(info, "facets"))
        listing = await reads.find_opportunities(session, context.parts.engine, context.actor, wanted, order, asked)
    return await _connection(context, cursor, listing)


async def own_opportunities(info: Info, page: PageRequest) -> OpportunityConnection:
    """Return the viewer's own posts, however they stand."""
    context, cursor = info.context, await _cursor(info)
    async with context.db.read() as session:
        found = await reads.own_opportunities(session, context.actor, page)
    return await _connection(context, cursor, Listing(found))


async def fitting_opportunities(info: Info, page: PageRequest) -> OpportunityConnection:
    """Return others' live posts that meet what the viewer said of themselves."""
    context, cursor = info.context, await _cursor(info)
    async with context.db.read() as session:
        found = await reads.fitting(session, context.actor, page)
    return await _connection(context, cursor, Listing(found))


async def starting_points(context: Context, first: int) -> list[Opportunity]:
    """Return where the viewer can begin: others' live posts, the nearest first."""
    async with context.db.read() as session:
        keys = await reads.starting_points(session, context.actor, page_request(first, None).first)
    rows = await context.load_many(loaders.opportunities, keys)
    return [Opportunity.of(row) for row in rows if row is not None]


async def opportunities_of_person(info: Info, author: MemberId, page: PageRequest) -> OpportunityConnection:
    """Return a person's live posts that are meant for the viewer."""
    context, cursor = info.context, await _cursor(info)
    async with context.db.read() as session:
        found = await reads.opportunities_of_author(session, context.actor, author, page)
    return await _connection(context, cursor, Listing(found))


async def opportunities_of_group(info: Info, group: GroupId, page: PageRequest) -> OpportunityConnection:
    """Return the live posts in a group that are meant for the viewer."""
    context, cursor = info.context, await _cursor(info)
    async with context.db.read() as session:
        found = await reads.opportunities_of_group(session, context.actor, group, page)
    return await _connection(context, cursor, Listing(found))


async def opportunities_of_company(info: Info, company: CompanyId, page: PageRequest) -> OpportunityConnection:
    """Return the live posts by those of a company's alumni whom the viewer may see."""
    context, cursor = info.context, await _cursor(info)
    async with context.db.read() as session:
        found = await reads.opportunities_of_company(session, context.actor, company, page)
    return await _connection(context, cursor, Listing(found))


async def live_cursor(context: Context) -> Cursor:
    """Return where the stream of opportunities stands now."""
    return Cursor(await context.parts.following.cursor_now(OPPORTUNITIES))


async def _cursor(info: Info) -> Cursor | None:
    """Read it before the page, and only for whom it is meant."""
    return await live_cursor(info.context) if asks_for(info, "liveCursor") else None


async def _connection(context: Context, live: Cursor | None, listing: Listing) -> OpportunityConnection:
    page: Page[OpportunityId] = listing.page
    rows = await context.load_many(loaders.opportunities, list(page.items))
    edges = [
        OpportunityEdge(words=listing.words, cursor=cursor, node=Opportunity.of(row), near=listing.is_near(place))
        for place, (cursor, row) in enumerate(zip(page.cursors, rows, strict=True))
        if row is not None
    ]
    return OpportunityConnection(
        cursor=live,
        taken=listing.read_as,
        edges=edges,
        page_info=page_info(page),
        total_count=page.total or 0,
        facets=OpportunityFacets(counted=listing.facets),
        dropped=list(listing.dropped),
        degraded=listing.degraded,
        exact_count=listing.exact,
        at_least=page.at_least,
    )


def _keys(type_name: str, given: Sequence[str] | None) -> list[UUID]:
    return [key_or_none(type_name, text) or UUID(int=0) for text in (given or ())[:_MOST_ASKED]]


def _around_the_first_mark(segments: list[Segment]) -> list[Segment]:
    first = next((at for at, segment in enumerate(segments) if segment.marked), None)
    if first is None:
        return []
    before = "".join(segment.text for segment in segments[:first])
    shown = [Segment(("…" if len(before) > _BEFORE else "") + before[-_BEFORE:], marked=False)] if before else []
    left = _SHOWN - _BEFORE
    for segment in segments[first:]:
        shown.append(Segment(segment.text[:left], marked=segment.marked))
        left -= len(segment.text)
        if left <= 0:
            break
    return shown
