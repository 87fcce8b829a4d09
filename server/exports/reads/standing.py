"""How a member's own export stands, and its file piece by piece."""

from collections.abc import Sequence

from sqlalchemy import select

from server.exports.model import Export, ExportPiece
from server.exports.policy import visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.db import Session
from server.kit.ids import ExportId


async def export_of(session: Session, actor: Actor) -> Export | None:
    """Return the actor's export, however it stands; None where they asked for none lately."""
    return await session.scalar(select(Export).where(visible_to(viewer_of(actor))))


async def export_being_made(session: Session, actor: Actor) -> Export | None:
    """Return the actor's export while it is being made."""
    return await session.scalar(select(Export).where(visible_to(viewer_of(actor)), Export.state == "asked"))


async def exports_by_ids(session: Session, actor: Actor, ids: Sequence[ExportId]) -> dict[ExportId, Export]:
    """Return the actor's own exports among the ids."""
    rows = await session.scalars(select(Export).where(Export.id.in_(ids), visible_to(viewer_of(actor))))
    return {ExportId(row.id): row for row in rows}


async def piece(session: Session, actor: Actor, export: ExportId, number: int) -> bytes | None:
    """Return a piece of the actor's own file; None where there is none (any more)."""
    wanted = select(ExportPiece.content).join(Export, Export.id == ExportPiece.export_id)
    return await session.scalar(wanted.where(ExportPiece.export_id == export, ExportPiece.number == number, visible_to(viewer_of(actor))))
