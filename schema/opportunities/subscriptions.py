"""The subscription to opportunities: each event is shown as its post stands now, to whom it is meant for now."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.deliveries import Gone, ResyncRequired
from schema.gates import open_gate
from schema.listening import Alone, share
from schema.moderation.types import OpportunityRestored, opportunity_restored
from schema.nodes import id_of
from schema.opportunities import loaders
from schema.opportunities.types import (
    Opportunity,
    OpportunityClosed,
    OpportunityEdited,
    OpportunityFilter,
    OpportunityPosted,
    filter_of,
)
from schema.scalars import Cursor
from schema.sharing import Common, shared_form
from server.kit.clock import now, today
from server.kit.log import Event, Position
from server.opportunities import events
from server.realtime.opportunities import Happened

OpportunityEvent: TypeAlias = Annotated[
    OpportunityPosted | OpportunityEdited | OpportunityClosed | OpportunityRestored | Gone | ResyncRequired,
    strawberry.union("OpportunityEvent", description="What happens to posts that are meant for the viewer."),
]


@strawberry.type(description="One event, and where it stands.")
class OpportunityDelivery:
    """One event."""

    cursor: Cursor
    previous: Cursor | None = strawberry.field(
        description="The cursor of the event delivered before this one to this viewer; null for the first without `after`."
    )
    event: OpportunityEvent


@strawberry.type
class OpportunitiesSubscription:
    """The subscription."""

    @strawberry.subscription(
        extensions=[open_gate("Guests see public posts live, as they see them in the list.")],
        description="Posts that meet the filter, as they come, change and go.",
    )
    async def opportunities(
        self, info: Info, filter: OpportunityFilter | None = None, after: Cursor | None = None
    ) -> AsyncGenerator[OpportunityDelivery]:
        """Stand in the room of opportunities: with its equals where the selection is the same for all of them, else alone."""
        wanted, room = filter_of(filter), info.context.parts.opportunities
        outlet, form = info.context.outlet, shared_form(info, Common(room, wanted, _shown, _delivery))
        if outlet is not None and form is not None:
            await share(form, info.context.actor, outlet, after)
        previous = after
        async with aclosing(Alone(info.context.actor, wanted).heard(info, room, after)) as told:
            async for each in told:
                position = each if isinstance(each, Position) else each.position
                cursor = Cursor(info.context.parts.following.seal(position))
                event = ResyncRequired(cursor=cursor) if isinstance(each, Position) else await _shown(info.context, each.what)
                if event is not None:
                    yield _delivery(cursor, previous, event)
                    previous = cursor


def _delivery(cursor: str, previous: str | None, event: OpportunityEvent) -> OpportunityDelivery:
    return OpportunityDelivery(cursor=Cursor(cursor), previous=None if previous is None else Cursor(previous), event=event)


async def _shown(context: Context, happened: Happened) -> OpportunityEvent | None:
    if happened.gone:
        return Gone(gone_id=id_of("Opportunity", happened.opportunity))
    row = await context.load(loaders.opportunities, happened.opportunity)
    if row is None:
        return None
    live = row.closed_at is None and row.hidden_at is None and row.last_day >= today()
    return await _told_of(context, happened.event, Opportunity.of(row), live=live)


async def _told_of(context: Context, event: Event, post: Opportunity, *, live: bool) -> OpportunityEvent | None:
    match event:
        case events.OpportunityClosed():
            return OpportunityClosed(opportunity=post)
        case events.OpportunityPosted() if live:
            return OpportunityPosted(opportunity=post)
        case events.OpportunityRestored() if live:
            return await opportunity_restored(context, post.key, event.group_id, now())
        case events.OpportunityEdited() if live:
            return OpportunityEdited(opportunity=post)
        case _:
            return None
