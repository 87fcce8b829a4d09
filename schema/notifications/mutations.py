"""What a member does with their notices."""

from typing import TYPE_CHECKING, Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts import types as accounts
from schema.context import Info
from schema.gates import Knock, gate
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.db import Session
from server.notifications.commands import mark_notices_read

if TYPE_CHECKING:
    from schema.accounts.types import Viewer

_Viewer: TypeAlias = Annotated["Viewer", strawberry.lazy("schema.accounts.types")]


@strawberry.input(description="Everything that the caller was told is read.")
class MarkNoticesReadInput:
    """No choice."""

    client_mutation_id: str | None = None


@strawberry.type(description="The caller's notices are read.")
class NoticesRead:
    """With the caller, whose numbers have changed."""

    viewer: _Viewer


MarkNoticesReadResult: TypeAlias = Annotated[
    NoticesRead | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("MarkNoticesReadResult")
]


@strawberry.type
class NotificationsMutation:
    """Root fields of notices."""

    @strawberry.mutation(description="Mark all of the caller's notices as read.", extensions=[gate(Knock.MEMBER)])
    async def mark_notices_read(self, info: Info, input: MarkNoticesReadInput) -> MarkNoticesReadResult | None:
        """Mark them."""
        context = info.context

        async def act(session: Session) -> UUID:
            await mark_notices_read(session, context.actor)
            return context.member

        await context.once("markNoticesRead", input.client_mutation_id, act)
        return NoticesRead(viewer=await accounts.renewed_viewer(context))
