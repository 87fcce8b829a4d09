"""The subscription to opportunities: each event is shown as its post stands now, to whom it is meant for now."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.deliveries import Gone, ResyncRequired
from schema.following import followed
from schema.gates import open_gate
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
from server.companies.reads import standing_ids
from server.kit.clock import now, today
from server.kit.ids import OpportunityId
from server.kit.log import OPPORTUNITIES, Entry, Event, decode
from server.opportunities import documents, events, reads, rules
from server.realtime.following import Batch, Resync

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
        """Follow the stream of opportunities."""
        wanted, previous = filter_of(filter), after
        async for batch in followed(info, OPPORTUNITIES, after):
            async for cursor, event in _told(info.context, wanted, batch):
                yield OpportunityDelivery(cursor=cursor, previous=previous, event=event)
                previous = cursor


async def _told(
    context: Context, wanted: rules.OpportunityFilter, batch: Batch | Resync
) -> AsyncGenerator[tuple[Cursor, OpportunityEvent]]:
    following = context.parts.following
    if isinstance(batch, Resync):
        cursor = Cursor(following.seal(batch.position))
        yield cursor, ResyncRequired(cursor=cursor)
        return
    eyes = await _look(context, wanted, batch.entries)
    for entry in batch.entries:
        event = await _shown(context, eyes, decode(entry.type, entry.ref))
        if event is not None:
            yield Cursor(following.seal(entry.position)), event


@dataclass(frozen=True, slots=True)
class _Eyes:
    """What one look at the posts of a batch has shown: those that meet the filter, and those that the viewer could have seen."""

    meeting: frozenset[OpportunityId]
    once_seen: frozenset[OpportunityId]


async def _look(context: Context, wanted: rules.OpportunityFilter, entries: Sequence[Entry]) -> _Eyes:
    happened = [decode(entry.type, entry.ref) for entry in entries]
    keys = list({key for event in happened if (key := _key(event)) is not None})
    async with context.db.read() as session:
        # Two companies may have been merged since the filter was given.
        wanted = replace(wanted, companies=await standing_ids(session, wanted.companies))
        seen = await reads.who_may_see(session, keys, [context.actor])
        facts = await documents.facts_by_ids(session, [key for _, key in seen])
        leaving = [event for event in happened if isinstance(event, events.OpportunityEdited | events.OpportunityHidden)]
        once_seen = await reads.once_seen(session, context.actor, leaving)
    meeting = {
        key
        for (_, key), sees_author in seen.items()
        if key in facts and rules.matches(wanted, facts[key] if sees_author else facts[key].without_author())
    }
    return _Eyes(meeting=frozenset(meeting), once_seen=once_seen)


def _key(event: Event) -> OpportunityId | None:
    return getattr(event, "opportunity_id", None)


async def _shown(context: Context, eyes: _Eyes, event: Event) -> OpportunityEvent | None:
    key = _key(event)
    if key is None:
        return None
    row = await context.load(loaders.opportunities, key) if key in eyes.meeting else None
    # Hidden everywhere, a post leaves its author's lists too.
    if row is not None and not (row.hidden_at is not None and isinstance(event, events.OpportunityHidden)):
        live = row.closed_at is None and row.hidden_at is None and row.last_day >= today()
        return await _told_of(context, event, Opportunity.of(row), live=live)
    gone = key in eyes.once_seen and not isinstance(event, events.OpportunityPosted)
    return Gone(gone_id=id_of("Opportunity", key)) if gone else None


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
