"""What can be asked about opportunities."""

import strawberry

from schema.context import Info
from schema.gates import Knock, gate, open_gate
from schema.nodes import key_or_none
from schema.opportunities.types import (
    Opportunity,
    OpportunityConnection,
    OpportunityFilter,
    Response,
    ResponsePreview,
    TermsField,
    filter_of,
    opportunities_found,
    opportunity_of,
    response_of,
    response_preview,
    terms_form,
)
from schema.opportunities.types.words import Direction, Kind, Order
from schema.paging import page_request
from schema.scalars import Level
from server.kit import actor
from server.kit.ids import GroupId, OpportunityId, ResponseId
from server.opportunities import reads

_PUBLIC = "Authors may make posts public; everything else is decided row by row."


@strawberry.type(description="How many members could see a post.")
class Reach:
    """A number of members."""

    members: int = strawberry.field(description="Rounded down to tens from 10 up.")
    exact: bool


@strawberry.type
class OpportunitiesQuery:
    """Root fields about opportunities."""

    @strawberry.field(
        description="Live posts that are meant for the viewer. With words they come by relevance.", extensions=[open_gate(_PUBLIC)]
    )
    async def opportunities(
        self,
        info: Info,
        first: int,
        filter: OpportunityFilter | None = None,
        order: Order | None = None,
        after: str | None = None,
    ) -> OpportunityConnection:
        """List or search."""
        return await opportunities_found(info, filter_of(filter), order or Order.NEWEST, page_request(first, after))

    @strawberry.field(description="A post by its id, live or not.", extensions=[open_gate(_PUBLIC)])
    async def opportunity(self, info: Info, id: strawberry.ID) -> Opportunity | None:
        """Load it."""
        key = key_or_none("Opportunity", id)
        return None if key is None else await opportunity_of(info.context, OpportunityId(key))

    @strawberry.field(description="A response by its id, for the two whom it concerns.", extensions=[gate(Knock.MEMBER)])
    async def response(self, info: Info, id: strawberry.ID) -> Response | None:
        """Load it."""
        key = key_or_none("Response", id)
        return None if key is None else await response_of(info.context, ResponseId(key))

    @strawberry.field(
        description="How the viewer's response would look to the author; null where the viewer may not respond.",
        extensions=[gate(Knock.VERIFIED)],
    )
    async def response_preview(self, info: Info, opportunity: strawberry.ID) -> ResponsePreview | None:
        """Propose a label."""
        key = key_or_none("Opportunity", opportunity)
        if key is None:
            return None
        await info.context.parts.limits.spend("response.preview", info.context.member)
        return await response_preview(info.context, OpportunityId(key))

    @strawberry.field(
        description="The terms that a kind asks for, as data: labels come in the caller's language.", extensions=[gate(Knock.MEMBER)]
    )
    async def terms_form(self, info: Info, kind: Kind, direction: Direction) -> list[TermsField]:
        """Read the form."""
        return terms_form(kind, direction, info.context.language)

    @strawberry.field(description="How many other members could see a post with this audience.", extensions=[gate(Knock.MEMBER)])
    async def reach(self, info: Info, audience: Level, groups: list[strawberry.ID] | None = None) -> Reach:
        """Count them."""
        keys = [key_or_none("AlumniGroup", text) for text in groups or ()]
        chosen = [GroupId(key) for key in keys if key is not None]
        async with info.context.db.read() as session:
            found = await reads.reach(session, info.context.actor, actor.Level(audience.value), chosen)
        return Reach(members=found.members, exact=found.exact)
