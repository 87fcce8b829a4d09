"""What confirms an affiliation as the graph shows it: levels that stand, colleagues' words, and who was asked for one."""

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
from schema.scalars import Month
from server.kit.ids import AffiliationId, CompanyId, MemberId
from server.kit.refusal import NotThere
from server.people import model
from server.people.reads import AskedView, ConfirmationView, Shared, VouchView, asked_of

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types import AlumniGroup
    from schema.people.types.persons import Person

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types.persons")]


@strawberry.enum(description="What stands behind an affiliation, from the member's own word to the company's.")
class VerificationLevel(Enum):
    """What stands behind an affiliation."""

    SELF_DECLARED = 0
    COLLEAGUE = 10
    OPERATOR = 20
    COMPANY = 30


@strawberry.enum(description="What has become of a colleague's word: it counts, or who decides looks at it first and it has no effect.")
class VouchState(Enum):
    """What has become of it."""

    STANDING = "standing"
    HELD = "held"


@strawberry.enum(description="Why a colleague's word is held.")
class HeldBecause(Enum):
    """Why it is held."""

    NEW_COLLEAGUE = "new_colleague"
    RING = "ring"
    DECIDED_AGAINST = "decided_against"
    MONTHS_CHANGED = "months_changed"
    LAPSED = "lapsed"


@strawberry.enum(description="Who is asked to confirm: whoever has the link, colleagues on their home page, or the company's contact.")
class ConfirmationAskedOf(Enum):
    """Who is asked."""

    LINK = "link"
    COLLEAGUES = "colleagues"
    COMPANY = "company"


@strawberry.type(description="Months in which two people were at a company, or at one that it came from or became.")
class SharedMonths:
    """Two months."""

    from_: Month = strawberry.field(name="from")
    until: Month | None = strawberry.field(description="Null: still.")

    @classmethod
    def of(cls, shared: Shared) -> Self:
        """Show them."""
        return cls(from_=Month(shared.start), until=Month(shared.end) if shared.end else None)


@strawberry.type(description="One level at which an affiliation is confirmed: since when, and by whom.")
class Confirmation:
    """A level that stands."""

    view: strawberry.Private[ConfirmationView]
    level: VerificationLevel
    at: datetime
    colleagues: int | None = strawberry.field(
        directives=[ViewerDependent()], description="How many colleagues; null for fewer than five whom the viewer may not all see."
    )

    @classmethod
    def of(cls, view: ConfirmationView) -> Self:
        """Show it."""
        return cls(view=view, level=VerificationLevel(view.level), at=view.at, colleagues=view.colleagues)

    @strawberry.field(description="In which group's name it was decided; null: the stewards', or it was colleagues.")
    async def group(self, info: Info) -> _Group | None:
        """Load it."""
        return None if self.view.group is None else await groups.group_of(info.context, self.view.group)

    @strawberry.field(directives=[ViewerDependent()], description="Those of the colleagues whom the viewer may see.")
    async def vouchers(self, info: Info) -> list[_Person]:
        """Load them."""
        return await persons.persons_of(info.context, self.view.vouchers)


@strawberry.type(description="A former colleague's word, for who gave it, the member, and who decides.")
class Vouch(Node):
    """A colleague's word."""

    voucher_key: strawberry.Private[MemberId | None]
    state: VouchState
    held_because: HeldBecause | None = strawberry.field(directives=[ViewerDependent()], description="Only for who decides.")
    from_: Month = strawberry.field(name="from", description="Both were there from this month.")
    until: Month | None = strawberry.field(description="Both were there until this month; null: still.")
    statement: str | None
    at: datetime
    viewer_is_voucher: bool = strawberry.field(directives=[ViewerDependent()])

    @classmethod
    def of(cls, view: VouchView) -> Self:
        """Show what the viewer may see."""
        return cls(
            id=id_of("Vouch", view.id),
            voucher_key=view.voucher_id,
            state=VouchState(view.state),
            held_because=HeldBecause(view.held_because) if view.held_because else None,
            from_=Month(view.started_on),
            until=Month(view.ended_on) if view.ended_on else None,
            statement=view.statement,
            at=view.at,
            viewer_is_voucher=view.viewer_is_voucher,
        )

    @strawberry.field(directives=[ViewerDependent()], description="Who gave it; null where the viewer may not see them.")
    async def voucher(self, info: Info) -> _Person | None:
        """Load them."""
        return None if self.voucher_key is None else await persons.person_of(info.context, self.voucher_key)


@strawberry.type(description="An own wish to be confirmed that is open.")
class ConfirmationRequest(Node):
    """An open request."""

    asked: ConfirmationAskedOf
    expires_at: datetime

    @classmethod
    def of(cls, row: model.ConfirmationRequest) -> Self:
        """Show a row."""
        return cls(id=id_of("ConfirmationRequest", row.id), asked=ConfirmationAskedOf(row.asked), expires_at=row.expires_at)


@strawberry.type(description="Somebody asks the viewer to confirm their time at a company: what a colleague would know them by.")
class AskedConfirmation(Node):
    """Who asks, and for what."""

    view: strawberry.Private[AskedView]
    affiliation: strawberry.ID
    name: str
    reading: str | None
    former_name: str | None
    started_on: Month
    ended_on: Month | None
    department: str | None
    title: str | None
    as_company: bool = strawberry.field(description="Asked as the company's contact, not as a former colleague.")
    expires_at: datetime

    @classmethod
    def of(cls, view: AskedView) -> Self:
        """Show it."""
        return cls(
            id=id_of("ConfirmationRequest", view.id),
            view=view,
            affiliation=id_of("Affiliation", view.affiliation_id),
            name=view.name,
            reading=view.reading,
            former_name=view.former_name,
            started_on=Month(view.started_on),
            ended_on=Month(view.ended_on) if view.ended_on else None,
            department=view.department,
            title=view.title,
            as_company=view.as_company,
            expires_at=view.expires_at,
        )

    @strawberry.field(description="Where it was.")
    async def company(self, info: Info) -> _Company:
        """Load it."""
        found = await companies.company_of(info.context, CompanyId(self.view.company_id))
        if found is None:
            raise NotThere
        return found

    @strawberry.field(directives=[ViewerDependent()], description="The months that the viewer's own tenures share with it; null: none.")
    async def shared(self, info: Info) -> SharedMonths | None:
        """Compare them."""
        found = await info.context.load(loaders.shared, self.view.affiliation_id)
        return None if found is None else SharedMonths.of(found)

    @strawberry.field(directives=[ViewerDependent()], description="The viewer's own word on it, once given.")
    async def vouch(self, info: Info) -> Vouch | None:
        """Load it."""
        return await own_vouch(info.context, self.view.affiliation_id)


async def own_vouch(context: Context, affiliation: AffiliationId) -> Vouch | None:
    """Return the viewer's own word on an affiliation."""
    views = await context.load(loaders.vouches, affiliation)
    return next((Vouch.of(view) for view in views if view.viewer_is_voucher), None)


async def asked_confirmations(context: Context) -> list[AskedConfirmation]:
    """Return who asks the viewer, the latest first."""
    async with context.db.read() as session:
        return [AskedConfirmation.of(view) for view in await asked_of(session, context.actor)]
