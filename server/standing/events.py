"""What happened to standing queries."""

from dataclasses import dataclass

from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingQueryMatched(Event):
    """A post meets a standing query whose member wants to hear of it at once. Stream: the member's inbox.

    Of several queries of one member that a post meets, this is the oldest; they are told of a post once.
    """

    # A post that many wait for makes one for each of them.
    PRIORITY = -1

    query_id: StandingQueryId
    opportunity_id: OpportunityId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingQueryRemoved(Event):
    """Its member does not want it any more. No stream."""

    query_id: StandingQueryId
    member_id: MemberId
