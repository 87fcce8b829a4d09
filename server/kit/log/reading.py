"""How the log is read: where a stream stands, and what follows a position."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, Text, Uuid, bindparam, cast, column, exists, func, literal, literal_column, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.log.cursor import Position
from server.kit.log.model import EventRow, StreamRow

# Where this log was written: the cluster, the database, the table, and the cluster's timeline. A backup that is restored elsewhere or
# anew, up to some moment, or a standby that takes over is another place, and whoever was further on there is told to read anew.
_PLACE: Final = literal_column(
    """(SELECT concat_ws(':', system_identifier, 'stream'::regclass::oid, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
                         (SELECT oid FROM pg_database WHERE datname = current_database()))
        FROM pg_control_system())""",
    Text(),
)
_EPOCH: Final = cast(func.md5(func.concat_ws(":", cast(StreamRow.epoch, Text()), _PLACE)), Uuid())
_AFTER: Final = (
    select(EventRow.offset, EventRow.type, EventRow.ref, EventRow.created_at)
    .where(EventRow.stream_id == bindparam("stream"), EventRow.offset > bindparam("after"))
    .order_by(EventRow.offset)
    .limit(bindparam("most", type_=BigInteger()))
)
_HEADS: Final = select(StreamRow.name, _EPOCH.label("epoch"), StreamRow.id, StreamRow.head)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it stands in a stream; `ref` is what `decode(type, ref)` takes."""

    position: Position
    type: str
    ref: dict[str, Any]
    created_at: datetime


async def position_of(session: AsyncSession, stream: str) -> Position:
    """Return where a stream stands now; a stream that nobody wrote to yet is made, and stands at offset 0."""
    found = await heads(session, [stream])
    if stream not in found:
        await session.execute(upsert(StreamRow).values(name=stream).on_conflict_do_nothing(index_elements=["name"]))
        found = await heads(session, [stream])
    return found[stream]


async def heads(session: AsyncSession, streams: Sequence[str]) -> dict[str, Position]:
    """Return where each of the streams stands, in one statement; streams that do not exist are left out.

    The epoch of a position holds the place where the log stands too: it is another one after `renew_epochs`, and in a restored database.
    """
    rows = await session.execute(_HEADS.where(StreamRow.name.in_(streams)))
    return {name: Position(epoch, key, head) for name, epoch, key, head in rows}


async def read_after(session: AsyncSession, position: Position, limit: int) -> list[Entry]:
    """Return up to `limit` entries of the stream after the position, in order. Offsets of the answer are gapless."""
    rows = await session.execute(_AFTER, {"stream": position.stream_id, "after": position.offset, "most": limit})
    return [Entry(Position(position.epoch, position.stream_id, offset), type_, ref, at) for offset, type_, ref, at in rows]


async def still_kept(session: AsyncSession, positions: Sequence[Position]) -> frozenset[Position]:
    """Return those of the positions after which the next event is still there, in one statement; offsets are gapless."""
    columns = [each.stream_id for each in positions], [each.offset for each in positions]
    given = func.unnest(*(literal(each, ARRAY(BigInteger())) for each in columns))
    asked = given.table_valued(column("stream", BigInteger()), column("after", BigInteger()), name="asked").render_derived()
    next_one = exists().where(EventRow.stream_id == asked.c.stream, EventRow.offset == asked.c.after + 1)
    kept = {(stream, after) for stream, after in await session.execute(select(asked.c.stream, asked.c.after).where(next_one))}
    return frozenset(each for each in positions if (each.stream_id, each.offset) in kept)
