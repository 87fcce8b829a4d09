"""What happened to a group, or to somebody's role in it, as its proposer, its members and the stewards are told of it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.context import Context
from schema.groups.types import groups
from schema.groups.types.running import Role
from server.groups import events
from server.groups.reads import proposals_of, role_reason
from server.kit.ids import GroupId
from server.kit.log import Event

if TYPE_CHECKING:
    from schema.groups.types.groups import AlumniGroup

_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types.groups")]


@strawberry.type
class _OnAGroup:
    """What happened to a group."""

    group: _Group


@strawberry.type(description="A group waits for the stewards.")
class GroupProposed(_OnAGroup):
    """Told to stewards."""


@strawberry.type(description="A proposed group is there now, and who proposed it owns it.")
class GroupAdmitted(_OnAGroup):
    """Told to who proposed it, and to stewards."""


@strawberry.type(description="A proposed group was not admitted; it can be changed and proposed again.")
class GroupDeclined(_OnAGroup):
    """Told to who proposed it, and to stewards."""

    reason: str | None


@strawberry.type(description="A group is no more.")
class GroupClosed(_OnAGroup):
    """Told to who belonged to it, and to who decides."""


@strawberry.type(description="Nobody owns a group any more; stewards name somebody.")
class OwnershipEnded(_OnAGroup):
    """Told to who goes on running it, and to stewards."""


@strawberry.type(description="Somebody has a standing role now.")
class RoleGranted(_OnAGroup):
    """Told to them, in the group's name."""

    role: Role
    reason: str | None = strawberry.field(description="Why, for who has it.")


@strawberry.type(description="Somebody has no standing role any more.")
class RoleEnded(_OnAGroup):
    """Told to them, in the group's name."""

    role: Role = strawberry.field(description="Which it was.")
    reason: str | None = strawberry.field(description="Why, for who had it.")


OnARole: TypeAlias = RoleGranted | RoleEnded
OnAProposal: TypeAlias = GroupAdmitted | GroupDeclined
InAQueue: TypeAlias = GroupProposed | GroupAdmitted | GroupDeclined | GroupClosed
OfAGroup: TypeAlias = OnARole | OnAProposal | GroupClosed | OwnershipEnded


async def group_in_queue(context: Context, event: Event) -> InAQueue | None:
    """Tell a queue what an event says became of a group; None for other events."""
    if not isinstance(event, events.GroupProposed | events.GroupAdmitted | events.GroupDeclined | events.GroupClosed):
        return None
    group = await groups.group_of(context, event.group_id)
    if group is None:
        return None
    match event:
        case events.GroupProposed():
            return GroupProposed(group=group)
        case events.GroupAdmitted():
            return GroupAdmitted(group=group)
        case events.GroupDeclined():
            return await _declined(context, group)
        case events.GroupClosed():
            return GroupClosed(group=group)


async def group_told(context: Context, event: Event, at: datetime) -> OfAGroup | None:
    """Tell a member what an event says became of their proposal, their role or their group; None for other events."""
    if isinstance(event, events.RoleGranted | events.RoleEnded):
        return await _role(context, event, at)
    if isinstance(event, events.OwnershipEnded):
        group = await groups.group_of(context, event.group_id)
        return None if group is None else OwnershipEnded(group=group)
    told = await group_in_queue(context, event)
    return None if isinstance(told, GroupProposed) else told


async def group_declined(context: Context, key: GroupId) -> GroupDeclined | None:
    """Tell that a group was not admitted."""
    group = await groups.group_of(context, key)
    return None if group is None else await _declined(context, group)


async def _declined(context: Context, group: "AlumniGroup") -> GroupDeclined:
    async with context.db.read() as session:
        said = (await proposals_of(session, context.actor, [group.key])).get(group.key)
    return GroupDeclined(group=group, reason=None if said is None else said.reason)


async def _role(context: Context, event: events.RoleGranted | events.RoleEnded, at: datetime) -> OnARole | None:
    group = await groups.group_of(context, event.group_id)
    if group is None or not event.role:
        return None
    async with context.db.read() as session:
        reason = await role_reason(session, context.actor, event.group_id, at)
    told = RoleGranted if isinstance(event, events.RoleGranted) else RoleEnded
    return told(group=group, role=Role(event.role), reason=reason)
