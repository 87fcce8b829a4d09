"""An export as its member sees it."""

from datetime import datetime
from enum import Enum
from typing import Self

import strawberry

from schema.context import Context
from schema.exports import loaders
from schema.nodes import id_of
from server.exports import model
from server.exports.events import ExportPrepared as Made
from server.exports.reads import export_of
from server.exports.rules import is_ready
from server.kit.clock import now
from server.kit.ids import ExportId
from server.kit.log import Event


@strawberry.enum(description="How far an export is.")
class ExportState(Enum):
    """A state."""

    BEING_MADE = strawberry.enum_value("being_made", description="The file is being put together.")
    READY = strawberry.enum_value("ready", description="The file can be downloaded.")
    FAILED = strawberry.enum_value("failed", description="It could not be made; it can be asked for again.")
    EXPIRED = strawberry.enum_value("expired", description="The file has gone: after its week, or since somebody in it left the platform.")


@strawberry.type(description="A copy of everything that is kept about the viewer.")
class Export:
    """An export."""

    id: strawberry.ID
    state: ExportState
    asked_at: datetime
    made_at: datetime | None = strawberry.field(description="What the file holds is that of this instant.")
    expires_at: datetime | None = strawberry.field(description="Until then it can be downloaded.")
    size: int | None = strawberry.field(description="In bytes; null while there is nothing to download.")
    address: str | None = strawberry.field(description="Where the viewer downloads it, signed in; null while there is nothing to download.")

    @classmethod
    def of(cls, row: model.Export) -> Self:
        """Show a row."""
        key, state = id_of("Export", row.id), _state(row)
        ready = state is ExportState.READY
        return cls(
            id=key,
            state=state,
            asked_at=row.asked_at,
            made_at=row.made_at,
            expires_at=row.expires_at,
            size=row.size if ready else None,
            address=f"/exports/{key}" if ready else None,
        )


@strawberry.type(description="A copy of the viewer's data can be downloaded.")
class ExportPrepared:
    """The export as it stands now."""

    export: Export


async def own_export(context: Context) -> Export | None:
    """Return the viewer's export; None where they asked for none lately."""
    async with context.db.read() as session:
        row = await export_of(session, context.actor)
    return None if row is None else Export.of(row)


async def export_prepared(context: Context, event: Event) -> ExportPrepared | None:
    """Tell that a file was made; None for other events, and once it has gone."""
    if not isinstance(event, Made):
        return None
    row = await context.load(loaders.exports, ExportId(event.export_id))
    return None if row is None or not is_ready(row.state, row.expires_at, now()) else ExportPrepared(export=Export.of(row))


def _state(row: model.Export) -> ExportState:
    if row.state == "asked":
        return ExportState.BEING_MADE
    if row.state == "failed":
        return ExportState.FAILED
    return ExportState.READY if is_ready(row.state, row.expires_at, now()) else ExportState.EXPIRED
