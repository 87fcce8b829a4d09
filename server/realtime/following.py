"""How a stream is followed: from a cursor, through what was missed, into what happens next; hints only make it faster."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.accounts.reads import authz_versions
from server.kit.actor import Actor
from server.kit.bus import Bus
from server.kit.db import Database
from server.kit.ids import MemberId
from server.kit.log import CursorKey, Entry, Position, UnreadableCursor, heads, position_of, read_after

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


@dataclass(frozen=True, slots=True)
class Doubt:
    """The rights of who follows were changed: ask anew who they are, though nothing happened."""


Followed: TypeAlias = Batch | Resync | Doubt


@dataclass(slots=True, eq=False)
class _Follower:
    member: MemberId | None
    authz_version: int
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    doubted: bool = False


class Following:
    """Follows streams of the log for any number of subscribers of this process."""

    def __init__(self, db: Database, bus: Bus, cursors: CursorKey) -> None:
        """Over the database; `bus` brings hints, `cursors` opens what clients send."""
        self._db = db
        self._bus = bus
        self._cursors = cursors
        self._followers: defaultdict[str, set[_Follower]] = defaultdict(set)

    @property
    def followers(self) -> int:
        """How many subscribers there are now."""
        return sum(len(found) for found in self._followers.values())

    async def cursor_now(self, stream: str) -> str:
        """Return the cursor of where a stream stands. Ask for it before the snapshot that it belongs to is read."""
        return self._cursors.seal(await self._position(stream))

    def seal(self, position: Position) -> str:
        """Return the cursor of a position."""
        return self._cursors.seal(position)

    async def follow(self, stream: str, after: str | None, actor: Actor) -> AsyncGenerator[Followed]:
        """Yield what follows the cursor `after` (or what happens from now on), for ever; close the iterator to stop.

        A cursor that is forged, of another stream, of an older epoch or from before what is kept yields one Resync first.
        """
        follower = _Follower(actor.member_id, actor.authz_version)
        end = self._bus.listen(stream, lambda _stream, _head: follower.wake.set())
        self._followers[stream].add(follower)
        try:
            now = await self._position(stream)
            start = now if after is None else self._opened(after, now)
            if start is not None and start.offset < now.offset and not await self._kept(start):
                start = None
            if start is None:
                yield Resync(now)
            async with contextlib.aclosing(self._live(start or now, follower)) as found:
                async for each in found:
                    yield each
        finally:
            end()
            self._followers[stream].discard(follower)
            if not self._followers[stream]:
                self._followers.pop(stream, None)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Compare all followed streams and their followers' rights with the database every few seconds, for hints that were lost."""
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

    async def _kept(self, position: Position) -> bool:
        """Whether the first event after the position is still there; offsets are gapless."""
        async with self._db.read() as session:
            entries = await read_after(session, position, 1)
        return bool(entries) and entries[0].position.offset == position.offset + 1

    async def _live(self, position: Position, follower: _Follower) -> AsyncGenerator[Batch | Doubt]:
        while True:
            follower.wake.clear()
            if follower.doubted:
                follower.doubted = False
                yield Doubt()
            async with self._db.read() as session:
                entries = await read_after(session, position, BATCH)
            if not entries:
                await follower.wake.wait()
                continue
            position = entries[-1].position
            yield Batch(entries)

    async def _poll(self) -> None:
        seen: dict[str, int] = {}
        while True:
            await asyncio.sleep(POLL_EVERY)
            followers = [follower for found in self._followers.values() for follower in found]
            try:
                async with self._db.read() as session:
                    now = await heads(session, list(self._followers)) if followers else {}
                    versions = await authz_versions(session, {each.member for each in followers if each.member is not None})
            except (SQLAlchemyError, OSError) as error:
                _LOG.warning("heads unreadable", error=type(error).__name__)
                continue
            for stream, position in now.items():
                if seen.get(stream, -1) < position.offset:
                    for follower in tuple(self._followers.get(stream, ())):
                        follower.wake.set()
            seen = {stream: position.offset for stream, position in now.items()}
            for follower in followers:
                _compare(follower, versions)


def _compare(follower: _Follower, versions: dict[MemberId, int]) -> None:
    if follower.member is None:
        return
    # A member who is not there any more has no version, and is doubted too.
    version = versions.get(follower.member, -1)
    if version != follower.authz_version:
        follower.authz_version = version
        follower.doubted = True
        follower.wake.set()
