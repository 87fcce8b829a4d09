"""The subscription to one's inbox: what concerns the viewer, shown as it stands now."""

from collections.abc import AsyncGenerator
from typing import Annotated, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.conversations.types import ConversationRead, MessageSent, ParticipantLeft, conversation_of, message_of
from schema.deliveries import Gone, ResyncRequired
from schema.exports.types import ExportPrepared, export_prepared
from schema.following import followed
from schema.gates import Knock, gate
from schema.groups.types import (
    ApplicantAsked,
    ApplicationDecided,
    GroupAdmitted,
    GroupClosed,
    GroupDeclined,
    OfAGroup,
    OwnershipEnded,
    RoleEnded,
    RoleGranted,
    asked_or_decided,
    group_told,
)
from schema.moderation.types import (
    AffiliationConfirmed,
    AffiliationDeclined,
    AffiliationVouched,
    CompanyAccepted,
    CompanyMerged,
    ConfirmationEnded,
    OnAnAffiliation,
    OpportunityHidden,
    OpportunityRestored,
    ReportDecided,
    company_decided,
    opportunity_hidden,
    opportunity_restored,
    report_decided,
    what_became_of_it,
)
from schema.opportunities.types import (
    AgreementRecorded,
    OpportunityResponded,
    ResponseDeclined,
    ResponseWithdrawn,
    TalkTakenUp,
    response_of,
)
from schema.people.types import ConnectionAccepted, ConnectionAsked, OnAConnection, connection_told
from schema.scalars import Cursor
from schema.standing.types import StandingQueryMatched, standing_matched
from server.conversations import events as conversations
from server.kit.clock import now
from server.kit.log import Event, decode, inbox
from server.moderation import events as moderation
from server.opportunities import events as opportunities
from server.realtime.following import Resync

_Talk: TypeAlias = OpportunityResponded | TalkTakenUp | ResponseDeclined | ResponseWithdrawn | AgreementRecorded
_OwnThing: TypeAlias = OpportunityHidden | OpportunityRestored | ReportDecided | CompanyAccepted | CompanyMerged | ExportPrepared
_Decision: TypeAlias = OnAnAffiliation | _OwnThing

InboxEvent: TypeAlias = Annotated[
    OpportunityResponded
    | TalkTakenUp
    | ResponseDeclined
    | ResponseWithdrawn
    | AgreementRecorded
    | MessageSent
    | ConversationRead
    | ParticipantLeft
    | AffiliationConfirmed
    | AffiliationDeclined
    | AffiliationVouched
    | ConfirmationEnded
    | ConnectionAsked
    | ConnectionAccepted
    | OpportunityHidden
    | OpportunityRestored
    | ReportDecided
    | CompanyAccepted
    | CompanyMerged
    | ExportPrepared
    | ApplicantAsked
    | ApplicationDecided
    | GroupAdmitted
    | GroupDeclined
    | GroupClosed
    | OwnershipEnded
    | RoleGranted
    | RoleEnded
    | StandingQueryMatched
    | Gone
    | ResyncRequired,
    strawberry.union("InboxEvent", description="What happens to the viewer's own things and talks."),
]

# What happened to a response, and how it is told.
_TALKS: dict[type[Event], type[_Talk]] = {
    opportunities.OpportunityResponded: OpportunityResponded,
    opportunities.TalkTakenUp: TalkTakenUp,
    opportunities.ResponseDeclined: ResponseDeclined,
    opportunities.ResponseWithdrawn: ResponseWithdrawn,
    opportunities.AgreementRecorded: AgreementRecorded,
}


@strawberry.type(description="One event, and where it stands.")
class InboxDelivery:
    """One event."""

    cursor: Cursor
    previous: Cursor | None = strawberry.field(description="The cursor of the event delivered before this one to this viewer.")
    event: InboxEvent


@strawberry.type
class NotificationsSubscription:
    """The subscription."""

    @strawberry.subscription(extensions=[gate(Knock.MEMBER)], description="What concerns the viewer, as it happens.")
    async def inbox(self, info: Info, after: Cursor | None = None) -> AsyncGenerator[InboxDelivery]:
        """Follow the viewer's own stream."""
        previous = after
        following = info.context.parts.following
        async for batch in followed(info, inbox(info.context.member), after):
            if isinstance(batch, Resync):
                cursor = Cursor(following.seal(batch.position))
                yield InboxDelivery(cursor=cursor, previous=previous, event=ResyncRequired(cursor=cursor))
                previous = cursor
                continue
            for entry in batch.entries:
                event = await _shown(info.context, decode(entry.type, entry.ref))
                if event is not None:
                    cursor = Cursor(following.seal(entry.position))
                    yield InboxDelivery(cursor=cursor, previous=previous, event=event)
                    previous = cursor


async def _shown(context: Context, event: Event) -> InboxEvent | None:
    talk = _TALKS.get(type(event))
    if talk is not None:
        response = await response_of(context, event.response_id)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
        return None if response is None else talk(response=response)
    match event:
        case conversations.MessageSent():
            message = await message_of(context, event.message_id)
            return None if message is None else MessageSent(message=message)
        case conversations.ConversationRead():
            read = await conversation_of(context, event.conversation_id)
            return None if read is None else ConversationRead(conversation=read)
        case conversations.ParticipantLeft():
            ended = await conversation_of(context, event.conversation_id)
            return None if ended is None else ParticipantLeft(conversation=ended)
        case _:
            return await _decision(context, event)


async def _decision(
    context: Context, event: Event
) -> _Decision | OnAConnection | ApplicantAsked | ApplicationDecided | OfAGroup | StandingQueryMatched | None:
    match event:
        case opportunities.OpportunityHidden():
            return await opportunity_hidden(context, event.opportunity_id, event.group_id, now())
        case opportunities.OpportunityRestored():
            return await opportunity_restored(context, event.opportunity_id, event.group_id, now())
        case moderation.ReportDecided():
            return await report_decided(context, event.report_id)
        case _:
            told = await what_became_of_it(context, event) or await connection_told(context, event)
            told = told or await company_decided(context, event) or await export_prepared(context, event)
            told = told or await asked_or_decided(context, event) or await standing_matched(context, event)
            return told or await group_told(context, event, now())
