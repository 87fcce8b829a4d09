"""How a company's contact confirms what they are asked to, and how confirmations are taken back."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Info
from schema.gates import Knock, gate
from schema.nodes import key_of
from schema.people.types import Affiliation, VerificationLevel, affiliation_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.db import Session
from server.kit.ids import AffiliationId
from server.people import commands
from server.people.commands import Revocation


@strawberry.input(description="An affiliation that the caller was asked to confirm for the company.")
class ConfirmAsCompanyInput:
    """Which."""

    affiliation: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A confirmation that no longer stands.")
class RevokeConfirmationInput:
    """Which, and why."""

    affiliation: strawberry.ID
    level: VerificationLevel = strawberry.field(description="Which of its confirmations; those of colleagues all together.")
    reason: str = strawberry.field(description="The member reads it, in the group's name.")
    client_mutation_id: str | None = None


@strawberry.type(description="The company confirms it.")
class ConfirmedAsCompany:
    """The affiliation as far as the caller may see it."""

    affiliation: Affiliation | None


@strawberry.type(description="The confirmation no longer stands; what else confirms the affiliation does.")
class ConfirmationRevoked:
    """The affiliation as far as the caller may see it."""

    affiliation: Affiliation | None


ConfirmAsCompanyResult: TypeAlias = Annotated[
    ConfirmedAsCompany | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ConfirmAsCompanyResult")
]
RevokeConfirmationResult: TypeAlias = Annotated[
    ConfirmationRevoked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RevokeConfirmationResult")
]


@strawberry.type
class ConfirmingMutation:
    """Root fields of decisions that are neither an operator's first one nor a colleague's word."""

    @strawberry.mutation(description="Confirm in the company's name what a member asked for.", extensions=[gate(Knock.MEMBER)])
    async def confirm_as_company(self, info: Info, input: ConfirmAsCompanyInput) -> ConfirmAsCompanyResult | None:
        """Confirm it; to whoever is not asked there is nothing."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.confirm_as_company(session, context.actor, wanted)).id

        key = AffiliationId(await context.once("confirmAsCompany", input.client_mutation_id, act))
        return ConfirmedAsCompany(affiliation=await affiliation_of(context, key))

    @strawberry.mutation(
        description="Take a confirmation back, and say why: operators their group's and colleagues', a company's contact the company's.",
        extensions=[gate(Knock.MEMBER)],
    )
    async def revoke_confirmation(self, info: Info, input: RevokeConfirmationInput) -> RevokeConfirmationResult | None:
        """Revoke it; to whoever has no right to there is nothing."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))
        revocation = Revocation(wanted, input.level.value, input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.revoke_confirmation(session, context.actor, revocation)).id

        key = AffiliationId(await context.once("revokeConfirmation", input.client_mutation_id, act))
        return ConfirmationRevoked(affiliation=await affiliation_of(context, key))
