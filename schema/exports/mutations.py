"""How a member asks for their data, also while they are leaving."""

from typing import TYPE_CHECKING, Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts import types as accounts
from schema.context import Info
from schema.gates import Knock, gate
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.exports import commands
from server.exports.reads import export_being_made
from server.kit.db import Session

if TYPE_CHECKING:
    from schema.accounts.types import Viewer

_Viewer: TypeAlias = Annotated["Viewer", strawberry.lazy("schema.accounts.types")]


@strawberry.input(description="Everything that is kept about the caller, as a file.")
class AskExportInput:
    """No choice: it is everything."""

    client_mutation_id: str | None = None


@strawberry.type(description="The file is being made; the last one has gone.")
class ExportAsked:
    """The viewer as they stand now, with their export."""

    viewer: _Viewer


AskExportResult: TypeAlias = Annotated[
    ExportAsked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AskExportResult")
]


@strawberry.type
class ExportsMutation:
    """Root fields of exports."""

    @strawberry.mutation(
        description="Ask for a copy of everything; while one is being made, it is that one.",
        extensions=[gate(Knock.MEMBER, while_leaving=True)],
    )
    async def ask_export(self, info: Info, input: AskExportInput) -> AskExportResult | None:
        """Have it made."""
        context = info.context

        async def act(session: Session) -> UUID:
            under_way = await export_being_made(session, context.actor)
            if under_way is not None:
                return under_way.id
            await context.limits.spend("export.ask", context.member)
            return (await commands.ask_export(session, context.actor)).id

        await context.once("askExport", input.client_mutation_id, act)
        return ExportAsked(viewer=await accounts.renewed_viewer(context))
