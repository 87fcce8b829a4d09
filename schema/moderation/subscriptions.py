"""The subscription to a queue: what waits for a decision, and what somebody decided meanwhile."""

from collections.abc import AsyncGenerator
from typing import Annotated, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.deliveries import Gone, ResyncRequired
from schema.following import followed
from schema.gates import Knock, gate
from schema.groups.types import (
    ApplicantAsked,
    ApplicationDecided,
    ApplicationEdited,
    ApplicationOpened,
    GroupAdmitted,
    GroupClosed,
    GroupDeclined,
    GroupProposed,
    application_told,
    group_in_queue,
)
from schema.moderation.types import (
    AffiliationConfirmed,
    AffiliationDeclined,
    AffiliationVouched,
    CompanyAccepted,
    CompanyMerged,
    CompanyProposed,
    ConfirmationEnded,
    EvidenceChanged,
    QueueItem,
    ReportDecided,
    ReportFiled,
    application_on,
    company_decided,
    company_proposed,
    evidence_changed,
    item_in_queue,
    report_decided,
    report_filed,
    what_became_of_it,
)
from schema.nodes import id_of, key_of
from schema.people.types import AffiliationDeclared, AffiliationEdited, affiliation_of
from schema.scalars import Cursor
from server.companies import events as companies
from server.groups import events as group_events
from server.kit.ids import GroupId
from server.kit.log import Event, decode, group_queue
from server.kit.refusal import NotThere
from server.moderation import events as moderation
from server.people import events as people
from server.realtime.following import Resync

QueueEvent: TypeAlias = Annotated[
    AffiliationDeclared
    | AffiliationEdited
    | AffiliationConfirmed
    | AffiliationDeclined
    | AffiliationVouched
    | ConfirmationEnded
    | EvidenceChanged
    | ApplicationOpened
    | ApplicationEdited
    | ApplicantAsked
    | ApplicationDecided
    | ReportFiled
    | ReportDecided
    | CompanyProposed
    | CompanyAccepted
    | CompanyMerged
    | GroupProposed
    | GroupAdmitted
    | GroupDeclined
    | GroupClosed
    | Gone
    | ResyncRequired,
    strawberry.union("QueueEvent", description="What happens in a queue."),
]


# What is told of an affiliation that may wait: alone, or behind an application.
_ON_WHAT_WAITS = (
    people.AffiliationDeclared,
    people.AffiliationEdited,
    people.AffiliationVouched,
    people.ConfirmationEnded,
    people.VouchDeferred,
    people.VouchWithdrawn,
)


# On what an event can be told, by the names of its field and of its type.
_SUBJECTS = (
    ("affiliation", "Affiliation"),
    ("application", "GroupApplication"),
    ("report", "Report"),
    ("company", "Company"),
    ("group", "AlumniGroup"),
)


@strawberry.type(description="One event, and where it stands.")
class QueueDelivery:
    """One event."""

    cursor: Cursor
    previous: Cursor | None = strawberry.field(description="The cursor of the event delivered before this one to this viewer.")
    event: QueueEvent

    @strawberry.field(description="What the event is about, as the queue lists it now; null where it does not wait (any more).")
    async def item(self, info: Info) -> QueueItem | None:
        """Whoever shows the queue puts it into its list, and need not read the list anew."""
        for field, type_name in _SUBJECTS:
            subject = getattr(self.event, field, None)
            if subject is not None:
                return await item_in_queue(info.context, key_of(type_name, subject.id))
        return None


@strawberry.type
class ModerationSubscription:
    """The subscription."""

    @strawberry.subscription(
        extensions=[gate(Knock.OPERATOR)], description="The queue of a group that the viewer operates; group null: the stewards'."
    )
    async def queue(self, info: Info, group: strawberry.ID | None = None, after: Cursor | None = None) -> AsyncGenerator[QueueDelivery]:
        """Follow the queue's stream; a role taken away ends it with the next event."""
        key = None if group is None else GroupId(key_of("AlumniGroup", group))
        _check(info.context, key)
        previous = after
        following = info.context.parts.following
        async for batch in followed(info, group_queue(key), after):
            _check(info.context, key)
            if isinstance(batch, Resync):
                cursor = Cursor(following.seal(batch.position))
                yield QueueDelivery(cursor=cursor, previous=previous, event=ResyncRequired(cursor=cursor))
                previous = cursor
                continue
            for entry in batch.entries:
                event = await _shown(info.context, decode(entry.type, entry.ref))
                if event is not None:
                    cursor = Cursor(following.seal(entry.position))
                    yield QueueDelivery(cursor=cursor, previous=previous, event=event)
                    previous = cursor


def _check(context: Context, group: GroupId | None) -> None:
    """Refuse a queue that the caller does not work on, as if it were not there."""
    if not (context.actor.is_steward or (group is not None and group in context.actor.operates)):
        raise NotThere


async def _shown(context: Context, event: Event) -> QueueEvent | None:
    if isinstance(event, _ON_WHAT_WAITS):
        covering = await application_on(context, event.affiliation_id)
        if covering is not None:
            # The application stands in the queue, and what it rests on with it.
            return ApplicationEdited(application=covering)
    match event:
        case people.AffiliationDeclared() | people.AffiliationEdited():
            return await _waiting(context, event)
        case people.AffiliationRemoved():
            return Gone(gone_id=id_of("Affiliation", event.affiliation_id))
        case moderation.ReportFiled():
            return await report_filed(context, event.report_id)
        case _:
            return await _decided(context, event)


async def _waiting(context: Context, event: people.AffiliationDeclared | people.AffiliationEdited) -> QueueEvent | None:
    affiliation = await affiliation_of(context, event.affiliation_id)
    if affiliation is None:
        return None
    edited = isinstance(event, people.AffiliationEdited)
    return AffiliationEdited(affiliation=affiliation) if edited else AffiliationDeclared(affiliation=affiliation)


async def _decided(context: Context, event: Event) -> QueueEvent | None:
    match event:
        case people.VouchDeferred() | people.VouchWithdrawn():
            return await evidence_changed(context, event.affiliation_id)
        case moderation.ReportDecided():
            return await report_decided(context, event.report_id)
        case _:
            return await what_became_of_it(context, event) or await _of_an_application(context, event)


async def _of_an_application(context: Context, event: Event) -> QueueEvent | None:
    told = await application_told(context, event)
    if told is None and isinstance(event, group_events.ApplicationDecided):
        # It was taken back, and is no longer to be read.
        return Gone(gone_id=id_of("GroupApplication", event.application_id))
    return told or await _of_a_company_or_group(context, event)


async def _of_a_company_or_group(context: Context, event: Event) -> QueueEvent | None:
    match event:
        case companies.CompanyProposed():
            return await company_proposed(context, event.company_id)
        case group_events.GroupProposalWithdrawn():
            return Gone(gone_id=id_of("AlumniGroup", event.group_id))
        case _:
            return await company_decided(context, event) or await group_in_queue(context, event)
