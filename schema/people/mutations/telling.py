"""How members take their photo away, and put a suggested next step away; a photo comes by POST /photos."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate
from schema.people.types import NextStep
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.db import Session
from server.people import commands
from server.people.rules.steps import Step


@strawberry.input(description="A next step that is not to be suggested again.")
class DismissStepInput:
    """Which."""

    step: NextStep
    client_mutation_id: str | None = None


@strawberry.input(description="No photo any more.")
class RemovePhotoInput:
    """One's own."""

    client_mutation_id: str | None = None


@strawberry.type(description="The step is not suggested again.")
class StepDismissed:
    """The viewer, with what is suggested now."""

    viewer: Viewer


@strawberry.type(description="The photo is gone.")
class PhotoRemoved:
    """The viewer without it."""

    viewer: Viewer


DismissStepResult: TypeAlias = Annotated[
    StepDismissed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DismissStepResult")
]
RemovePhotoResult: TypeAlias = Annotated[
    PhotoRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemovePhotoResult")
]


@strawberry.type
class TellingMutation:
    """Root fields about what the caller tells of themselves beside the texts."""

    @strawberry.mutation(description="Show no photo any more; one is shown by POST /photos.", extensions=[gate(Knock.MEMBER)])
    async def remove_photo(self, info: Info, input: RemovePhotoInput) -> RemovePhotoResult | None:
        """Remove it."""
        context = info.context

        async def act(session: Session) -> UUID:
            return await commands.remove_photo(session, context.actor)

        await context.once("removePhoto", input.client_mutation_id, act)
        return PhotoRemoved(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Put a suggested next step away, for good.", extensions=[gate(Knock.MEMBER)])
    async def dismiss_step(self, info: Info, input: DismissStepInput) -> DismissStepResult | None:
        """Put it away."""
        context, step = info.context, Step(input.step.value)

        async def act(session: Session) -> UUID:
            return await commands.dismiss_step(session, context.actor, step)

        await context.once("dismissStep", input.client_mutation_id, act)
        return StepDismissed(viewer=await renewed_viewer(context))
