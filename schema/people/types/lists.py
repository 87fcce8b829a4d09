"""Lists of people: what a search found, with its counts and marks, and the shorter lists beside it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Self, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.paging import PageInfo, page_info
from schema.people import loaders
from schema.people.types.facets import PeopleFacets
from schema.people.types.persons import Person, listed
from server.kit.db import Session
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.paging import Page, PageRequest
from server.kit.text import sentence
from server.people import reads
from server.search import highlight, understood

Count: TypeAlias = Callable[[Session], Awaitable[int]]


@strawberry.type(description="A stretch of a text, never HTML.")
class Segment:
    """A stretch of a text."""

    text: str
    marked: bool = strawberry.field(description="Whether a word of the search was found here.")


@strawberry.type(description="Where words were found, ready to be marked.")
class Highlight:
    """A field and its stretches."""

    field: str = strawberry.field(description="The field's name in this schema.")
    segments: list[Segment]

    @classmethod
    def of(cls, field: str, segments: tuple[highlight.Segment, ...]) -> Self:
        """Show the stretches of a field."""
        return cls(field=field, segments=[Segment(text=each.text, marked=each.marked) for each in segments])


@strawberry.type(description="A word that nothing has, and what it was taken for.")
class ReadAs:
    """A word that was read as another."""

    typed: str = strawberry.field(description="As it was typed.")
    meant: list[str] = strawberry.field(description="As what was found writes it, as far as the viewer may read it there.")

    @classmethod
    def of(cls, told: understood.ReadAs) -> Self:
        """Show it."""
        return cls(typed=told.typed, meant=list(told.meant))


@strawberry.type(description="A person in a list.")
class PersonEdge:
    """A person with their place."""

    cursor: str
    node: Person
    highlights: list[Highlight] = strawberry.field(description="Where the words were found, ready to mark.")
    near: bool = strawberry.field(default=False, description="Whether they have not all that was asked for, but what is near to it.")


@strawberry.type(description="People, as far as the viewer may see them.")
class PersonConnection:
    """A page of people."""

    counted: strawberry.Private[int | Count]
    edges: list[PersonEdge]
    page_info: PageInfo
    facets: PeopleFacets
    dropped: list[str] = strawberry.field(description="Words that had to be left out to find anything.")
    degraded: bool = strawberry.field(description="Whether the search engine is away, and another one answered, which ranks less well.")
    exact_count: int | None = strawberry.field(
        default=None,
        description="How many have all that was asked for, before all who are near; null where no words were asked for, and all do.",
    )
    at_least: bool = strawberry.field(
        default=False, description="Whether totalCount only says how many there are at least: of very many the facets alone count all."
    )
    read_as: list[ReadAs] = strawberry.field(
        default_factory=list, description="Words that nobody has, as what they were taken for; those that cannot be told are left out."
    )

    @strawberry.field(description="How many there are on all pages together.")
    async def total_count(self, info: Info) -> int:
        """Count them, where that was not done with the page."""
        if isinstance(self.counted, int):
            return self.counted
        async with info.context.db.read() as session:
            return await self.counted(session)


async def people_found(context: Context, question: reads.Question, found: reads.PeopleFound) -> PersonConnection:
    """Show what a search found."""
    edges = [
        PersonEdge(
            cursor=cursor,
            node=Person.of(each.person),
            highlights=[Highlight.of(marked.field, marked.segments) for marked in each.highlights],
            near=each.person.id in found.near,
        )
        for cursor, each in zip(found.page.cursors, found.page.items, strict=True)
    ]
    facets = PeopleFacets.of(question, found.counts)
    await listed(context, [edge.node for edge in edges])
    return PersonConnection(
        counted=found.page.total or 0,
        edges=edges,
        page_info=page_info(found.page),
        facets=facets,
        dropped=list(found.dropped),
        degraded=found.degraded,
        exact_count=found.exact,
        at_least=found.page.at_least,
        read_as=[ReadAs.of(each) for each in found.read_as],
    )


async def new_faces(context: Context, request: PageRequest) -> PersonConnection:
    """Return who was confirmed last."""
    async with context.db.read() as session:
        page = await reads.new_faces(session, context.actor, request)
    return await _listed(context, page, lambda session: reads.count_new_faces(session, context.actor))


async def colleagues(context: Context, request: PageRequest) -> PersonConnection:
    """Return who was confirmed at the viewer's companies too."""
    async with context.db.read() as session:
        page = await reads.colleagues(session, context.actor, request)
    return await _listed(context, page, lambda session: reads.count_colleagues(session, context.actor))


async def people_of_group(context: Context, group: GroupId, request: PageRequest) -> PersonConnection:
    """Return those members of a group whom the viewer may see."""
    async with context.db.read() as session:
        page = await reads.group_people(session, context.actor, group, request)
    return await _listed(context, page, lambda session: reads.count_group_people(session, context.actor, group))


async def people_of_company(context: Context, company: CompanyId, request: PageRequest) -> PersonConnection:
    """Return those of a company's people whom the viewer may see."""
    async with context.db.read() as session:
        page = await reads.company_people(session, context.actor, company, request)
    return await _listed(context, page, lambda session: reads.count_company_people(session, context.actor, company))


async def blocked_people(context: Context, request: PageRequest) -> PersonConnection:
    """Return whom the viewer blocked, by name only."""
    async with context.db.read() as session:
        page = await reads.blocked_by(session, context.actor, request)
    unnamed = sentence(context.language, "people.unnamed")
    people = [Person.of(view if view.name else replace(view, name=unnamed)) for view in page.items]
    return _connection(page.cursors, people, page_info(page), lambda session: reads.count_blocked(session, context.actor))


async def connected_people(context: Context, request: PageRequest) -> PersonConnection:
    """Return with whom the viewer is connected; their own people are not counted as read."""
    async with context.db.read() as session:
        page = await reads.connections(session, context.actor, request)
    return await _listed(context, page, lambda session: reads.count_connections(session, context.actor), counts=False)


async def people_who_ask(context: Context, request: PageRequest) -> PersonConnection:
    """Return who asks the viewer to be connected; they came by themselves, and are not counted as read."""
    async with context.db.read() as session:
        page = await reads.connection_requests(session, context.actor, request)
    return await _listed(context, page, lambda session: reads.count_connection_requests(session, context.actor), counts=False)


async def _listed(context: Context, page: Page[MemberId], count: Count, *, counts: bool = True) -> PersonConnection:
    views = await context.load_many(loaders.persons, page.items)
    seen = [(cursor, Person.of(view)) for cursor, view in zip(page.cursors, views, strict=True) if view is not None]
    if counts:
        await listed(context, [person for _, person in seen])
    return _connection([cursor for cursor, _ in seen], [person for _, person in seen], page_info(page), count)


def _connection(cursors: Sequence[str], people: list[Person], info: PageInfo, count: Count) -> PersonConnection:
    edges = [PersonEdge(cursor=cursor, node=person, highlights=[]) for cursor, person in zip(cursors, people, strict=True)]
    return PersonConnection(counted=count, edges=edges, page_info=info, facets=PeopleFacets(), dropped=[], degraded=False)
