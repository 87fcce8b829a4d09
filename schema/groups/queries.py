"""What can be asked about groups."""

import strawberry

from schema.context import Info
from schema.gates import open_gate
from schema.groups.types import AlumniGroup, AlumniGroupConnection
from schema.paging import page_request
from server.groups.reads import group_by_slug, list_groups


@strawberry.type
class GroupsQuery:
    """Root fields about groups."""

    @strawberry.field(
        description="All alumni groups.", extensions=[open_gate("Groups are public; who is in them shows only to who may see people.")]
    )
    async def groups(self, info: Info, first: int, after: str | None = None) -> AlumniGroupConnection:
        """List them."""
        async with info.context.db.read() as session:
            return AlumniGroupConnection.of(await list_groups(session, page_request(first, after)))

    @strawberry.field(
        description="The group of an address.",
        extensions=[open_gate("Groups are public; who is in them shows only to who may see people.")],
    )
    async def group(self, info: Info, slug: str) -> AlumniGroup | None:
        """Find it."""
        async with info.context.db.read() as session:
            row = await group_by_slug(session, slug)
        return None if row is None else AlumniGroup.of(row)
