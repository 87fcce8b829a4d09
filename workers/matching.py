"""How a post finds those who wait for it: the standing queries that it meets are noted, some members at a time."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from server.kit.ids import OpportunityId
from server.notifications.commands import write_notice
from server.notifications.reads import match_key
from server.opportunities.events import OpportunityEdited, OpportunityPosted, OpportunityRestored
from server.standing.commands import note_matches
from server.standing.reads import Match, matches_of
from workers.parts import Parts

OfAnOpportunity: TypeAlias = OpportunityPosted | OpportunityEdited | OpportunityRestored

# So many at once: each of them holds the head of a member's stream until the transaction ends.
_BATCH: Final = 200


async def match_opportunity(parts: Parts, event: OfAnOpportunity, _key: str) -> None:
    """Note which queries the post meets now, and tell whoever wants that at once: on their page, and by the event that goes with it."""
    await match_post(parts, OpportunityId(event.opportunity_id))


async def match_post(parts: Parts, opportunity: OpportunityId) -> None:
    """Do so for a post of which no event tells."""
    async with parts.db.read() as session:
        found = await matches_of(session, opportunity)
    for batch in _by_members(found):
        async with parts.db.transaction() as session:
            for told in await note_matches(session, opportunity, batch):
                # With the event, so that a page that hears of it finds it.
                await write_notice(session, told.member_id, told, match_key(opportunity))


def _by_members(found: Sequence[Match]) -> Iterator[list[Match]]:
    """Cut them where one member ends, since what a member is told of depends on all of their queries."""
    batch: list[Match] = []
    for match in found:
        if len(batch) >= _BATCH and batch[-1].member_id != match.member_id:
            yield batch
            batch = []
        batch.append(match)
    if batch:
        yield batch
