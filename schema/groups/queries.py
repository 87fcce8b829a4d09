"""What can be asked about groups."""

import strawberry

from schema.context import Info
from schema.gates import open_gate
from schema.groups.types import AlumniGroup, AlumniGroupConnection, JoinLinkOpened, JoinLinkStanding
from schema.paging import page_request
from server.groups.reads import group_at, groups_by_ids, link_by_token, list_groups
from server.kit.ids import GroupId


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
            row = await group_at(session, info.context.actor, slug)
        return None if row is None else AlumniGroup.of(row)

    @strawberry.field(
        description="The join link of an address: the group, and what it asks.",
        extensions=[open_gate("Who opens a join link sees the group first, before they join.")],
    )
    async def join_link(self, info: Info, token: str) -> JoinLinkOpened | None:
        """Find it; guesses are counted by where they come from."""
        await info.context.parts.limits.spend("join_link.origin", info.context.actor.origin)
        async with info.context.db.read() as session:
            view = await link_by_token(session, info.context.actor, token)
            found = {} if view is None else await groups_by_ids(session, [GroupId(view.row.group_id)])
        if view is None:
            return None
        group = AlumniGroup.of(found[GroupId(view.row.group_id)])
        return JoinLinkOpened(group=group, questions=view.row.questions, standing=JoinLinkStanding(view.standing.value))
