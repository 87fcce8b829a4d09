"""What somebody finds who has just come: colleagues, and where they can begin."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.context import Info
from schema.opportunities import types as opportunities
from schema.paging import page_request
from schema.people import types as people
from server.kit.actor import Level

if TYPE_CHECKING:
    from schema.opportunities.types import Opportunity
    from schema.people.types import PersonConnection

_Opportunity: TypeAlias = Annotated["Opportunity", strawberry.lazy("schema.opportunities.types")]
_People: TypeAlias = Annotated["PersonConnection", strawberry.lazy("schema.people.types")]


@strawberry.type
class Beginning:
    """Fields of the viewer."""

    @strawberry.field(
        description="Where the viewer can begin: others' live posts, those of their groups and companies first, then the newest."
    )
    async def starting_points(self, info: Info, first: int) -> list[_Opportunity]:
        """Read them."""
        return await opportunities.starting_points(info.context, first)

    @strawberry.field(description="Who was confirmed at the viewer's companies too, the latest first.")
    async def colleagues(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.colleagues(info.context, page_request(first, after))

    @strawberry.field(description="Whether the viewer was confirmed only days ago.")
    async def is_fresh(self, info: Info) -> bool:
        """Verified, and not yet settled."""
        actor = info.context.actor
        return actor.level >= Level.VERIFIED and not actor.settled
