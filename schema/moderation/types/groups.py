"""A proposed group that waits for a steward, as the queue shows it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.context import Context
from schema.groups import types as groups
from server.kit.ids import GroupId

if TYPE_CHECKING:
    from schema.groups.types import AlumniGroup

_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]


@strawberry.type(description="A proposed group that waits for the viewer's decision; what was told of it is its proposal.")
class GroupToAdmit:
    """In the queue of the stewards."""

    id: strawberry.ID
    proposed: _Group
    waiting_since: datetime


async def group_to_admit(context: Context, key: GroupId, since: datetime) -> GroupToAdmit | None:
    """Return a proposed group; None once it was decided."""
    group = await groups.group_of(context, key)
    return None if group is None else GroupToAdmit(id=group.id, proposed=group, waiting_since=since)
