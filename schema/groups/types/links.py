"""Join links as the graph shows them: to who runs the group, and, with nothing but the group, to whoever opens one."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.context import Context
from schema.nodes import Node, ViewerDependent, id_of
from server.groups.reads import LinkView, link_by_id
from server.kit.ids import JoinLinkId

if TYPE_CHECKING:
    from schema.groups.types.groups import AlumniGroup

_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types.groups")]


@strawberry.enum(description="What can be done with a join link.")
class JoinLinkStanding(Enum):
    """What can be done with a join link."""

    OPEN = "open"
    USED_UP = "used_up"
    EXPIRED = "expired"
    ENDED = "ended"


@strawberry.type(description="An address that a group's operators paste where its alumni are; for who runs the group.")
class JoinLink(Node):
    """A join link, and what came of it."""

    label: str = strawberry.field(description="Where it was pasted, in the operators' words.")
    token: str = strawberry.field(description="What the address ends in.")
    questions: list[str]
    most_uses: int | None = strawberry.field(description="How many may come by it; null: as many as come while it lasts.")
    used: int
    made_at: datetime
    expires_at: datetime
    standing: JoinLinkStanding
    waiting: int = strawberry.field(description="How many who came by it wait for an answer.")
    approved: int
    declined: int

    @classmethod
    def of(cls, view: LinkView) -> Self:
        """Show a row."""
        row, came = view.row, view.came
        return cls(
            id=id_of("JoinLink", row.id),
            label=row.label,
            token=row.token,
            questions=row.questions,
            most_uses=row.most_uses,
            used=row.used,
            made_at=row.made_at,
            expires_at=row.expires_at,
            standing=JoinLinkStanding(view.standing.value),
            waiting=came.get("waiting", 0),
            approved=came.get("approved", 0),
            declined=came.get("declined", 0),
        )


@strawberry.type(description="A join link that somebody opened: the group, and what it asks.")
class JoinLinkOpened:
    """For whoever opened it."""

    group: _Group
    questions: list[str]
    standing: JoinLinkStanding = strawberry.field(
        description="For the viewer: who came by it before may come again where it is used up for others.", directives=[ViewerDependent()]
    )


async def join_link_of(context: Context, key: JoinLinkId) -> JoinLink | None:
    """Return a join link for who runs its group."""
    async with context.db.read() as session:
        view = await link_by_id(session, context.actor, key)
    return None if view is None else JoinLink.of(view)
