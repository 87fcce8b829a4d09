"""How members say where they were, and take it back."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import id_of, key_of
from schema.people.types import Affiliation, AffiliationDeclared, AffiliationEdited, CompanyChoiceInput, TenureInput, affiliation_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.db import Session
from server.kit.ids import AffiliationId
from server.kit.refusal import NotThere
from server.people import commands
from server.people.commands import AffiliationDraft, AffiliationEdit


@strawberry.input(description="A time at a company.")
class DeclareAffiliationInput:
    """Where, when, as what."""

    company: CompanyChoiceInput
    tenure: TenureInput
    department: str | None = None
    title: str | None = None
    client_mutation_id: str | None = None


@strawberry.input(description="What an affiliation says from now on; other months must be confirmed anew.")
class EditAffiliationInput:
    """Which, when, as what."""

    affiliation: strawberry.ID
    tenure: TenureInput
    department: str | None = None
    title: str | None = None
    client_mutation_id: str | None = None


@strawberry.input(description="An affiliation to take back.")
class RemoveAffiliationInput:
    """Which."""

    affiliation: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="The affiliation is gone, with what only it carried.")
class AffiliationRemoved:
    """Its id, and the viewer as they stand now."""

    affiliation: strawberry.ID
    viewer: Viewer


DeclareAffiliationResult: TypeAlias = Annotated[
    AffiliationDeclared | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclareAffiliationResult")
]
EditAffiliationResult: TypeAlias = Annotated[
    AffiliationEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditAffiliationResult")
]
RemoveAffiliationResult: TypeAlias = Annotated[
    AffiliationRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemoveAffiliationResult")
]


@strawberry.type
class AffiliationMutation:
    """Root fields that change the caller's own affiliations."""

    @strawberry.mutation(
        description="Say where one was; the company's group, or the stewards, are asked to confirm it.", extensions=[gate(Knock.MEMBER)]
    )
    async def declare_affiliation(self, info: Info, input: DeclareAffiliationInput) -> DeclareAffiliationResult | None:
        """Declare it."""
        context = info.context
        draft = AffiliationDraft(
            company_id=input.company.key(),
            proposed_name=input.company.proposed_name,
            started_on=input.tenure.started_on,
            ended_on=input.tenure.ended_on,
            department=input.department,
            title=input.title,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("affiliation.declare", context.member)
            if draft.proposed_name is not None:
                await context.limits.spend("company.propose", context.member)
            return (await commands.declare_affiliation(session, context.actor, draft)).id

        key = await context.once("declareAffiliation", input.client_mutation_id, act)
        return AffiliationDeclared(affiliation=await _shown(context, key))

    @strawberry.mutation(description="Change an own affiliation.", extensions=[gate(Knock.MEMBER)])
    async def edit_affiliation(self, info: Info, input: EditAffiliationInput) -> EditAffiliationResult | None:
        """Edit it."""
        context = info.context
        edit = AffiliationEdit(
            affiliation_id=AffiliationId(key_of("Affiliation", input.affiliation)),
            started_on=input.tenure.started_on,
            ended_on=input.tenure.ended_on,
            department=input.department,
            title=input.title,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("affiliation.edit", context.member)
            return (await commands.edit_affiliation(session, context.actor, edit)).id

        key = await context.once("editAffiliation", input.client_mutation_id, act)
        return AffiliationEdited(affiliation=await _shown(context, key))

    @strawberry.mutation(description="Take an own affiliation back.", extensions=[gate(Knock.MEMBER)])
    async def remove_affiliation(self, info: Info, input: RemoveAffiliationInput) -> RemoveAffiliationResult | None:
        """Remove it."""
        context = info.context
        wanted = AffiliationId(key_of("Affiliation", input.affiliation))

        async def act(session: Session) -> UUID:
            return await commands.remove_affiliation(session, context.actor, wanted)

        key = await context.once("removeAffiliation", input.client_mutation_id, act)
        return AffiliationRemoved(affiliation=id_of("Affiliation", key), viewer=await renewed_viewer(context))


async def _shown(context: Context, key: UUID) -> Affiliation:
    affiliation = await affiliation_of(context, AffiliationId(key))
    if affiliation is None:
        raise NotThere
    return affiliation
