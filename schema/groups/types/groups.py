"""Alumni groups as the graph shows them."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.groups import loaders
from schema.groups.types import applications, links
from schema.groups.types.running import GroupState, Role, RunGroup
from schema.nodes import Node, ViewerDependent, id_of
from schema.opportunities import types as opportunities
from schema.paging import PageInfo, page_info, page_request
from schema.people import types as people
from server.groups import model
from server.groups.reads import own_proposals
from server.kit.actor import Level
from server.kit.ids import GroupId
from server.kit.paging import Page
from server.people.reads import FEWEST

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types.applications import GroupApplication
    from schema.groups.types.links import JoinLink
    from schema.opportunities.types import OpportunityConnection
    from schema.people.types import Person, PersonConnection

_Application: TypeAlias = Annotated["GroupApplication", strawberry.lazy("schema.groups.types.applications")]
_Link: TypeAlias = Annotated["JoinLink", strawberry.lazy("schema.groups.types.links")]
_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]
_People: TypeAlias = Annotated["PersonConnection", strawberry.lazy("schema.people.types")]
_Opportunities: TypeAlias = Annotated["OpportunityConnection", strawberry.lazy("schema.opportunities.types")]


@strawberry.enum(description="Who runs a group.")
class RunBy(Enum):
    """Who runs a group."""

    COMPANY = "company"
    VOLUNTEERS = "volunteers"
    JOINTLY = "jointly"


@strawberry.enum(description="How the company stands to a group.")
class Recognition(Enum):
    """How the company stands to a group."""

    OFFICIAL = "official"
    ACKNOWLEDGED = "acknowledged"
    NONE = "none"


@strawberry.type(description="The community of one or several companies' alumni.")
class AlumniGroup(RunGroup, Node):
    """A group."""

    slug: str = strawberry.field(description="Its short name in addresses.")
    name: str
    name_en: str | None
    run_by: RunBy
    recognition: Recognition
    contact: str | None
    usual_days: int = strawberry.field(description="How long a decision usually takes, as the group says.")
    guidelines: str | None = strawberry.field(description="What it expects of who belongs to it, in its own words.")
    questions: list[str] = strawberry.field(description="What it asks of who applies on its page.")

    @classmethod
    def of(cls, row: model.AlumniGroup) -> Self:
        """Show a row."""
        key = GroupId(row.id)
        return cls(
            id=id_of("AlumniGroup", key),
            key=key,
            row=row,
            slug=row.slug,
            name=row.name,
            name_en=row.name_en,
            run_by=RunBy(row.run_by),
            recognition=Recognition(row.recognition),
            contact=row.contact,
            usual_days=row.usual_days,
            guidelines=row.guidelines,
            questions=row.questions,
            state=GroupState(row.state),
            closed_at=row.closed_at,
            closing_reason=row.closing_reason,
            original_description=row.description,
            description_en=row.description_en,
        )

    @strawberry.field(description="What it is, in the caller's language.")
    async def description(self, info: Info) -> str:
        """Choose the text."""
        return (info.context.language == "en" and self.row.description_en) or self.row.description

    @strawberry.field(description="Whose alumni it gathers.")
    async def companies(self, info: Info) -> list[_Company]:
        """Load them."""
        return await companies.companies_of(info.context, await info.context.load(loaders.companies_of, self.key))

    @strawberry.field(description="Who decides on applications to it: the group by name, or the stewards; never a person.")
    async def decided_by(self, info: Info) -> str:
        """Name them."""
        return await applications.decided_by(info.context, self.key)

    @strawberry.field(
        description="How many members it has, as far as a verified member may see them; for others in all, and null for fewer than five.",
        directives=[ViewerDependent()],
    )
    async def member_count(self, info: Info) -> int | None:
        """Count them: a verified member could count the same people in the list, and learns of nobody else."""
        count = await info.context.load(loaders.member_counts, self.key)
        return count if count >= FEWEST or info.context.actor.level >= Level.VERIFIED else None

    @strawberry.field(description="Who runs it, for verified members; empty for others.", directives=[ViewerDependent()])
    async def operators(self, info: Info) -> list[_Person]:
        """Load those whom the viewer may see."""
        return await people.persons_of(info.context, await info.context.load(loaders.operators_of, self.key))

    @strawberry.field(description="The viewer's standing role here.", directives=[ViewerDependent()])
    async def viewer_role(self, info: Info) -> Role | None:
        """Load it."""
        role = await info.context.load(loaders.viewer_roles, self.key)
        return None if role is None else Role(role)

    @strawberry.field(description="Whether the viewer belongs to it.", directives=[ViewerDependent()])
    async def viewer_is_member(self, info: Info) -> bool:
        """Look among the viewer's groups."""
        return self.key in info.context.actor.groups

    @strawberry.field(description="The viewer's newest application to it.", directives=[ViewerDependent()])
    async def viewer_application(self, info: Info) -> _Application | None:
        """Load it."""
        row = await info.context.load(loaders.own_application, self.key)
        return None if row is None else applications.GroupApplication.of(row)

    @strawberry.field(description="Its join links, the newest first, for who runs it; empty for others.", directives=[ViewerDependent()])
    async def join_links(self, info: Info) -> list[_Link]:
        """Load them."""
        return [links.JoinLink.of(view) for view in await info.context.load(loaders.links, self.key)]

    @strawberry.field(description="Live posts in this group, newest first.", directives=[ViewerDependent()])
    async def opportunities(self, info: Info, first: int, after: str | None = None) -> _Opportunities:
        """Read a page of those that the viewer may see."""
        return await opportunities.opportunities_of_group(info, self.key, page_request(first, after))

    @strawberry.field(description="Its members, newest first, as far as the viewer may see them.", directives=[ViewerDependent()])
    async def people(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.people_of_group(info.context, self.key, page_request(first, after))


@strawberry.type(description="A group in a list.")
class AlumniGroupEdge:
    """A group with its place."""

    cursor: str
    node: AlumniGroup


@strawberry.type(description="Alumni groups.")
class AlumniGroupConnection:
    """A page of groups."""

    edges: list[AlumniGroupEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[model.AlumniGroup]) -> Self:
        """Show a page."""
        edges = [AlumniGroupEdge(cursor=cursor, node=AlumniGroup.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
        return cls(edges=edges, page_info=page_info(page))


async def group_of(context: Context, key: GroupId) -> AlumniGroup | None:
    """Return a group by its key."""
    row = await context.load(loaders.groups, key)
    return None if row is None else AlumniGroup.of(row)


async def groups_of(context: Context, keys: Sequence[GroupId]) -> list[AlumniGroup]:
    """Return groups by their keys, in order."""
    rows = await context.load_many(loaders.groups, keys)
    return [AlumniGroup.of(row) for row in rows if row is not None]


async def proposed_by_viewer(context: Context) -> list[AlumniGroup]:
    """Return the groups that the viewer proposed and that are not admitted, the newest first."""
    async with context.db.read() as session:
        return [AlumniGroup.of(row) for row in await own_proposals(session, context.actor)]
