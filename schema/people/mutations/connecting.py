"""How two members are connected: asking, accepting, declining without a word, taking back, and ending it."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import id_of, key_of
from schema.people.types import ConnectionAccepted, ConnectionAsked, Person, person_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import MemberId
from server.kit.refusal import NotThere
from server.people import commands
from server.people.commands import ConnectionWish

Step: TypeAlias = Callable[[Session, Actor, MemberId], Awaitable[MemberId]]


@strawberry.input(description="With whom the caller wants to be connected.")
class AskForConnectionInput:
    """Whom, and a word for them."""

    member: strawberry.ID
    note: str | None = strawberry.field(default=None, description="Only the member reads it.")
    client_mutation_id: str | None = None


@strawberry.input(description="Who asks the caller, and is accepted.")
class AcceptConnectionInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="Who asks the caller, and is declined; they are not told.")
class DeclineConnectionInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="Whom the caller asks no longer.")
class WithdrawConnectionRequestInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="With whom the caller is connected no longer; they are not told.")
class EndConnectionInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="A request is declined; who made it is not told.")
class ConnectionDeclined:
    """Who asked, as the caller stands to them now."""

    person: Person


@strawberry.type(description="The caller asks no longer.")
class ConnectionRequestWithdrawn:
    """Whom."""

    member: strawberry.ID
    person: Person | None = strawberry.field(description="Null where the caller does not see them any more.")


@strawberry.type(description="The two are not connected any more; the other is not told.")
class ConnectionEnded:
    """With whom."""

    member: strawberry.ID
    person: Person | None = strawberry.field(description="Null where the caller does not see them any more.")


AskForConnectionResult: TypeAlias = Annotated[
    ConnectionAsked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AskForConnectionResult")
]
AcceptConnectionResult: TypeAlias = Annotated[
    ConnectionAccepted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AcceptConnectionResult")
]
DeclineConnectionResult: TypeAlias = Annotated[
    ConnectionDeclined | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclineConnectionResult")
]
WithdrawConnectionRequestResult: TypeAlias = Annotated[
    ConnectionRequestWithdrawn | Invalid | NotFound | NotAllowed | Conflict | TooMany,
    strawberry.union("WithdrawConnectionRequestResult"),
]
EndConnectionResult: TypeAlias = Annotated[
    ConnectionEnded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EndConnectionResult")
]


@strawberry.type
class ConnectingMutation:
    """Root fields of connections."""

    @strawberry.mutation(description="Ask somebody to be connected; asking again changes nothing.", extensions=[gate(Knock.VERIFIED)])
    async def ask_for_connection(self, info: Info, input: AskForConnectionInput) -> AskForConnectionResult | None:
        """Ask."""
        context = info.context
        wish = ConnectionWish(member_id=MemberId(key_of("Person", input.member)), note=input.note)

        async def act(session: Session) -> UUID:
            await context.limits.spend_as("connection.ask", context.actor)
            return await commands.ask_for_connection(session, context.actor, wish)

        key = await context.once("askForConnection", input.client_mutation_id, act)
        return ConnectionAsked(person=await _seen(context, key))

    @strawberry.mutation(description="Accept who asks.", extensions=[gate(Knock.VERIFIED)])
    async def accept_connection(self, info: Info, input: AcceptConnectionInput) -> AcceptConnectionResult | None:
        """Accept."""
        key = await _step(info.context, "acceptConnection", input, commands.accept_connection)
        return ConnectionAccepted(person=await _seen(info.context, key))

    @strawberry.mutation(description="Decline who asks; they are not told.", extensions=[gate(Knock.VERIFIED)])
    async def decline_connection(self, info: Info, input: DeclineConnectionInput) -> DeclineConnectionResult | None:
        """Decline."""
        key = await _step(info.context, "declineConnection", input, commands.decline_connection)
        return ConnectionDeclined(person=await _seen(info.context, key))

    @strawberry.mutation(description="Ask no longer.", extensions=[gate(Knock.MEMBER)])
    async def withdraw_connection_request(
        self, info: Info, input: WithdrawConnectionRequestInput
    ) -> WithdrawConnectionRequestResult | None:
        """Withdraw it."""
        key = await _step(info.context, "withdrawConnectionRequest", input, commands.withdraw_connection_request)
        return ConnectionRequestWithdrawn(member=id_of("Person", key), person=await person_of(info.context, key))

    @strawberry.mutation(description="Be connected no longer; the other is not told.", extensions=[gate(Knock.MEMBER)])
    async def end_connection(self, info: Info, input: EndConnectionInput) -> EndConnectionResult | None:
        """End it."""
        key = await _step(info.context, "endConnection", input, commands.end_connection)
        return ConnectionEnded(member=id_of("Person", key), person=await person_of(info.context, key))


_AboutAMember: TypeAlias = AcceptConnectionInput | DeclineConnectionInput | WithdrawConnectionRequestInput | EndConnectionInput


async def _step(context: Context, mutation: str, given: _AboutAMember, step: Step) -> MemberId:
    other = MemberId(key_of("Person", given.member))

    async def act(session: Session) -> UUID:
        return await step(session, context.actor, other)

    return MemberId(await context.once(mutation, given.client_mutation_id, act))


async def _seen(context: Context, key: UUID) -> Person:
    person = await person_of(context, MemberId(key))
    if person is None:
        raise NotThere
    return person
