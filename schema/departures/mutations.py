"""How a member asks to leave, and stays after all."""

from typing import TYPE_CHECKING, Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts import types as accounts
from schema.context import Info
from schema.gates import Knock, gate
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.departures import commands
from server.kit.db import Session

if TYPE_CHECKING:
    from schema.accounts.types import Viewer

_Viewer: TypeAlias = Annotated["Viewer", strawberry.lazy("schema.accounts.types")]


@strawberry.input(description="Leaving the platform; whoever asks has signed in within the last ten minutes.")
class AskDepartureInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="Staying after all.")
class WithdrawDepartureInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.type(description="Nobody else sees the viewer any more, and in fourteen days they are erased.")
class DepartureAsked:
    """The viewer as they stand now."""

    viewer: _Viewer


@strawberry.type(description="The viewer stays, as they were.")
class DepartureWithdrawn:
    """The viewer as they stand now."""

    viewer: _Viewer


AskDepartureResult: TypeAlias = Annotated[
    DepartureAsked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AskDepartureResult")
]
WithdrawDepartureResult: TypeAlias = Annotated[
    DepartureWithdrawn | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("WithdrawDepartureResult")
]


@strawberry.type
class DeparturesMutation:
    """Root fields of leaving and staying."""

    @strawberry.mutation(description="Leave the platform.", extensions=[gate(Knock.MEMBER, while_leaving=True)])
    async def ask_departure(self, info: Info, input: AskDepartureInput) -> AskDepartureResult | None:
        """Note it."""
        context = info.context

        async def act(session: Session) -> UUID:
            await context.limits.spend("departure.ask", context.member)
            return (await commands.ask_departure(session, context.actor)).member_id

        await context.once("askDeparture", input.client_mutation_id, act)
        return DepartureAsked(viewer=await accounts.renewed_viewer(context))

    @strawberry.mutation(description="Stay after all.", extensions=[gate(Knock.MEMBER, while_leaving=True)])
    async def withdraw_departure(self, info: Info, input: WithdrawDepartureInput) -> WithdrawDepartureResult | None:
        """Take it back."""
        context = info.context

        async def act(session: Session) -> UUID:
            return await commands.withdraw_departure(session, context.actor)

        await context.once("withdrawDeparture", input.client_mutation_id, act)
        return DepartureWithdrawn(viewer=await accounts.renewed_viewer(context))
