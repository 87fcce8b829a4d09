"""Reports as the graph shows them."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.groups import types as groups
from schema.moderation import loaders
from schema.nodes import Node, id_of
from schema.opportunities import types as opportunities
from schema.people import types as people
from server.kit.ids import GroupId, MemberId, OpportunityId, ReportId
from server.moderation import model, rules

if TYPE_CHECKING:
    from schema.groups.types import AlumniGroup
    from schema.opportunities.types import Opportunity
    from schema.people.types import Person

_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Opportunity: TypeAlias = Annotated["Opportunity", strawberry.lazy("schema.opportunities.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.enum(description="What a report can be about.")
class ReportSubject(Enum):
    """What a report can be about."""

    OPPORTUNITY = rules.Subject.OPPORTUNITY.value
    MEMBER = rules.Subject.MEMBER.value
    CONVERSATION = rules.Subject.CONVERSATION.value


@strawberry.enum(description="Why something is reported.")
class ReportReason(Enum):
    """Why something is reported."""

    SPAM = rules.Reason.SPAM.value
    SOLICITATION = rules.Reason.SOLICITATION.value
    HARASSMENT = rules.Reason.HARASSMENT.value
    IMPERSONATION = rules.Reason.IMPERSONATION.value
    CONFIDENTIAL = rules.Reason.CONFIDENTIAL.value
    OTHER = rules.Reason.OTHER.value


@strawberry.enum(description="How a report was answered.")
class ReportDecision(Enum):
    """How a report was answered."""

    HIDDEN = rules.Decision.HIDDEN.value
    DISMISSED = rules.Decision.DISMISSED.value


@strawberry.type(
    description="A member's report, for its reporter and for who decides; never for whom it is about, and it names no reporter."
)
class Report(Node):
    """A report."""

    row: strawberry.Private[model.Report]
    subject: ReportSubject
    reason: ReportReason
    note: str | None
    excerpt: str | None = strawberry.field(description="Of a conversation: the words that the reporter chose to show, and no others.")
    filed_at: datetime
    decision: ReportDecision | None
    decided_at: datetime | None
    decision_reason: str | None

    @classmethod
    def of(cls, row: model.Report) -> Self:
        """Show a row."""
        return cls(
            id=id_of("Report", row.id),
            row=row,
            subject=ReportSubject(row.subject_kind),
            reason=ReportReason(row.reason),
            note=row.note,
            excerpt=row.excerpt,
            filed_at=row.filed_at,
            decision=ReportDecision(row.decision) if row.decision else None,
            decided_at=row.decided_at,
            decision_reason=row.decision_reason,
        )

    @strawberry.field(description="The opportunity that it is about, while the viewer may see it.")
    async def opportunity(self, info: Info) -> _Opportunity | None:
        """Load it."""
        if self.subject is not ReportSubject.OPPORTUNITY:
            return None
        return await opportunities.opportunity_of(info.context, OpportunityId(self.row.subject_id))

    @strawberry.field(description="Whom it is about, while the viewer may see them: the author, the person, the other in the conversation.")
    async def person(self, info: Info) -> _Person | None:
        """Load them."""
        member = self.row.about_member_id
        return None if member is None else await people.person_of(info.context, MemberId(member))

    @strawberry.field(description="Which group decides; null: the stewards.")
    async def group(self, info: Info) -> _Group | None:
        """Load it."""
        return None if self.row.group_id is None else await groups.group_of(info.context, GroupId(self.row.group_id))


async def report_of(context: Context, key: ReportId) -> Report | None:
    """Return a report by its key, for who may see it."""
    row = await context.load(loaders.reports, key)
    return None if row is None else Report.of(row)
