"""How a fact enters the log: buffered by the command, then written just before the commit, with one job per fact."""

import json
from typing import Any, cast

import asyncpg
from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries
from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.log.events import Event, encode
from server.kit.log.model import EventRow, StreamRow

_PENDING = "engawa.pending"
_HINTS = "engawa.hints"


def record(session: AsyncSession, event: Event, *streams: str) -> None:
    """Note that `event` happened, for the given streams. It enters the log when the session's transaction commits.

    One job named by the event's type is enqueued too, whether or not a stream is named.
    """
    session.info.setdefault(_PENDING, []).append((event, streams))


def hint(session: AsyncSession, name: str) -> None:
    """Let those who listen for `name` be told, when the session's transaction has committed, that there is something to look at."""
    session.info.setdefault(_HINTS, set()).add(name)


async def flush(session: AsyncSession) -> dict[str, int]:
    """Write what was recorded: lock the heads in sorted order, raise them, insert, enqueue.

    Return the new heads by stream, and zero for what is only hinted at.
    """
    hints: dict[str, int] = dict.fromkeys(session.info.pop(_HINTS, ()), 0)
    pending: list[tuple[Event, tuple[str, ...]]] = session.info.pop(_PENDING, [])
    if not pending:
        return hints
    heads = await _append(session, pending)
    await _enqueue(session, [event for event, _ in pending])
    # First whose rights were changed: a socket that is to be closed is not told of anything on the way.
    return hints | heads


async def _append(session: AsyncSession, pending: list[tuple[Event, tuple[str, ...]]]) -> dict[str, int]:
    names = sorted({name for _, streams in pending for name in streams})
    if not names:
        return {}
    new = upsert(StreamRow).values([{"name": name} for name in names])
    await session.execute(new.on_conflict_do_nothing(index_elements=["name"]))
    # The time is the database's: the processes' clocks may jump, each by itself.
    locked = select(StreamRow.name, StreamRow.id, StreamRow.head, func.clock_timestamp()).where(StreamRow.name.in_(names))
    rows = (await session.execute(locked.order_by(StreamRow.name).with_for_update())).all()
    ids = {name: key for name, key, _, _ in rows}
    heads = {name: head for name, _, head, _ in rows}
    entries: list[dict[str, Any]] = []
    at = max(moment for _, _, _, moment in rows)
    for event, streams in pending:
        for name in streams:
            heads[name] += 1
            entry = {"stream_id": ids[name], "offset": heads[name], "created_at": at}
            entries.append(entry | {"type": type(event).__name__, "ref": encode(event)})
    await session.execute(insert(EventRow), entries)
    await session.execute(update(StreamRow), [{"id": ids[name], "head": head} for name, head in heads.items()])
    return heads


async def _enqueue(session: AsyncSession, events: list[Event]) -> None:
    connection = await (await session.connection()).get_raw_connection()
    queries = Queries(AsyncpgDriver(cast(asyncpg.Connection, connection.driver_connection)))
    payloads: list[bytes | None] = [json.dumps(encode(event)).encode() for event in events]
    await queries.enqueue([type(event).__name__ for event in events], payloads, [event.PRIORITY for event in events])
