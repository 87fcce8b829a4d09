"""How colleagues confirm each other: asking for it, giving one's word, and taking it back."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import key_of
from schema.people.types import Affiliation, ConfirmationAskedOf, Vouch, affiliation_of, own_vouch
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.db import Session
from server.kit.ids import AffiliationId, ConfirmationRequestId
from server.kit.refusal import NotThere
from server.people import commands
from server.people.commands import Asking, Request, Vouching
from server.people.rules.vouching import Asked


@strawberry.input(description="An own affiliation, and who is asked to confirm it.")
class AskForConfirmationInput:
    """Which, and whom."""

    affiliation: strawberry.ID
    asked: ConfirmationAskedOf
    client_mutation_id: str | None = None


@strawberry.input(description="An own request that is to end.")
class StopAskingInput:
    """Which."""

    request: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="An affiliation of somebody with whom the caller was there.")
class VouchForInput:
    """Which, by which link, with which words."""

    affiliation: strawberry.ID
    token: str | None = strawberry.field(default=None, description="Of the link that the caller was sent.")
    statement: str | None = strawberry.field(default=None, description="For the member and who decides.")
    client_mutation_id: str | None = None


@strawberry.input(description="The affiliation on which the caller takes their word back.")
class WithdrawVouchInput:
    """Which."""

    affiliation: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="Colleagues or the company are asked.")
class ConfirmationAsked:
    """The affiliation, and the token of a new link."""

    affiliation: Affiliation
    token: str | None = strawberry.field(description="Of a new link, told this once; null for other requests and in a repeated answer.")


@strawberry.type(description="Nobody is asked any more; the link leads nowhere.")
class ConfirmationRequestEnded:
    """The affiliation."""

    affiliation: Affiliation


@strawberry.type(description="The caller gave their word; its state says whether it counts at once.")
class VouchGiven:
    """The word, and the affiliation as far as the caller may see it."""

    vouch: Vouch
    affiliation: Affiliation | None


@strawberry.type(description="The caller took their word back.")
class VouchWithdrawn:
    """The affiliation as far as the caller may see it."""

    affiliation: Affiliation | None


AskForConfirmationResult: TypeAlias = Annotated[
    ConfirmationAsked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AskForConfirmationResult")
]
StopAskingResult: TypeAlias = Annotated[
    ConfirmationRequestEnded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("StopAskingResult")
]
VouchForResult: TypeAlias = Annotated[VouchGiven | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("VouchForResult")]
WithdrawVouchResult: TypeAlias = Annotated[
    VouchWithdrawn | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("WithdrawVouchResult")
]


@strawberry.type
class VouchingMutation:
    """Root fields of colleagues' words."""

    @strawberry.mutation(description="Ask for an own affiliation to be confirmed.", extensions=[gate(Knock.MEMBER)])
    async def ask_for_confirmation(self, info: Info, input: AskForConfirmationInput) -> AskForConfirmationResult | None:
        """Ask."""
        context = info.context
        asking = Asking(AffiliationId(key_of("Affiliation", input.affiliation)), Asked(input.asked.value))
        made: list[Request] = []

        async def act(session: Session) -> UUID:
            await context.limits.spend("affiliation.ask", context.member)
            made.append(await commands.ask_for_confirmation(session, context.actor, asking))
            return asking.affiliation_id

        key = await context.once("askForConfirmation", input.client_mutation_id, act)
        return ConfirmationAsked(affiliation=await _own(context, key), token=made[-1].token if made else None)

    @strawberry.mutation(description="End an own request.", extensions=[gate(Knock.MEMBER)])
    async def stop_asking(self, info: Info, input: StopAskingInput) -> StopAskingResult | None:
        """End it."""
        context = info.context
        wanted = ConfirmationRequestId(key_of("ConfirmationRequest", input.request))

        async def act(session: Session) -> UUID:
            return await commands.stop_asking(session, context.actor, wanted)

        key = await context.once("stopAsking", input.client_mutation_id, act)
        return ConfirmationRequestEnded(affiliation=await _own(context, key))

    @strawberry.mutation(description="Confirm somebody's time at a company as a former colleague.", extensions=[gate(Knock.VERIFIED)])
    async def vouch_for(self, info: Info, input: VouchForInput) -> VouchForResult | None:
        """Vouch."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))
        vouching = Vouching(affiliation_id=wanted, token=input.token, statement=input.statement)

        async def act(session: Session) -> UUID:
            await context.limits.spend("affiliation.vouch", context.member)
            await commands.vouch_for(session, context.actor, vouching)
            return wanted

        key = AffiliationId(await context.once("vouchFor", input.client_mutation_id, act))
        vouch = await own_vouch(context, key)
        if vouch is None:
            raise NotThere
        return VouchGiven(vouch=vouch, affiliation=await affiliation_of(context, key))

    @strawberry.mutation(description="Take one's own word on somebody's time at a company back.", extensions=[gate(Knock.MEMBER)])
    async def withdraw_vouch(self, info: Info, input: WithdrawVouchInput) -> WithdrawVouchResult | None:
        """Withdraw it."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))

        async def act(session: Session) -> UUID:
            await commands.withdraw_vouch(session, context.actor, wanted)
            return wanted

        key = AffiliationId(await context.once("withdrawVouch", input.client_mutation_id, act))
        return VouchWithdrawn(affiliation=await affiliation_of(context, key))


async def _own(context: Context, key: UUID) -> Affiliation:
    affiliation = await affiliation_of(context, AffiliationId(key))
    if affiliation is None:
        raise NotThere
    return affiliation
