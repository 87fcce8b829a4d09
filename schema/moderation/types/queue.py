"""The queue as the graph shows it: what waits for the viewer, with its evidence."""

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context
from schema.groups import types as groups
from schema.moderation.types.companies import CompanyToAccept, company_to_accept
from schema.moderation.types.groups import GroupToAdmit, group_to_admit
from schema.moderation.types.reports import Report, report_of
from schema.paging import PageInfo, page_info
from schema.people import types as people
from server.kit.ids import AffiliationId, ApplicationId, CompanyId, GroupId, MemberId, ReportId
from server.kit.paging import PageRequest
from server.moderation import reads

if TYPE_CHECKING:
    from schema.groups.types import AlumniGroup, GroupApplication
    from schema.people.types import Affiliation, Person

_Affiliation: TypeAlias = Annotated["Affiliation", strawberry.lazy("schema.people.types")]
_Application: TypeAlias = Annotated["GroupApplication", strawberry.lazy("schema.groups.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.type(description="An affiliation that waits for the viewer's decision.")
class AffiliationToConfirm:
    """In the queue."""

    id: strawberry.ID
    affiliation: _Affiliation
    person: _Person
    group: _Group | None = strawberry.field(description="In whose name the viewer decides; null: as a steward.")
    waiting_since: datetime


@strawberry.type(description="An application that waits for the viewer's decision.")
class ApplicationToDecide:
    """In the queue."""

    id: strawberry.ID
    application: _Application
    person: _Person
    group: _Group | None = strawberry.field(description="In whose name the viewer decides; null: as a steward.")
    waiting_since: datetime


@strawberry.type(description="A report that waits for the viewer's decision.")
class ReportToDecide:
    """In the queue."""

    id: strawberry.ID
    report: Report
    waiting_since: datetime


QueueItem: TypeAlias = Annotated[
    AffiliationToConfirm | ApplicationToDecide | ReportToDecide | CompanyToAccept | GroupToAdmit,
    strawberry.union("QueueItem", description="What waits for a decision."),
]


@strawberry.type(description="Something in the queue.")
class QueueEdge:
    """An item with its place."""

    cursor: str
    node: QueueItem


@strawberry.type(description="What waits for the viewer's decision, the longest wait first.")
class QueueConnection:
    """A page of the queue."""

    edges: list[QueueEdge]
    page_info: PageInfo
    total_count: int


async def queue_of(context: Context, request: PageRequest) -> QueueConnection:
    """Return a page of what waits for the viewer; empty for who decides nothing."""
    async with context.db.read() as session:
        page = await reads.queue(session, context.actor, request)
    # Together, so that each kind of evidence is loaded once for the whole page.
    items = await asyncio.gather(*(_item(context, entry) for entry in page.items))
    edges = [QueueEdge(cursor=cursor, node=item) for cursor, item in zip(page.cursors, items, strict=True) if item is not None]
    return QueueConnection(edges=edges, page_info=page_info(page), total_count=page.total or 0)


async def waiting_in_queue(context: Context) -> int:
    """Return how much waits for the viewer."""
    async with context.db.read() as session:
        return await reads.waiting_in_queue(session, context.actor)


async def item_in_queue(context: Context, key: UUID) -> QueueItem | None:
    """Return what waits for the viewer under an id, as the queue lists it; None where nothing does (any more)."""
    async with context.db.read() as session:
        entry = await reads.queue_entry(session, context.actor, key)
    return None if entry is None else await _item(context, entry)


async def _item(context: Context, entry: reads.QueueEntry) -> QueueItem | None:
    if entry.kind == "application":
        return await _application(context, entry)
    if entry.kind == "group":
        return await group_to_admit(context, GroupId(entry.id), entry.waiting_since)
    if entry.kind == "company":
        return await company_to_accept(context, CompanyId(entry.id), entry.waiting_since)
    if entry.kind == "report":
        report = await report_of(context, ReportId(entry.id))
        return None if report is None else ReportToDecide(id=report.id, report=report, waiting_since=entry.waiting_since)
    affiliation = await people.affiliation_of(context, AffiliationId(entry.id))
    person = None if affiliation is None else await people.person_of(context, affiliation.view.member_id)
    if affiliation is None or person is None:
        return None
    group = None if entry.group_id is None else await groups.group_of(context, entry.group_id)
    return AffiliationToConfirm(id=affiliation.id, affiliation=affiliation, person=person, group=group, waiting_since=entry.waiting_since)


async def application_on(context: Context, affiliation: AffiliationId) -> groups.GroupApplication | None:
    """Return the application in the viewer's queue that rests on an affiliation; None where it stands there by itself."""
    async with context.db.read() as session:
        key = await reads.applied_with(session, context.actor, affiliation)
    return None if key is None else await groups.application_of(context, key)


async def _application(context: Context, entry: reads.QueueEntry) -> ApplicationToDecide | None:
    application = await groups.application_of(context, ApplicationId(entry.id))
    person = None if application is None else await people.person_of(context, MemberId(application.row.member_id))
    if application is None or person is None:
        return None
    group = None if entry.group_id is None else await groups.group_of(context, entry.group_id)
    return ApplicationToDecide(id=application.id, application=application, person=person, group=group, waiting_since=entry.waiting_since)
