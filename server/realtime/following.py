"""How a stream is followed: from a cursor, through what was missed, into what happens next; hints only make it faster."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.kit.bus import Bus
from server.kit.db import Database
from server.kit.log import CursorKey, Entry, Position, UnreadableCursor, heads, position_of, read_after

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
# A lost hint costs at most this long, in seconds.
POLL_EVERY = 5.0
BATCH = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive entries of a stream; never empty."""

    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Resync:
    """The cursor cannot be served any more: read a snapshot, and go on after `position`."""

    position: Position


class Following:
    """Follows streams of the log for any number of subscribers of this process."""

    def __init__(self, db: Database, bus: Bus, cursors: CursorKey) -> None:
        """Over the database; `bus` brings hints, `cursors` opens what clients send."""
        self._db = db
        self._bus = bus
        self._cursors = cursors
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    async def cursor_now(self, stream: str) -> str:
        """Return the cursor of where a stream stands. Ask for it before the snapshot that it belongs to is read."""
        return self._cursors.seal(await self._position(stream))

    def seal(self, position: Position) -> str:
        """Return the cursor of a position."""
        return self._cursors.seal(position)

    async def follow(self, stream: str, after: str | None) -> AsyncGenerator[Batch | Resync]:
        """Yield what follows the cursor `after` (or what happens from now on), for ever; close the iterator to stop.

        A cursor that is forged, of another stream, of an older epoch or from before what is kept yields one Resync first.
        """
        wake = asyncio.Event()
        end = self._bus.listen(stream, lambda _stream, _head: wake.set())
        self._waiting[stream].add(wake)
        try:
            now = await self._position(stream)
            start = now if after is None else self._opened(after, now)
            if start is None:
                yield Resync(now)
            async with contextlib.aclosing(self._batches(start or now, wake)) as batches:
                async for batch in batches:
                    yield batch
        finally:
            end()
            self._waiting[stream].discard(wake)
            if not self._waiting[stream]:
                self._waiting.pop(stream, None)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Compare the heads of all followed streams with the database every few seconds, for hints that were lost."""
        poller = asyncio.create_task(self._poll())
        try:
            yield
        finally:
            poller.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await poller

    async def _position(self, stream: str) -> Position:
        async with self._db.read() as session:
            found = (await heads(session, [stream])).get(stream)
        if found is not None:
            return found
        # Nobody wrote to it yet: the stream is made for good, so that its cursor holds from the start.
        async with self._db.transaction() as session:
            return await position_of(session, stream)

    def _opened(self, cursor: str, now: Position) -> Position | None:
        try:
            position = self._cursors.open(cursor)
        except UnreadableCursor:
            return None
        same = (position.epoch, position.stream_id) == (now.epoch, now.stream_id)
        return position if same and position.offset <= now.offset else None

    async def _batches(self, position: Position, wake: asyncio.Event) -> AsyncGenerator[Batch | Resync]:
        while True:
            wake.clear()
            async with self._db.read() as session:
                entries = await read_after(session, position, BATCH)
            if not entries:
                await wake.wait()
                continue
            if entries[0].position.offset != position.offset + 1:
                position = replace(position, offset=entries[-1].position.offset)
                yield Resync(position)
                continue
            position = entries[-1].position
            yield Batch(entries)

    async def _poll(self) -> None:
        seen: dict[str, int] = {}
        while True:
            await asyncio.sleep(POLL_EVERY)
            streams = list(self._waiting)
            if not streams:
                seen.clear()
                continue
            try:
                async with self._db.read() as session:
                    now = await heads(session, streams)
            except (SQLAlchemyError, OSError) as error:
                _LOG.warning("heads unreadable", error=type(error).__name__)
                continue
            for stream, position in now.items():
                if seen.get(stream, -1) < position.offset:
                    for wake in tuple(self._waiting.get(stream, ())):
                        wake.set()
            seen = {stream: position.offset for stream, position in now.items()}
