"""Who has a socket open, and whether they may keep it: a session that ends, or a right that is taken, closes it at once."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.kit.actor import Actor
from server.kit.bus import Bus
from server.kit.db import Database
from server.kit.ids import MemberId
from server.kit.log import rights_of
from server.kit.tasks import end_task
from server.people.reads import actors_still
from server.realtime.messages import RIGHTS_CHANGED, SIGNED_OUT

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
# A hint that was lost costs at most this long, in seconds.
LOOK_EVERY = 5.0


@dataclass(eq=False, slots=True)
class _Open:
    """One socket: who opened it, as they stood when that was last looked at, and what closes it."""

    actor: Actor
    close: Callable[[str], None]


class Rights:
    """Watches over the open sockets of this process."""

    def __init__(self, db: Database, bus: Bus) -> None:
        """Over the database; `bus` brings word of rights that were changed."""
        self._db = db
        self._bus = bus
        self._open: defaultdict[MemberId, set[_Open]] = defaultdict(set)
        self._ends: dict[MemberId, Callable[[], None]] = {}
        self._doubted: set[MemberId] = set()
        self._wake = asyncio.Event()

    def watch(self, actor: Actor, close: Callable[[str], None]) -> Callable[[], None]:
        """Call `close(reason)` once when the actor's session ends or a right of theirs is taken; the returned function ends that."""
        member = actor.member_id
        if member is None:
            return lambda: None
        opened = _Open(actor, close)
        if member not in self._open:
            self._ends[member] = self._bus.listen(rights_of(member), lambda _name, _number: self._doubt(member))
        self._open[member].add(opened)
        return lambda: self._forget(member, opened)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Look at whom a hint names at once, and at everybody every few seconds."""
        looking = asyncio.create_task(self._look_on())
        try:
            yield
        finally:
            await end_task(looking)

    def _doubt(self, member: MemberId) -> None:
        self._doubted.add(member)
        self._wake.set()

    def _forget(self, member: MemberId, opened: _Open) -> None:
        found = self._open.get(member)
        if found is None:
            return
        found.discard(opened)
        if not found:
            del self._open[member]
            self._ends.pop(member)()

    async def _look_on(self) -> None:
        loop = asyncio.get_running_loop()
        all_at = loop.time() + LOOK_EVERY
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, all_at - loop.time())):
                    await self._wake.wait()
            self._wake.clear()
            members, self._doubted = self._doubted, set()
            # However many hints there are, everybody is looked at now and then.
            if loop.time() >= all_at:
                members, all_at = set(self._open), loop.time() + LOOK_EVERY
            try:
                await self._look(members)
            except (SQLAlchemyError, OSError) as error:
                _LOG.warning("rights unreadable", error=type(error).__name__)
                self._doubted |= members
                await asyncio.sleep(1)

    async def _look(self, members: set[MemberId]) -> None:
        looked = [opened for member in members for opened in self._open.get(member, ())]
        if not looked:
            return
        async with self._db.read() as session:
            still = await actors_still(session, [opened.actor for opened in looked])
        for opened in looked:
            # One without a session is of no browser: only tests and jobs have such.
            key = opened.actor.session_id
            now = opened.actor if key is None else still.get(key)
            if now is None:
                opened.close(SIGNED_OUT)
            elif not _keeps(opened.actor, now):
                opened.close(RIGHTS_CHANGED)
            else:
                opened.actor = now


def _keeps(before: Actor, now: Actor) -> bool:
    """Whether nothing was taken. What is new reaches each delivery by itself."""
    return (
        now.level >= before.level
        and now.is_steward >= before.is_steward
        and now.groups >= before.groups
        and now.operates >= before.operates
        and now.speaks_for >= before.speaks_for
        and now.alumni_of >= before.alumni_of
        and now.leaving <= before.leaving
    )
