"""Affiliations as the graph shows them, and what two people share by theirs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.groups import types as groups
from schema.nodes import Node, ViewerDependent, id_of
from schema.people import loaders
from schema.people.types import persons
from schema.people.types.confirmations import (
    Confirmation,
    ConfirmationAskedOf,
    ConfirmationRequest,
    SharedMonths,
    VerificationLevel,
    Vouch,
)
from schema.scalars import Month
from server.kit.ids import AffiliationId, CompanyId
from server.kit.refusal import NotThere
from server.kit.text import sentence
from server.people.reads import AffiliationView, Common

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.people.types.persons import Person

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types.persons")]


@strawberry.enum(description="Where the confirmation of an affiliation stands.")
class AffiliationState(Enum):
    """Where the confirmation of an affiliation stands."""

    AWAITING = "awaiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


@strawberry.type(description="A member's time at a company.")
class Affiliation(Node):
    """An affiliation."""

    view: strawberry.Private[AffiliationView]
    started_on: Month
    ended_on: Month | None = strawberry.field(description="Null: still there.")
    department: str | None
    title: str | None
    verification: VerificationLevel
    state: AffiliationState
    decline_reason: str | None = strawberry.field(description="Only for its member and who decides.")
    decided_at: datetime | None = strawberry.field(description="Only for its member and who decides.")

    @classmethod
    def of(cls, view: AffiliationView) -> Self:
        """Show what the viewer may see."""
        return cls(
            id=id_of("Affiliation", view.id),
            view=view,
            started_on=Month(view.started_on),
            ended_on=Month(view.ended_on) if view.ended_on else None,
            department=view.department,
            title=view.title,
            verification=VerificationLevel(view.verification),
            state=AffiliationState(view.state),
            decline_reason=view.decline_reason,
            decided_at=view.decided_at,
        )

    @strawberry.field(description="Where it was.")
    async def company(self, info: Info) -> _Company:
        """Load it."""
        found = await companies.company_of(info.context, self.view.company_id)
        if found is None:
            raise NotThere
        return found

    @strawberry.field(description="Who decides, or decided: the groups by name, or the stewards; never a person.")
    async def decided_by(self, info: Info) -> str:
        """Name them."""
        deciding = [self.view.decided_group] if self.view.decided_group else []
        if not deciding and self.view.decided_at is None:
            deciding = await info.context.load(loaders.deciders, self.view.company_id)
        named = await groups.groups_of(info.context, deciding)
        english = info.context.language == "en"
        names = [(english and group.name_en) or group.name for group in named]
        return " / ".join(names) or sentence(info.context.language, "people.stewards")

    @strawberry.field(directives=[ViewerDependent()], description="What confirms it, the strongest first.")
    async def confirmations(self, info: Info) -> list[Confirmation]:
        """Load them."""
        return [Confirmation.of(view) for view in await info.context.load(loaders.confirmations, self.view.id)]

    @strawberry.field(directives=[ViewerDependent()], description="Colleagues' words, for who gave them, its member, and who decides.")
    async def vouches(self, info: Info) -> list[Vouch]:
        """Load them."""
        return [Vouch.of(view) for view in await info.context.load(loaders.vouches, self.view.id)]

    @strawberry.field(
        directives=[ViewerDependent()],
        description="The months in which the viewer was there too, while they may confirm it as a colleague; null: they may not.",
    )
    async def viewer_may_vouch(self, info: Info) -> SharedMonths | None:
        """Ask."""
        shared = await info.context.load(loaders.vouchable, self.view.id)
        return None if shared is None else SharedMonths.of(shared)

    @strawberry.field(directives=[ViewerDependent()], description="The levels that the viewer may take back.")
    async def viewer_may_revoke(self, info: Info) -> list[VerificationLevel]:
        """Ask."""
        return [VerificationLevel(level) for level in await info.context.load(loaders.revocable, self.view.id)]

    @strawberry.field(directives=[ViewerDependent()], description="Whom its member may ask to confirm it; empty for everybody else.")
    async def viewer_may_ask(self, info: Info) -> list[ConfirmationAskedOf]:
        """Ask."""
        return [ConfirmationAskedOf(one.value) for one in await info.context.load(loaders.askable, self.view.id)]

    @strawberry.field(directives=[ViewerDependent()], description="Whom its member asks now; empty for everybody else.")
    async def requests(self, info: Info) -> list[ConfirmationRequest]:
        """Load them."""
        return [ConfirmationRequest.of(row) for row in await info.context.load(loaders.requests, self.view.id)]

    @strawberry.field(description="Whose time it was.")
    async def person(self, info: Info) -> _Person | None:
        """Load them; they count as listed, since an affiliation's id is another address of a person."""
        person = await persons.person_of(info.context, self.view.member_id)
        await persons.listed(info.context, [person] if person else [])
        return person


@strawberry.type(description="A company that the viewer shares with a person.")
class InCommon:
    """What two people share."""

    company: _Company = strawberry.field(description="Where this person was.")
    viewer_company: _Company = strawberry.field(
        description="Where the viewer was: the same company, or what it was before or after.", directives=[ViewerDependent()]
    )
    from_: Month | None = strawberry.field(name="from", description="Both were there from this month; null when the tenures do not meet.")
    until: Month | None = strawberry.field(description="Both were there until this month; null when the tenures do not meet, or go on.")

    @classmethod
    def of(cls, places: "Mapping[CompanyId, Company]", common: Common) -> Self:
        """Show what is shared; `places` are the companies by their keys."""
        start, end = common.start, common.end
        company = places[common.company_id]
        return cls(
            company=company,
            viewer_company=places.get(common.viewer_company_id, company),
            from_=Month(start) if start else None,
            until=Month(end) if end else None,
        )


@strawberry.type(description="An affiliation waits for its confirmation.")
class AffiliationDeclared:
    """An affiliation waits for its confirmation."""

    affiliation: Affiliation


@strawberry.type(description="An affiliation says something else now.")
class AffiliationEdited:
    """An affiliation says something else now."""

    affiliation: Affiliation


async def affiliation_of(context: Context, key: AffiliationId) -> Affiliation | None:
    """Return an affiliation by its key; None where the viewer may not see it."""
    view = await context.load(loaders.affiliations, key)
    return None if view is None else Affiliation.of(view)


async def affiliations_of(context: Context, keys: Sequence[AffiliationId]) -> list[Affiliation]:
    """Return affiliations by their keys, in order, without those that the viewer may not see."""
    views = await context.load_many(loaders.affiliations, keys)
    return [Affiliation.of(view) for view in views if view is not None]
