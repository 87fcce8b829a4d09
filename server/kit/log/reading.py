"""How the log is read: where a stream stands, and what follows a position."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.log.cursor import Position
from server.kit.log.model import EventRow, StreamRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it stands in a stream; `ref` is what `decode(type, ref)` takes."""

    position: Position
    type: str
    ref: dict[str, Any]
    created_at: datetime


async def position_of(session: AsyncSession, stream: str) -> Position:
    """Return where a stream stands now; a stream that nobody wrote to yet is made, and stands at offset 0."""
    wanted = select(StreamRow).where(StreamRow.name == stream)
    row = await session.scalar(wanted)
    if row is None:
        await session.execute(upsert(StreamRow).values(name=stream).on_conflict_do_nothing(index_elements=["name"]))
        row = (await session.scalars(wanted)).one()
    return Position(row.epoch, row.id, row.head)


async def heads(session: AsyncSession, streams: Sequence[str]) -> dict[str, Position]:
    """Return where each of the streams stands, in one statement; streams that do not exist are left out."""
    rows = await session.scalars(select(StreamRow).where(StreamRow.name.in_(streams)))
    return {row.name: Position(row.epoch, row.id, row.head) for row in rows}


async def read_after(session: AsyncSession, position: Position, limit: int) -> list[Entry]:
    """Return up to `limit` entries of the stream after the position, in order. Offsets of the answer are gapless."""
    wanted = (
        select(EventRow)
        .where(EventRow.stream_id == position.stream_id, EventRow.offset > position.offset)
        .order_by(EventRow.offset)
        .limit(limit)
    )
    rows = await session.scalars(wanted)
    return [Entry(Position(position.epoch, row.stream_id, row.offset), row.type, row.ref, row.created_at) for row in rows]
