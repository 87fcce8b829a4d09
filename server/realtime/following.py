"""How a stream is followed: from a cursor, through what was missed, into what happens next; hints only make it faster."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncGenerator, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.kit.bus import Bus
from server.kit.db import Database
from server.kit.log import CursorKey, Entry, Position, UnreadableCursor, heads, position_of, read_after, still_kept
from server.kit.tasks import end_task
from server.kit.together import IN_A_CROWD, Together
from server.realtime.operations import LogUnreadable

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
# A lost hint costs at most this long, in seconds; so does the end of a session while nothing happens.
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


Followed: TypeAlias = Batch | Resync


@dataclass(slots=True, eq=False)
class _Wake:
    """One who follows a stream: up to where they read, what wakes them, and whether the stream may be another one by now."""

    position: Position
    event: asyncio.Event = field(default_factory=asyncio.Event)
    doubted: bool = False


class Following:
    """Follows streams of the log for any number of subscribers of this process."""

    def __init__(self, db: Database, bus: Bus, cursors: CursorKey) -> None:
        """Over the database; `bus` brings hints, `cursors` opens what clients send."""
        self._db = db
        self._bus = bus
        self._cursors = cursors
        self._waiting: defaultdict[str, set[_Wake]] = defaultdict(set)
        self._heads = Together(self._read_heads, pause=IN_A_CROWD)
        self._kept = Together(self._read_kept, pause=IN_A_CROWD)

    @property
    def db(self) -> Database:
        """Where the log is."""
        return self._db

    @property
    def followers(self) -> int:
        """How many read a stream now; of a room it is one, however many stand in it."""
        return sum(len(found) for found in self._waiting.values())

    async def cursor_now(self, stream: str) -> str:
        """Return the cursor of where a stream stands. Ask for it before the snapshot that it belongs to is read."""
        return self._cursors.seal(await self._position(stream))

    def seal(self, position: Position) -> str:
        """Return the cursor of a position."""
        return self._cursors.seal(position)

    async def begin(self, stream: str, after: str | None) -> tuple[Position, bool]:
        """Return after which position to go on, and whether that is because the cursor `after` cannot be served.

        That is one which is forged, of another stream, of an older epoch, or from before what is kept; None is the present.
        """
        now = await self._position(stream)
        start = now if after is None else self._opened(after, now)
        if start is not None and start.offset < now.offset and not await self._kept.get(start):
            start = None
        return (now, True) if start is None else (start, False)

    async def read(self, position: Position) -> Sequence[Entry]:
        """Return what follows a position, some of it; nothing: it is the last."""
        async with self._db.read() as session:
            return await read_after(session, position, BATCH)

    async def follow(self, stream: str, after: str | None) -> AsyncGenerator[Followed]:
        """Yield what follows the cursor `after` (or what happens from now on), for ever; close the iterator to stop.

        A cursor that cannot be served yields one Resync first.
        """
        position, resync = await self.begin(stream, after)
        if resync:
            yield Resync(position)
        async with contextlib.aclosing(self.live(stream, position)) as found:
            async for each in found:
                yield each

    async def live(self, stream: str, position: Position) -> AsyncGenerator[Batch]:
        """Yield what follows the position, for ever; raise LogUnreadable once that cannot be told any more.

        Whoever comes back with their cursor then learns whether it can be served.
        """
        with self._woken(stream, position) as wake:
            while True:
                wake.event.clear()
                if wake.doubted:
                    await self._check(stream, wake)
                entries = await self.read(wake.position)
                if not entries:
                    await wake.event.wait()
                    continue
                if entries[0].position.offset != wake.position.offset + 1:
                    raise LogUnreadable
                wake.position = entries[-1].position
                yield Batch(entries)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Compare all followed streams with the database every few seconds, for hints that were lost."""
        poller = asyncio.create_task(self._poll())
        try:
            yield
        finally:
            await end_task(poller)

    @contextmanager
    def _woken(self, stream: str, position: Position) -> Generator[_Wake]:
        """Give an event that is set whenever something may have been written to the stream."""
        wake = _Wake(position)
        end = self._bus.listen(stream, lambda _stream, _head: wake.event.set())
        self._waiting[stream].add(wake)
        try:
            yield wake
        finally:
            end()
            self._waiting[stream].discard(wake)
            if not self._waiting[stream]:
                self._waiting.pop(stream, None)

    async def _check(self, stream: str, wake: _Wake) -> None:
        """Raise LogUnreadable where the stream is another one than before: a backup was restored under who follows it."""
        wake.doubted = False
        now = await self._position(stream)
        if now.epoch != wake.position.epoch or now.offset < wake.position.offset:
            raise LogUnreadable

    async def _read_heads(self, streams: Sequence[str]) -> dict[str, Position]:
        async with self._db.read() as session:
            return await heads(session, streams)

    async def _read_kept(self, positions: Sequence[Position]) -> dict[Position, bool]:
        async with self._db.read() as session:
            return dict.fromkeys(await still_kept(session, positions), True)

    async def _position(self, stream: str) -> Position:
        found = await self._heads.get(stream)
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

    async def _poll(self) -> None:
        seen: dict[str, int] = {}
        while True:
            await asyncio.sleep(POLL_EVERY)
            try:
                async with self._db.read() as session:
                    now = await heads(session, list(self._waiting)) if self._waiting else {}
            except (SQLAlchemyError, OSError) as error:
                _LOG.warning("heads unreadable", error=type(error).__name__)
                continue
            for stream, position in now.items():
                for wake in tuple(self._waiting.get(stream, ())):
                    # Who read on meanwhile stands further than this; they look for themselves whether it is so.
                    wake.doubted |= position.epoch != wake.position.epoch or position.offset < wake.position.offset
                    if wake.doubted or seen.get(stream, -1) < position.offset:
                        wake.event.set()
            seen = {stream: position.offset for stream, position in now.items()}
