"""Who runs a group: roles given, taken, handed over, and laid down."""

from typing import Annotated, TypeAlias, get_args
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate
from schema.groups.mutations.proposals import shown
from schema.groups.types import AlumniGroup, Role, RoleGranted
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.groups import commands as groups
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId
from server.moderation import commands
from server.moderation.commands import RoleChange, RoleGrant, SteppingDown

_ROLES: dict[Role, groups.Role] = {Role(name): name for name in get_args(groups.Role)}


@strawberry.input(description="A role to give somebody, instead of the one that they have.")
class GrantRoleInput:
    """To whom, which, and why."""

    group: strawberry.ID
    person: strawberry.ID
    role: Role
    reason: str = strawberry.field(description="They read it, in the group's name.")
    client_mutation_id: str | None = None


@strawberry.input(description="A role to take away.")
class TakeRoleInput:
    """Whose, and why."""

    group: strawberry.ID
    person: strawberry.ID
    reason: str = strawberry.field(description="They read it, in the group's name.")
    client_mutation_id: str | None = None


@strawberry.input(description="A group to hand over: somebody else owns it from then on, and the caller operates it.")
class HandOverGroupInput:
    """To whom, and why."""

    group: strawberry.ID
    person: strawberry.ID
    reason: str = strawberry.field(description="They read it, in the group's name.")
    client_mutation_id: str | None = None


@strawberry.input(description="One's own role to lay down.")
class StepDownInput:
    """Where, and why."""

    group: strawberry.ID
    reason: str = strawberry.field(description="For the record.")
    client_mutation_id: str | None = None


@strawberry.type(description="Somebody has no role in the group any more.")
class RoleTaken:
    """The group."""

    group: AlumniGroup


@strawberry.type(description="Somebody else owns the group now.")
class GroupHandedOver:
    """The group, and the caller as they stand."""

    group: AlumniGroup
    viewer: Viewer


@strawberry.type(description="The caller has no role in the group any more, and still belongs to it.")
class SteppedDown:
    """The group, and the caller as they stand."""

    group: AlumniGroup
    viewer: Viewer


GrantRoleResult: TypeAlias = Annotated[
    RoleGranted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("GrantRoleResult")
]
TakeRoleResult: TypeAlias = Annotated[RoleTaken | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("TakeRoleResult")]
HandOverGroupResult: TypeAlias = Annotated[
    GroupHandedOver | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("HandOverGroupResult")
]
StepDownResult: TypeAlias = Annotated[
    SteppedDown | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("StepDownResult")
]


@strawberry.type
class RolesMutation:
    """Root fields about standing roles."""

    @strawberry.mutation(description="Give a role, or change one; for owners, and stewards.", extensions=[gate(Knock.OPERATOR)])
    async def grant_role(self, info: Info, input: GrantRoleInput) -> GrantRoleResult | None:
        """Give it."""
        context, change = info.context, _change(input)
        grant = RoleGrant(group_id=change.group_id, member_id=change.member_id, role=_ROLES[input.role], reason=input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            await commands.grant_role(session, context.actor, grant)
            return grant.group_id

        await context.once("grantRole", input.client_mutation_id, act)
        return RoleGranted(group=await shown(context, grant.group_id), role=input.role, reason=None)

    @strawberry.mutation(description="Take a role away; for owners, and stewards.", extensions=[gate(Knock.OPERATOR)])
    async def take_role(self, info: Info, input: TakeRoleInput) -> TakeRoleResult | None:
        """Take it."""
        context, change = info.context, _change(input)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            await commands.take_role(session, context.actor, change)
            return change.group_id

        await context.once("takeRole", input.client_mutation_id, act)
        return RoleTaken(group=await shown(context, change.group_id))

    @strawberry.mutation(description="Hand a group over to somebody else; for its owners.", extensions=[gate(Knock.OPERATOR)])
    async def hand_over_group(self, info: Info, input: HandOverGroupInput) -> HandOverGroupResult | None:
        """Hand it over."""
        context, change = info.context, _change(input)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            await commands.hand_over_group(session, context.actor, change)
            return change.group_id

        await context.once("handOverGroup", input.client_mutation_id, act)
        viewer = await renewed_viewer(context)
        return GroupHandedOver(group=await shown(context, change.group_id), viewer=viewer)

    @strawberry.mutation(description="Lay one's own role down.", extensions=[gate(Knock.MEMBER)])
    async def step_down(self, info: Info, input: StepDownInput) -> StepDownResult | None:
        """Lay it down."""
        context = info.context
        stepping = SteppingDown(GroupId(key_of("AlumniGroup", input.group)), input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            await commands.step_down(session, context.actor, stepping)
            return stepping.group_id

        await context.once("stepDown", input.client_mutation_id, act)
        viewer = await renewed_viewer(context)
        return SteppedDown(group=await shown(context, stepping.group_id), viewer=viewer)


def _change(input: GrantRoleInput | TakeRoleInput | HandOverGroupInput) -> RoleChange:
    return RoleChange(
        group_id=GroupId(key_of("AlumniGroup", input.group)),
        member_id=MemberId(key_of("Person", input.person)),
        reason=input.reason,
    )
