"""What members report, and what operators and stewards decide."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Info
from schema.gates import Knock, gate
from schema.moderation.types import (
    AffiliationConfirmed,
    AffiliationDeclined,
    OpportunityHidden,
    OpportunityRestored,
    ReportDecided,
    ReportFiled,
    ReportReason,
    ReportSubject,
    affiliation_confirmed,
    affiliation_declined,
    opportunity_hidden,
    opportunity_restored,
    report_decided,
    report_filed,
)
from schema.nodes import key_of
from schema.people.types import affiliation_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import AffiliationId, GroupId, OpportunityId, ReportId
from server.moderation import commands
from server.moderation.commands import Dismissal, Hiding, ReportToFile, Restoring
from server.moderation.rules import Reason, Subject
from server.people.commands import confirm_affiliation, decline_affiliation

_NODES = {ReportSubject.OPPORTUNITY: "Opportunity", ReportSubject.MEMBER: "Person", ReportSubject.CONVERSATION: "Conversation"}


@strawberry.input(description="A report on a post, a person or a conversation.")
class FileReportInput:
    """A report to file."""

    subject: ReportSubject
    id: strawberry.ID = strawberry.field(description="Of the opportunity, the person or the conversation.")
    reason: ReportReason
    note: str | None = None
    excerpt: str | None = strawberry.field(default=None, description="Of a conversation: the words that the reporter chooses to show.")
    client_mutation_id: str | None = None


@strawberry.input(description="An affiliation to confirm.")
class ConfirmAffiliationInput:
    """An affiliation to confirm."""

    affiliation: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="An affiliation not to confirm.")
class DeclineAffiliationInput:
    """An affiliation to decline."""

    affiliation: strawberry.ID
    reason: str = strawberry.field(description="The member reads it, in the group's name.")
    client_mutation_id: str | None = None


@strawberry.input(description="A post to hide.")
class HideOpportunityInput:
    """A post to hide."""

    opportunity: strawberry.ID
    group: strawberry.ID | None = strawberry.field(default=None, description="Null: everywhere, for stewards.")
    reason: str
    report: strawberry.ID | None = strawberry.field(default=None, description="The report that this answers.")
    client_mutation_id: str | None = None


@strawberry.input(description="A hidden post to bring back.")
class RestoreOpportunityInput:
    """A post to bring back."""

    opportunity: strawberry.ID
    group: strawberry.ID | None = strawberry.field(default=None, description="Null: everywhere, for stewards.")
    reason: str
    client_mutation_id: str | None = None


@strawberry.input(description="A report to put aside.")
class DismissReportInput:
    """A report to put aside."""

    report: strawberry.ID
    reason: str = strawberry.field(description="The reporter reads it.")
    client_mutation_id: str | None = None


FileReportResult: TypeAlias = Annotated[
    ReportFiled | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("FileReportResult")
]
ConfirmAffiliationResult: TypeAlias = Annotated[
    AffiliationConfirmed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ConfirmAffiliationResult")
]
DeclineAffiliationResult: TypeAlias = Annotated[
    AffiliationDeclined | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclineAffiliationResult")
]
HideOpportunityResult: TypeAlias = Annotated[
    OpportunityHidden | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("HideOpportunityResult")
]
RestoreOpportunityResult: TypeAlias = Annotated[
    OpportunityRestored | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RestoreOpportunityResult")
]
DismissReportResult: TypeAlias = Annotated[
    ReportDecided | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DismissReportResult")
]


@strawberry.type
class DecidingMutation:
    """Root fields about reports, affiliations and posts."""

    @strawberry.mutation(description="Report something that the caller sees.", extensions=[gate(Knock.MEMBER)])
    async def file_report(self, info: Info, input: FileReportInput) -> FileReportResult | None:
        """File it."""
        context = info.context
        report = ReportToFile(
            subject=Subject(input.subject.value),
            subject_id=key_of(_NODES[input.subject], input.id),
            reason=Reason(input.reason.value),
            note=input.note,
            excerpt=input.excerpt,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("report.file", context.member)
            return (await commands.file_report(session, context.actor, report)).id

        return await report_filed(context, ReportId(await context.once("fileReport", input.client_mutation_id, act)))

    @strawberry.mutation(description="Confirm an affiliation; it admits its member to the group.", extensions=[gate(Knock.OPERATOR)])
    async def confirm_affiliation(self, info: Info, input: ConfirmAffiliationInput) -> ConfirmAffiliationResult | None:
        """Confirm it."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await confirm_affiliation(session, context.actor, wanted)).id

        key = AffiliationId(await context.once("confirmAffiliation", input.client_mutation_id, act))
        return await affiliation_confirmed(context, key, await _decided_in(info, key))

    @strawberry.mutation(description="Do not confirm an affiliation, and say why.", extensions=[gate(Knock.OPERATOR)])
    async def decline_affiliation(self, info: Info, input: DeclineAffiliationInput) -> DeclineAffiliationResult | None:
        """Decline it."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await decline_affiliation(session, context.actor, wanted, input.reason)).id

        key = AffiliationId(await context.once("declineAffiliation", input.client_mutation_id, act))
        return await affiliation_declined(context, key, await _decided_in(info, key))

    @strawberry.mutation(description="Hide a post in a group, or everywhere.", extensions=[gate(Knock.OPERATOR)])
    async def hide_opportunity(self, info: Info, input: HideOpportunityInput) -> HideOpportunityResult | None:
        """Hide it."""
        context = info.context
        hiding = Hiding(
            opportunity_id=OpportunityId(key_of("Opportunity", input.opportunity)),
            group_id=_group(input.group),
            reason=input.reason,
            report_id=ReportId(key_of("Report", input.report)) if input.report else None,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.hide_opportunity(session, context.actor, hiding)).id

        key = OpportunityId(await context.once("hideOpportunity", input.client_mutation_id, act))
        return await opportunity_hidden(context, key, hiding.group_id, now())

    @strawberry.mutation(description="Bring a hidden post back in a group, or everywhere.", extensions=[gate(Knock.OPERATOR)])
    async def restore_opportunity(self, info: Info, input: RestoreOpportunityInput) -> RestoreOpportunityResult | None:
        """Bring it back."""
        context = info.context
        wanted = OpportunityId(key_of("Opportunity", input.opportunity))
        restoring = Restoring(opportunity_id=wanted, group_id=_group(input.group), reason=input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.restore_opportunity(session, context.actor, restoring)).id

        key = OpportunityId(await context.once("restoreOpportunity", input.client_mutation_id, act))
        return await opportunity_restored(context, key, restoring.group_id, now())

    @strawberry.mutation(description="Put a report aside, and say why.", extensions=[gate(Knock.OPERATOR)])
    async def dismiss_report(self, info: Info, input: DismissReportInput) -> DismissReportResult | None:
        """Put it aside."""
        context = info.context
        dismissal = Dismissal(report_id=ReportId(key_of("Report", input.report)), reason=input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.dismiss_report(session, context.actor, dismissal)).id

        return await report_decided(context, ReportId(await context.once("dismissReport", input.client_mutation_id, act)))


def _group(text: strawberry.ID | None) -> GroupId | None:
    return GroupId(key_of("AlumniGroup", text)) if text else None


async def _decided_in(info: Info, key: AffiliationId) -> GroupId | None:
    affiliation = await affiliation_of(info.context, key)
    return None if affiliation is None else affiliation.view.decided_group
