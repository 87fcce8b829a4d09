"""Several web processes on one machine: the parent listens, keeps the database and the worker, and has children that serve on its port."""

import asyncio
import contextlib
import json
import signal
import socket
import sys
from collections.abc import Callable
from typing import Final

from engawa.telling import Tell

# All in seconds: how long children may take to end once they are told to, and pauses before one that died is started anew.
GRACE: Final = 30.0
FIRST_PAUSE: Final = 0.1
LONGEST_PAUSE: Final = 5.0
_SETTLED: Final = 10.0
SERVES: Final = b"s"


class NoneServed(Exception):
    """A web process ended before any had served: starting it again would end the same way."""


class Children:
    """The web processes of one machine. As uvicorn's server does, they end once `should_exit`, and wait for nobody once `force_exit`."""

    def __init__(self, number: int, url: str, listening: socket.socket, tell: Tell, ready: Callable[[], None]) -> None:
        """`number` processes over the database at `url` serve on the socket; `ready` is called once all of them do."""
        self._number = number
        self._url = url
        self._listening = listening
        self._tell = tell
        self._ready = ready
        self._running: set[asyncio.subprocess.Process] = set()
        self._serving = 0
        self._told_ready = False
        self._stop = asyncio.Event()
        self._forced = False

    @property
    def should_exit(self) -> bool:
        """Whether they were told to end."""
        return self._stop.is_set()

    @should_exit.setter
    def should_exit(self, wanted: bool) -> None:
        if wanted and not self._stop.is_set():
            self._stop.set()
            self._signal()

    @property
    def force_exit(self) -> bool:
        """Whether they were told to wait for nobody."""
        return self._forced

    @force_exit.setter
    def force_exit(self, wanted: bool) -> None:
        if wanted:
            self._forced = True
            self._signal()

    async def serve(self) -> None:
        """Keep them running until they are told to end; raise NoneServed when they cannot begin."""
        patience = asyncio.create_task(self._lose_patience())
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(self._number):
                    group.create_task(self._keep())
        except* NoneServed as none:
            raise none.exceptions[0] from None
        finally:
            await self._end()
            patience.cancel()

    async def _keep(self) -> None:
        """Have one child, and another one after it, until they are told to end."""
        loop, tries = asyncio.get_running_loop(), 0
        while not self._stop.is_set():
            began = loop.time()
            status = await self._one()
            if self._stop.is_set():
                return
            if not self._told_ready:
                raise NoneServed("a web process ended before it served; the lines above say why")
            tries = 0 if loop.time() - began > _SETTLED else tries + 1
            self._tell(f"a web process ended ({status}); another one is started")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(LONGEST_PAUSE, FIRST_PAUSE * 2**tries)):
                    await self._stop.wait()

    async def _one(self) -> int:
        """Start a child and wait for its end; return its status. It ends by itself once this end of its channel is closed."""
        ours, its = socket.socketpair()
        with ours:
            ours.settimeout(0)
            with its:
                command = [sys.executable, "-m", "engawa.child"]
                # A session of its own: Ctrl-C reaches the parent alone, which tells its children once.
                child = await asyncio.create_subprocess_exec(
                    *command, stdin=its.fileno(), pass_fds=[self._listening.fileno()], start_new_session=True
                )
            self._running.add(child)
            try:
                if self._stop.is_set():
                    self._signal()
                given = json.dumps({"url": self._url, "listening": self._listening.fileno()})
                with contextlib.suppress(OSError):
                    await asyncio.get_running_loop().sock_sendall(ours, given.encode() + b"\n")
                    await self._hear(ours)
                return await child.wait()
            finally:
                if child.returncode is not None:
                    self._running.discard(child)

    async def _hear(self, channel: socket.socket) -> None:
        """Wait until the child serves, then until it ends."""
        loop = asyncio.get_running_loop()
        if await loop.sock_recv(channel, 1) != SERVES:
            return
        self._serving += 1
        try:
            if self._serving == self._number and not self._told_ready:
                self._told_ready = True
                self._ready()
            await loop.sock_recv(channel, 1)
        finally:
            self._serving -= 1

    def _signal(self) -> None:
        for child in self._running:
            with contextlib.suppress(ProcessLookupError):
                child.send_signal(signal.SIGTERM)

    async def _end(self) -> None:
        """Tell those who still run to end, and wait for them."""
        self.should_exit = True
        await asyncio.gather(*(child.wait() for child in self._running))

    async def _lose_patience(self) -> None:
        """Kill whoever has not ended long after they were told to."""
        await self._stop.wait()
        await asyncio.sleep(GRACE)
        for child in self._running:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
