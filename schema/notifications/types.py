"""Notices as the graph shows them: what happened, read anew under the viewer's eyes."""

from datetime import datetime
from typing import Annotated, Self, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.exports.types import ExportPrepared, export_prepared
from schema.groups.types import (
    ApplicantAsked,
    ApplicationDecided,
    GroupAdmitted,
    GroupClosed,
    GroupDeclined,
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
    OpportunityHidden,
    OpportunityRestored,
    ReportDecided,
    company_decided,
    opportunity_hidden,
    opportunity_restored,
    report_decided,
    what_became_of_it,
)
from schema.nodes import Node, id_of
from schema.notifications import loaders
from schema.paging import PageInfo, page_info
from schema.people.types import ConnectionAccepted, ConnectionAsked, connection_told
from schema.standing.types import StandingQueryMatched, standing_matched
from server.kit.ids import NoticeId
from server.kit.log import decode
from server.kit.paging import PageRequest
from server.moderation import events as moderation
from server.notifications import model, reads
from server.opportunities import events as opportunities

NoticeAbout: TypeAlias = Annotated[
    AffiliationConfirmed
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
    | StandingQueryMatched,
    strawberry.union("NoticeAbout", description="What a notice tells of."),
]


@strawberry.type(
    description="What happened to the viewer's own things: affiliations, applications, connections, posts, reports, companies, a copy;"
    " and what met something that they saved."
)
class Notice(Node):
    """A notice."""

    row: strawberry.Private[model.Notice]
    at: datetime
    read: bool

    @classmethod
    def of(cls, row: model.Notice) -> Self:
        """Show a row."""
        return cls(id=id_of("Notice", row.id), row=row, at=row.at, read=row.read_at is not None)

    @strawberry.field(description="What it tells of; null once that is gone.")
    async def about(self, info: Info) -> NoticeAbout | None:
        """Read it anew."""
        event = decode(self.row.type, self.row.ref)
        match event:
            case opportunities.OpportunityHidden():
                return await opportunity_hidden(info.context, event.opportunity_id, event.group_id, self.at)
            case opportunities.OpportunityRestored():
                return await opportunity_restored(info.context, event.opportunity_id, event.group_id, self.at)
            case moderation.ReportDecided():
                return await report_decided(info.context, event.report_id)
            case _:
                told = await what_became_of_it(info.context, event) or await connection_told(info.context, event)
                told = told or await company_decided(info.context, event) or await export_prepared(info.context, event)
                told = told or await asked_or_decided(info.context, event) or await standing_matched(info.context, event)
                return told or await group_told(info.context, event, self.at)


@strawberry.type(description="A notice in the list.")
class NoticeEdge:
    """A notice with its place."""

    cursor: str
    node: Notice


@strawberry.type(description="Notices, newest first.")
class NoticeConnection:
    """A page of notices."""

    edges: list[NoticeEdge]
    page_info: PageInfo


async def notices_of(context: Context, request: PageRequest) -> NoticeConnection:
    """Return a page of the viewer's notices."""
    async with context.db.read() as session:
        page = await reads.notices(session, context.actor, request)
    edges = [NoticeEdge(cursor=cursor, node=Notice.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
    return NoticeConnection(edges=edges, page_info=page_info(page))


async def unread_notices(context: Context) -> int:
    """Return how many of the viewer's notices are unread."""
    async with context.db.read() as session:
        return await reads.unread_notices(session, context.actor)


async def notice_of(context: Context, key: NoticeId) -> Notice | None:
    """Return one of the viewer's notices by its key."""
    row = await context.load(loaders.notices, key)
    return None if row is None else Notice.of(row)
