"""The bus of several processes: hints travel over Redis, and while it is away each process is still told of its own."""

import asyncio
import contextlib
import random
import secrets
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final, cast

import structlog

from server.kit.bus.in_process import InProcessBus
from server.kit.bus.port import LOST, Listener
from server.kit.redis import UNREACHED, Reached, RedisServer
from server.kit.tasks import end_task

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.redis")
# All in seconds: how long an answer may take, how long a server may be silent before it is asked whether it is there, and pauses
# between attempts to reach it, whose upper end doubles.
WITHIN: Final = 1.0
PING_EVERY: Final = 5.0
FIRST_PAUSE: Final = 0.1
LONGEST_PAUSE: Final = 5.0
# A hint waits for Redis so many seconds at most; by then every process has looked for itself.
FRESH: Final = 5.0
# So many streams have a hint waiting at most, and so many are subscribed to at once.
MOST_WAITING: Final = 1024
BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class _Hint:
    head: int
    given_at: float


@dataclass(slots=True)
class _Link:
    """A subscriber while it lasts: what it subscribed to, what it is leaving, and when it was last heard (the loop's time)."""

    subscriber: Any
    sharded: bool
    heard_at: float
    subscribed: set[str] = field(default_factory=set)
    leaving: Counter[str] = field(default_factory=Counter)

    async def subscribe(self, channels: Sequence[str]) -> None:
        await (self.subscriber.ssubscribe(*channels) if self.sharded else self.subscriber.subscribe(*channels))

    async def unsubscribe(self, channels: Sequence[str]) -> None:
        await (self.subscriber.sunsubscribe(*channels) if self.sharded else self.subscriber.unsubscribe(*channels))


class RedisBus:
    """One connection subscribes to the streams that somebody here listens to, another publishes; both are made anew when one fails.

    What is published here reaches listeners here directly. A hint waits in a small queue, so that nobody waits for Redis.
    """

    def __init__(self, server: RedisServer, *, within: float = WITHIN, ping_every: float = PING_EVERY) -> None:
        """Over a server, which is reached once the bus is `running`."""
        self._server = server
        self._within = within
        self._ping_every = ping_every
        self._here = InProcessBus()
        self._sender = secrets.token_hex(6).encode()
        # Streams to which listening began or ended since it was last looked; without a link nobody looks, and all begin anew with the next.
        self._linked = False
        self._turned: set[str] = set()
        self._turn = asyncio.Event()
        self._waiting: dict[str, _Hint] = {}
        self._news = asyncio.Event()
        self._reached: bool | None = None

    @property
    def reached(self) -> bool:
        """Whether hints travel now."""
        return bool(self._reached)

    async def publish(self, stream: str, head: int) -> None:
        """Tell who listens here, and leave it to the bus to tell the others."""
        self._here.tell(stream, head)
        before = self._waiting.pop(stream, None)
        given_at = asyncio.get_running_loop().time()
        self._waiting[stream] = _Hint(head if before is None else max(head, before.head), given_at)
        while len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._news.set()

    def listen(self, stream: str, listener: Listener) -> Callable[[], None]:
        """Register; once Redis tells of the stream too, listeners hear LOST, for what was said before that."""
        end = self._here.listen(stream, listener)
        self._turn_to(stream)

        def end_both() -> None:
            end()
            self._turn_to(stream)

        return end_both

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Reach Redis, and reach it again whenever it was lost, until the block ends."""
        keeper = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            await end_task(keeper)

    def _turn_to(self, stream: str) -> None:
        if self._linked:
            self._turned.add(stream)
            self._turn.set()

    async def _keep(self) -> None:
        loop, tries = asyncio.get_running_loop(), 0
        while True:
            began = loop.time()
            try:
                await self._serve()
            except* UNREACHED as faults:
                self._left(faults)
            except* Exception:  # noqa: BLE001  A defect of ours is told, and ends no hints for good.
                _LOG.exception("hints failed")
            tries = 0 if loop.time() - began > LONGEST_PAUSE else tries + 1
            # All processes lost it at the same moment, and do not come back at the same moment.
            await asyncio.sleep(random.uniform(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2**tries)))  # noqa: S311

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        async with self._server.reached(within=self._within) as reached, reached.subscriber() as subscriber:
            link = _Link(subscriber, reached.sharded, loop.time())
            async with asyncio.timeout(self._within):
                # A channel of nobody's: a subscriber without any could not be asked whether it is there.
                await link.subscribe([self._server.name("here")])
                await subscriber.get_message(timeout=None)
            self._came(reached)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._hear(link))
                    group.create_task(self._follow_listeners(link))
                    group.create_task(self._send(reached))
            finally:
                self._linked = False
                self._turned.clear()

    def _came(self, reached: Reached) -> None:
        if not self._reached:
            _LOG.info("redis reached", part="hints", sharded=reached.sharded)
        self._reached = self._linked = True
        self._turned = self._here.streams()
        self._turn.set()
        self._news.set()

    def _left(self, faults: BaseExceptionGroup[Any]) -> None:
        if self._reached is not False:
            _LOG.warning("redis away", part="hints", error=_first(faults), instead="every process looks for itself every few seconds")
        self._reached = False

    async def _hear(self, link: _Link) -> None:
        loop, start = asyncio.get_running_loop(), len(self._server.name(""))
        while True:
            message: dict[str, Any] | None = await link.subscriber.get_message(timeout=None)
            link.heard_at = loop.time()
            if message is None or message["channel"] is None:
                continue
            stream = message["channel"].decode(errors="replace")[start:]
            kind: str = message["type"]
            if kind in ("message", "smessage"):
                self._take(stream, message["data"])
            elif kind in ("subscribe", "ssubscribe"):
                self._here.tell(stream, LOST)
            elif link.leaving[stream]:
                link.leaving[stream] -= 1
            else:
                # The slot has moved to another node of the cluster.
                raise ConnectionResetError("the server ended a subscription")

    def _take(self, stream: str, said: bytes) -> None:
        """Pass a hint on, unless it was ours; what is no hint is somebody else's, and says nothing to us."""
        sender, _, head = said.partition(b":")
        if sender != self._sender and head.isdigit() and len(head) < 20:
            self._here.tell(stream, int(head))

    async def _follow_listeners(self, link: _Link) -> None:
        loop = asyncio.get_running_loop()
        asked_at = loop.time()
        while True:
            self._turn.clear()
            turned, self._turned = self._turned, set()
            listened = {stream for stream in turned if self._here.listened_to(stream)}
            await self._subscribe(link, sorted(listened - link.subscribed))
            await self._unsubscribe(link, sorted((turned - listened) & link.subscribed))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(asked_at + self._ping_every):
                    await self._turn.wait()
            if loop.time() >= asked_at + self._ping_every:
                if link.heard_at < asked_at - self._ping_every:
                    raise TimeoutError("the server does not answer")
                asked_at = loop.time()
                await link.subscriber.ping()

    async def _subscribe(self, link: _Link, streams: Sequence[str]) -> None:
        for batch in _batches(streams):
            link.subscribed.update(batch)
            await link.subscribe([self._server.name(stream) for stream in batch])

    async def _unsubscribe(self, link: _Link, streams: Sequence[str]) -> None:
        for batch in _batches(streams):
            link.subscribed.difference_update(batch)
            link.leaving.update(batch)
            await link.unsubscribe([self._server.name(stream) for stream in batch])

    async def _send(self, reached: Reached) -> None:
        loop, command = asyncio.get_running_loop(), "SPUBLISH" if reached.sharded else "PUBLISH"
        while True:
            await self._news.wait()
            self._news.clear()
            waiting, self._waiting = self._waiting, {}
            sent = False
            try:
                async with reached.client.pipeline(transaction=False) as pipeline:
                    for stream, hint in waiting.items():
                        if hint.given_at > loop.time() - FRESH:
                            pipeline.execute_command(command, self._server.name(stream), b"%b:%d" % (self._sender, hint.head))
                    await pipeline.execute()
                sent = True
            finally:
                if not sent:
                    self._waiting = waiting | self._waiting


def _batches(streams: Sequence[str]) -> list[Sequence[str]]:
    return [streams[at : at + BATCH] for at in range(0, len(streams), BATCH)]


def _first(faults: BaseExceptionGroup[Any]) -> str:
    """The name of the first fault; groups may lie in groups."""
    first: BaseException = faults.exceptions[0]
    return _first(cast("BaseExceptionGroup[Any]", first)) if isinstance(first, BaseExceptionGroup) else type(first).__name__
