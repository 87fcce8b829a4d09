"""What happened to opportunities and to the responses to them."""

from dataclasses import dataclass
from uuid import UUID

from server.kit.ids import GroupId, MemberId, OpportunityId, ResponseId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityPosted(Event):
    """A post is there. Stream: opportunities."""

    opportunity_id: OpportunityId
    author_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityEdited(Event):
    """A post says something else, or to others: the audience before is kept, so that who may no longer see it can be told.

    `excluded_before` are the companies and members from whom it was hidden; None: the same as stand now.
    Stream: opportunities.
    """

    opportunity_id: OpportunityId
    author_id: MemberId
    audience_before: int
    groups_before: tuple[GroupId, ...]
    excluded_before: tuple[UUID, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityClosed(Event):
    """Its author closed a post; `reason` is a rules.CloseReason. Stream: opportunities."""

    opportunity_id: OpportunityId
    author_id: MemberId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityHidden(Event):
    """A post was hidden in a group; None: everywhere. Streams: opportunities, and the author's inbox."""

    opportunity_id: OpportunityId
    author_id: MemberId
    group_id: GroupId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityRestored(Event):
    """A hidden post is back in a group; None: everywhere. Streams: opportunities, and the author's inbox."""

    opportunity_id: OpportunityId
    author_id: MemberId
    group_id: GroupId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityResponded(Event):
    """Somebody raised a hand. Streams: the inboxes of both."""

    response_id: ResponseId
    opportunity_id: OpportunityId
    author_id: MemberId
    responder_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTakenUp(Event):
    """The author took up the talk: a conversation is open. Streams: the inboxes of both."""

    response_id: ResponseId
    opportunity_id: OpportunityId
    author_id: MemberId
    responder_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseDeclined(Event):
    """The author will not go on. Streams: the inboxes of both."""

    response_id: ResponseId
    opportunity_id: OpportunityId
    author_id: MemberId
    responder_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseWithdrawn(Event):
    """The responder will not go on. Streams: the inboxes of both."""

    response_id: ResponseId
    opportunity_id: OpportunityId
    author_id: MemberId
    responder_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecorded(Event):
    """One side (`by`) recorded that both go on. Streams: the inboxes of both."""

    response_id: ResponseId
    opportunity_id: OpportunityId
    author_id: MemberId
    responder_id: MemberId
    by: MemberId
