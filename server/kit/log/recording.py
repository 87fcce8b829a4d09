"""How a fact enters the log: buffered by the command, then written just before the commit, with one job per fact."""

import json
from collections import Counter
from datetime import datetime
from typing import Any, Final, cast

from pgqueuer.db import AsyncpgDriver
from pgqueuer.queries import Queries
from sqlalchemy import ARRAY, BigInteger, Table, Text, Uuid, bindparam, column, func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningInsert

from server.kit.db import driver_of
from server.kit.ids import uuid7
from server.kit.log.events import Event, encode
from server.kit.log.model import EventRow, StreamRow

_PENDING = "engawa.pending"
_HINTS = "engawa.hints"
# The tables themselves: the mapper would make an object of each row.
_STREAM: Final = cast(Table, StreamRow.__table__)
_EVENT: Final = cast(Table, EventRow.__table__)


def _raised() -> ReturningInsert[str, int, int, datetime]:
    """Streams that are raised by so many events each, and made where nobody wrote to them yet; locked in the order of their names."""
    given = func.unnest(
        bindparam("names", type_=ARRAY(Text())), bindparam("epochs", type_=ARRAY(Uuid())), bindparam("numbers", type_=ARRAY(BigInteger()))
    )
    said = given.table_valued(column("name", Text()), column("epoch", Uuid()), column("head", BigInteger()), name="said").render_derived()
    stream = _STREAM.c
    new = upsert(_STREAM).from_select(["name", "epoch", "head"], select(said))
    raised = new.on_conflict_do_update(index_elements=["name"], set_={"head": stream.head + new.excluded.head})
    return raised.returning(stream.name, stream.id, stream.head, func.clock_timestamp())


# Built once: whoever changes anything waits for these.
_RAISED: Final = _raised()
_WRITTEN: Final = insert(_EVENT)


def record(session: AsyncSession, event: Event, *streams: str) -> None:
    """Note that `event` happened, for the given streams. It enters the log when the session's transaction commits.

    One job named by the event's type is enqueued too, whether or not a stream is named.
    """
    session.info.setdefault(_PENDING, []).append((event, streams))


def hint(session: AsyncSession, name: str) -> None:
    """Let those who listen for `name` be told, when the session's transaction has committed, that there is something to look at."""
    session.info.setdefault(_HINTS, set()).add(name)


async def flush(session: AsyncSession) -> dict[str, int]:
    """Write what was recorded: raise the heads in sorted order, which locks them, insert, enqueue.

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
    said = Counter(name for _, streams in pending for name in streams)
    if not said:
        return {}
    names = sorted(said)
    given = {"names": names, "epochs": [uuid7() for _ in names], "numbers": [said[name] for name in names]}
    rows = (await session.execute(_RAISED, given)).all()
    # The time is the database's: the processes' clocks may jump, each by itself.
    at = max(moment for _, _, _, moment in rows)
    ids = {name: key for name, key, _, _ in rows}
    heads = {name: head for name, _, head, _ in rows}
    offsets = {name: head - said[name] for name, head in heads.items()}
    entries: list[dict[str, Any]] = []
    for event, streams in pending:
        for name in streams:
            offsets[name] += 1
            entry = {"stream_id": ids[name], "offset": offsets[name], "created_at": at}
            entries.append(entry | {"type": type(event).__name__, "ref": encode(event)})
    await session.execute(_WRITTEN, entries)
    return heads


async def _enqueue(session: AsyncSession, events: list[Event]) -> None:
    queries = Queries(AsyncpgDriver(await driver_of(session)))
    payloads: list[bytes | None] = [json.dumps(encode(event)).encode() for event in events]
    await queries.enqueue([type(event).__name__ for event in events], payloads, [event.PRIORITY for event in events])
