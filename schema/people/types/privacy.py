"""Who may see the viewer and who may not, as they arranged it; only the viewer reads it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.groups import types as groups
from schema.nodes import id_of
from schema.paging import PageInfo, page_info, page_request
from schema.people.types import persons
from schema.scalars import Level
from server.kit.refusal import NotThere
from server.people import reads

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types import AlumniGroup
    from schema.people.types.persons import Person

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types.persons")]


@strawberry.type(description="The groups and companies that the level CHOSEN_GROUPS stands for.")
class Circles:
    """The chosen circles."""

    chosen: strawberry.Private[reads.ChosenCircles]

    @strawberry.field(description="Whoever belongs to one of these.")
    async def groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.groups_of(info.context, self.chosen.groups)

    @strawberry.field(description="Whoever was confirmed at one of these.")
    async def companies(self, info: Info) -> list[_Company]:
        """Load them."""
        return await companies.companies_of(info.context, self.chosen.companies)


@strawberry.type(description="To whom the viewer is not shown: a company, or one member. Nobody is told.")
class Exclusion:
    """An exclusion."""

    row: strawberry.Private[reads.Excluded]
    id: strawberry.ID
    since: datetime

    @classmethod
    def of(cls, row: reads.Excluded) -> "Exclusion":
        """Show a row; what it names is its id here: by that it is taken back."""
        named = id_of("Company", row.company_id) if row.company_id else id_of("Person", row.other_id or row.id)
        return cls(row=row, id=named, since=row.since)

    @strawberry.field(description="Whoever has to do with it; null where it is a member.")
    async def company(self, info: Info) -> _Company | None:
        """Load it."""
        return None if self.row.company_id is None else await companies.company_of(info.context, self.row.company_id)

    @strawberry.field(description="Who; null where it is a company, and where the viewer cannot see them any more.")
    async def person(self, info: Info) -> _Person | None:
        """Load them."""
        return None if self.row.other_id is None else await persons.person_of(info.context, self.row.other_id)


@strawberry.type(description="An exclusion in the list.")
class ExclusionEdge:
    """An exclusion with its place."""

    cursor: str
    node: Exclusion


@strawberry.type(description="To whom the viewer is not shown, the latest first.")
class ExclusionConnection:
    """A page of exclusions."""

    edges: list[ExclusionEdge]
    page_info: PageInfo
    total_count: int


@strawberry.type(description="Who may see the viewer, and who may not; only they read it.")
class Privacy:
    """The viewer's own arrangement."""

    listed: Level = strawberry.field(description="Who may see the viewer at all; no field is shown more widely than this.")
    circles: Circles

    @strawberry.field(description="To whom the viewer is not shown.")
    async def exclusions(self, info: Info, first: int, after: str | None = None) -> ExclusionConnection:
        """Read a page."""
        async with info.context.db.read() as session:
            page = await reads.exclusions(session, info.context.actor, page_request(first, after))
        edges = [ExclusionEdge(cursor=cursor, node=Exclusion.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
        return ExclusionConnection(edges=edges, page_info=page_info(page), total_count=page.total or 0)


async def own_privacy(context: Context) -> Privacy:
    """Return what the viewer arranged; an account without a profile (made on the command line) has nothing to arrange."""
    async with context.db.read() as session:
        own = await reads.own_profile(session, context.actor)
        chosen = await reads.chosen_circles(session, context.actor)
    if own is None:
        raise NotThere
    return Privacy(listed=Level(own.profile.listed_level), circles=Circles(chosen=chosen))
