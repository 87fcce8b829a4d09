"""Raising a hand, and the steps of the two, in the graph."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import key_of
from schema.opportunities.types import (
    AgreementRecorded,
    OpportunityResponded,
    Response,
    ResponseDeclined,
    ResponseWithdrawn,
    TalkTakenUp,
    response_of,
)
from schema.opportunities.types.words import Breadth
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import OpportunityId, ResponseId
from server.kit.refusal import NotThere
from server.opportunities import commands, model

RespondToOpportunityResult: TypeAlias = Annotated[
    OpportunityResponded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RespondToOpportunityResult")
]
TakeUpTalkResult: TypeAlias = Annotated[
    TalkTakenUp | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("TakeUpTalkResult")
]
DeclineResponseResult: TypeAlias = Annotated[
    ResponseDeclined | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclineResponseResult")
]
WithdrawResponseResult: TypeAlias = Annotated[
    ResponseWithdrawn | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("WithdrawResponseResult")
]
RecordAgreementResult: TypeAlias = Annotated[
    AgreementRecorded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RecordAgreementResult")
]
_Step: TypeAlias = Callable[[Session, Actor, ResponseId], Awaitable[model.Response]]


@strawberry.input(description="A raised hand with a short note, which only the author reads.")
class RespondToOpportunityInput:
    """To which, and what to say."""

    opportunity: strawberry.ID
    note: str
    without_name: Breadth | None = strawberry.field(
        default=None,
        description="Null: by name. Otherwise the author reads a label until they take up the talk, and none that says more than this.",
    )
    client_mutation_id: str | None = None


@strawberry.input(description="A response whose talk begins.")
class TakeUpTalkInput:
    """Which."""

    response: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A response with which its author does not go on.")
class DeclineResponseInput:
    """Which."""

    response: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A response that who responded takes back.")
class WithdrawResponseInput:
    """Which."""

    response: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A response on which one side records that both go on.")
class RecordAgreementInput:
    """Which."""

    response: strawberry.ID
    client_mutation_id: str | None = None


_StepInput: TypeAlias = TakeUpTalkInput | DeclineResponseInput | WithdrawResponseInput | RecordAgreementInput


@strawberry.type
class RespondingMutation:
    """Root fields that change responses."""

    @strawberry.mutation(description="Raise a hand for somebody's live post, once.", extensions=[gate(Knock.VERIFIED)])
    async def respond_to_opportunity(self, info: Info, input: RespondToOpportunityInput) -> RespondToOpportunityResult | None:
        """Respond, or find the response sent before with the same clientMutationId."""
        context = info.context
        opportunity = OpportunityId(key_of("Opportunity", input.opportunity))

        async def act(session: Session) -> UUID:
            response = await commands.respond_to_opportunity(session, context.actor, opportunity, input.note, nameless=input.without_name)
            await context.limits.spend_as("opportunity.respond", context.actor)
            return response.id

        key = await context.once("respondToOpportunity", input.client_mutation_id, act)
        return OpportunityResponded(response=await _shown(context, key))

    @strawberry.mutation(description="The author opens the conversation.", extensions=[gate(Knock.MEMBER)])
    async def take_up_talk(self, info: Info, input: TakeUpTalkInput) -> TakeUpTalkResult | None:
        """Take it up."""
        return TalkTakenUp(response=await _step(info.context, "takeUpTalk", input, commands.take_up_talk))

    @strawberry.mutation(description="The author will not go on.", extensions=[gate(Knock.MEMBER)])
    async def decline_response(self, info: Info, input: DeclineResponseInput) -> DeclineResponseResult | None:
        """Decline."""
        return ResponseDeclined(response=await _step(info.context, "declineResponse", input, commands.decline_response))

    @strawberry.mutation(description="The responder will not go on, before both have agreed.", extensions=[gate(Knock.MEMBER)])
    async def withdraw_response(self, info: Info, input: WithdrawResponseInput) -> WithdrawResponseResult | None:
        """Withdraw."""
        return ResponseWithdrawn(response=await _step(info.context, "withdrawResponse", input, commands.withdraw_response))

    @strawberry.mutation(description="Record one's own side's agreement; it is no contract.", extensions=[gate(Knock.MEMBER)])
    async def record_agreement(self, info: Info, input: RecordAgreementInput) -> RecordAgreementResult | None:
        """Record it."""
        return AgreementRecorded(response=await _step(info.context, "recordAgreement", input, commands.record_agreement))


async def _step(context: Context, mutation: str, given: _StepInput, command: _Step) -> Response:
    response = ResponseId(key_of("Response", given.response))

    async def act(session: Session) -> UUID:
        return (await command(session, context.actor, response)).id

    return await _shown(context, await context.once(mutation, given.client_mutation_id, act))


async def _shown(context: Context, key: UUID) -> Response:
    response = await response_of(context, ResponseId(key))
    if response is None:
        raise NotThere
    return response
