"""Decisions as the graph tells of them: the same types answer a mutation, stand in a notice, and arrive live."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.groups import types as groups
from schema.moderation import loaders
from schema.moderation.types.reports import Report, report_of
from schema.nodes import ViewerDependent
from schema.opportunities import types as opportunities
from schema.people import types as people
from schema.people.types import VerificationLevel
from server.kit.ids import AffiliationId, GroupId, OpportunityId, ReportId
from server.kit.log import Event
from server.moderation.reads import Told
from server.people import events as people_events

if TYPE_CHECKING:
    from schema.groups.types import AlumniGroup
    from schema.opportunities.types import Opportunity
    from schema.people.types import Affiliation

_Affiliation: TypeAlias = Annotated["Affiliation", strawberry.lazy("schema.people.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Opportunity: TypeAlias = Annotated["Opportunity", strawberry.lazy("schema.opportunities.types")]


@strawberry.type
class _InAGroup:
    """What was decided in the name of a group, or of the stewards."""

    group_key: strawberry.Private[GroupId | None]

    @strawberry.field(description="In whose name it was decided; null: the stewards'.")
    async def group(self, info: Info) -> _Group | None:
        """Load it."""
        return None if self.group_key is None else await groups.group_of(info.context, self.group_key)


@strawberry.type(description="An affiliation was confirmed.")
class AffiliationConfirmed(_InAGroup):
    """Never names the volunteer who decided."""

    affiliation: _Affiliation


@strawberry.type(description="An affiliation was not confirmed.")
class AffiliationDeclined(_InAGroup):
    """Never names the volunteer who decided."""

    affiliation: _Affiliation
    reason: str | None = strawberry.field(description="Why; null once the affiliation was changed, or for who may not read it.")


@strawberry.type(description="A former colleague confirmed an affiliation.")
class AffiliationVouched:
    """Names the colleague only where the affiliation does."""

    affiliation: _Affiliation


@strawberry.type(description="A colleague's word on an affiliation came, is held, or was taken back: who decides reads its evidence anew.")
class EvidenceChanged:
    """Told to who decides."""

    affiliation: _Affiliation


@strawberry.enum(description="Why a confirmation no longer stands.")
class ConfirmationEndedWhy(Enum):
    """Why it ended."""

    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@strawberry.type(description="A confirmation of an affiliation no longer stands; what else confirms it does.")
class ConfirmationEnded(_InAGroup):
    """Never names who decided."""

    affiliation: _Affiliation
    level: VerificationLevel = strawberry.field(description="What it was.")
    why: ConfirmationEndedWhy

    @strawberry.field(description="The reason of who took it back; null for other endings, and for who may not read it.")
    async def reason(self, info: Info) -> str | None:
        """Load it."""
        if self.why is not ConfirmationEndedWhy.REVOKED:
            return None
        return await info.context.load(loaders.revocations, (self.affiliation.view.id, self.level.value))


OnAnAffiliation: TypeAlias = AffiliationConfirmed | AffiliationDeclined | AffiliationVouched | ConfirmationEnded


@strawberry.type
class _OnAPost(_InAGroup):
    """What was decided about a post."""

    told: strawberry.Private[Told]
    opportunity: _Opportunity

    @strawberry.field(description="Why; for its author and who decides, null for other readers.", directives=[ViewerDependent()])
    async def reason(self, info: Info) -> str | None:
        """Load it."""
        return await info.context.load(loaders.reasons, self.told)


@strawberry.type(description="A post was hidden, in one group or everywhere.")
class OpportunityHidden(_OnAPost):
    """Told to its author."""


@strawberry.type(description="A hidden post is back, in one group or everywhere.")
class OpportunityRestored(_OnAPost):
    """Told to its author, and to whom the post is new."""


@strawberry.type(description="A report waits for its decision.")
class ReportFiled:
    """Told to who decides."""

    report: Report


@strawberry.type(description="A report was answered.")
class ReportDecided:
    """Told to its reporter and to who decides."""

    report: Report


async def affiliation_confirmed(context: Context, key: AffiliationId, group: GroupId | None) -> AffiliationConfirmed | None:
    """Tell that an affiliation was confirmed in a group's name; None where the viewer does not see it."""
    affiliation = await people.affiliation_of(context, key)
    return None if affiliation is None else AffiliationConfirmed(group_key=group, affiliation=affiliation)


async def affiliation_vouched(context: Context, key: AffiliationId) -> AffiliationVouched | None:
    """Tell that a colleague confirmed an affiliation; None where the viewer does not see it."""
    affiliation = await people.affiliation_of(context, key)
    return None if affiliation is None else AffiliationVouched(affiliation=affiliation)


async def evidence_changed(context: Context, key: AffiliationId) -> EvidenceChanged | None:
    """Tell who decides that there is something else to read; None where the viewer does not see it."""
    affiliation = await people.affiliation_of(context, key)
    return None if affiliation is None else EvidenceChanged(affiliation=affiliation)


async def confirmation_ended(context: Context, event: people_events.ConfirmationEnded) -> ConfirmationEnded | None:
    """Tell that a confirmation has ended; None where the viewer does not see the affiliation."""
    affiliation = await people.affiliation_of(context, event.affiliation_id)
    if affiliation is None:
        return None
    level, why = people.VerificationLevel(event.level), ConfirmationEndedWhy(event.why)
    return ConfirmationEnded(group_key=event.group_id, affiliation=affiliation, level=level, why=why)


async def what_became_of_it(context: Context, event: Event) -> OnAnAffiliation | None:
    """Tell what an event says became of an affiliation; None for other events, and where the viewer does not see it."""
    match event:
        case people_events.AffiliationConfirmed():
            return await affiliation_confirmed(context, event.affiliation_id, event.group_id)
        case people_events.AffiliationDeclined():
            return await affiliation_declined(context, event.affiliation_id, event.group_id)
        case people_events.AffiliationVouched():
            return await affiliation_vouched(context, event.affiliation_id)
        case people_events.ConfirmationEnded():
            return await confirmation_ended(context, event)
        case _:
            return None


async def affiliation_declined(context: Context, key: AffiliationId, group: GroupId | None) -> AffiliationDeclined | None:
    """Tell that an affiliation was declined in a group's name; None where the viewer does not see it."""
    affiliation = await people.affiliation_of(context, key)
    if affiliation is None:
        return None
    return AffiliationDeclined(group_key=group, affiliation=affiliation, reason=affiliation.decline_reason)


async def opportunity_hidden(context: Context, key: OpportunityId, group: GroupId | None, at: datetime) -> OpportunityHidden | None:
    """Tell that a post was hidden, as of `at`, when the viewer learns of it; None where they do not see the post."""
    post = await opportunities.opportunity_of(context, key)
    told = Told("hide_opportunity", key, group, at)
    return None if post is None else OpportunityHidden(group_key=group, told=told, opportunity=post)


async def opportunity_restored(context: Context, key: OpportunityId, group: GroupId | None, at: datetime) -> OpportunityRestored | None:
    """Tell that a post is back, as of `at`, when the viewer learns of it; None where they do not see the post."""
    post = await opportunities.opportunity_of(context, key)
    told = Told("restore_opportunity", key, group, at)
    return None if post is None else OpportunityRestored(group_key=group, told=told, opportunity=post)


async def report_filed(context: Context, key: ReportId) -> ReportFiled | None:
    """Tell that a report was filed; None where the viewer does not see it."""
    report = await report_of(context, key)
    return None if report is None else ReportFiled(report=report)


async def report_decided(context: Context, key: ReportId) -> ReportDecided | None:
    """Tell that a report was answered; None where the viewer does not see it."""
    report = await report_of(context, key)
    return None if report is None else ReportDecided(report=report)
