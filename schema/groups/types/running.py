"""Who runs a group and how it stands, as the graph shows it: proposed, admitted or closed, its roles, and what the viewer may do."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.context import Info
from schema.groups import loaders
from schema.nodes import ViewerDependent
from schema.people import types as people
from server.groups import model
from server.groups.policy import right_to_run
from server.kit.ids import GroupId, MemberId
from server.kit.text.markdown import to_html

if TYPE_CHECKING:
    from schema.people.types import Person

_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.enum(description="How a group stands. Before it is admitted, only who proposed it and stewards see it.")
class GroupState(Enum):
    """How a group stands."""

    PROPOSED = "proposed"
    ADMITTED = "admitted"
    DECLINED = "declined"
    CLOSED = "closed"


@strawberry.enum(description="A standing role in a group; a company's contact decides nothing.")
class Role(Enum):
    """A standing role in a group."""

    OWNER = "owner"
    OPERATOR = "operator"
    DEPUTY = "deputy"
    COMPANY_CONTACT = "company_contact"


@strawberry.enum(description="What the viewer may do to a group, in this session.")
class GroupRight(Enum):
    """What one may do."""

    EDIT = "edit"
    PICK_COMPANIES = strawberry.enum_value("pick_companies", description="Whose alumni it gathers, and both its axes.")
    SEE_ROLES = "see_roles"
    CHANGE_ROLES = "change_roles"
    APPOINT_CONTACT = "appoint_contact"
    HAND_OVER = "hand_over"
    CLOSE = "close"


@strawberry.type(description="Who has a standing role, and since when.")
class RoleHolder:
    """A person with their role."""

    person: _Person
    role: Role
    since: datetime


@strawberry.type(description="What was told to the stewards of a group that was proposed, and what became of it.")
class GroupProposal:
    """A proposal."""

    row: strawberry.Private[model.GroupProposal]
    note: str | None = strawberry.field(description="How the group is run, and what its proposer wants; for the stewards.")
    at: datetime
    decided_at: datetime | None
    reason: str | None = strawberry.field(description="Why it was declined.")

    @strawberry.field(description="Changes with all that it says, and with what its proposer says of their time at its companies.")
    async def version(self, info: Info) -> str:
        """Load it."""
        return await info.context.load(loaders.proposal_versions, GroupId(self.row.group_id))

    @strawberry.field(description="Who proposed it; null once they are gone.", directives=[ViewerDependent()])
    async def proposed_by(self, info: Info) -> _Person | None:
        """Load them."""
        return None if self.row.member_id is None else await people.person_of(info.context, MemberId(self.row.member_id))


@strawberry.type
class RunGroup:
    """What of a group has to do with running it."""

    key: strawberry.Private[GroupId]
    row: strawberry.Private[model.AlumniGroup]
    state: GroupState
    closed_at: datetime | None
    closing_reason: str | None = strawberry.field(description="Why it was closed.")
    original_description: str = strawberry.field(description="What it is, as it was written first, whatever the caller's language.")
    description_en: str | None

    @strawberry.field(description="Its guidelines as sanitised HTML.")
    async def guidelines_html(self) -> str | None:
        """Render them."""
        return to_html(self.row.guidelines) if self.row.guidelines else None

    @strawberry.field(
        description="Who has which role, the highest first, for who decides here and stewards, as far as they may see these people.",
        directives=[ViewerDependent()],
    )
    async def roles(self, info: Info) -> list[RoleHolder]:
        """Load them."""
        rows = {MemberId(row.member_id): row for row in await info.context.load(loaders.role_holders, self.key)}
        seen = await people.persons_of(info.context, list(rows))
        return [RoleHolder(person=each, role=Role(rows[each.key].role), since=rows[each.key].since) for each in seen]

    @strawberry.field(
        description="Whether nobody owns it now, for who decides here and stewards; false for others.",
        directives=[ViewerDependent()],
    )
    async def lacks_owner(self, info: Info) -> bool:
        """Load it."""
        return await info.context.load(loaders.lack_owner, self.key)

    @strawberry.field(description="What the viewer may do to it, in this session.", directives=[ViewerDependent()])
    async def viewer_may(self, info: Info) -> list[GroupRight]:
        """Say it by their role, and by whether they are a steward; a group that is not admitted is left as it is."""
        actor = info.context.actor
        role = await info.context.load(loaders.viewer_roles, self.key) if self.key in actor.operates else None
        if self.state is not GroupState.ADMITTED or not (role or actor.is_steward):
            return []
        owns = role == "owner" or actor.is_steward
        may = {
            GroupRight.EDIT: right_to_run(role) or actor.is_steward,
            GroupRight.PICK_COMPANIES: actor.is_steward and role is None,
            GroupRight.APPOINT_CONTACT: actor.is_steward and role is None,
            GroupRight.SEE_ROLES: True,
            GroupRight.CHANGE_ROLES: owns,
            GroupRight.HAND_OVER: role == "owner",
            GroupRight.CLOSE: owns,
        }
        return [right for right, given in may.items() if given]

    @strawberry.field(description="What was told to the stewards of it, for who proposed it and stewards.", directives=[ViewerDependent()])
    async def proposal(self, info: Info) -> GroupProposal | None:
        """Load it."""
        row = await info.context.load(loaders.proposals, self.key)
        return None if row is None else GroupProposal(row=row, note=row.note, at=row.at, decided_at=row.decided_at, reason=row.reason)
