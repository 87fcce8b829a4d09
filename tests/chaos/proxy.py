"""A way between two processes that can be cut, held, and slowed down."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

# A socket's path, or a port on loopback.
Place: TypeAlias = Path | int
_PIECE = 64 * 1024


@dataclass(slots=True)
class Proxy:
    """Listens at `here` and hands everything on to `there`."""

    name: str
    here: Place
    there: Place
    slow_by: float = 0.0
    _open: set[asyncio.StreamWriter] = field(default_factory=set[asyncio.StreamWriter])
    _lets: asyncio.Event = field(default_factory=asyncio.Event)
    _server: asyncio.Server | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    async def start(self) -> None:
        """Begin to listen."""
        self._lets.set()
        if isinstance(self.here, Path):
            self._server = await asyncio.start_unix_server(self._take, self.here)
        else:
            self._server = await asyncio.start_server(self._take, "127.0.0.1", self.here)

    async def close(self) -> None:
        """Listen no more, and cut everything."""
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.cut()

    def cut(self) -> None:
        """End every connection at once, as a reset does."""
        for writer in list(self._open):
            writer.transport.abort()

    def hold(self) -> None:
        """Let nothing through, in neither direction, and end nothing: the ends do not learn of it."""
        self._lets.clear()

    def let(self) -> None:
        """Cut what was held, as a network does that has forgotten it, and let through what comes from now on."""
        self.cut()
        self._lets.set()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._between(reader, writer)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(writer)
            self._tasks.discard(task)
            writer.transport.abort()

    async def _between(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._lets.wait()
        beyond = await self._beyond()
        self._open.add(beyond[1])
        ways = [asyncio.create_task(self._pass(reader, beyond[1])), asyncio.create_task(self._pass(beyond[0], writer))]
        try:
            # What one end has finished saying, the other hears as an end of both: nothing here speaks half closed.
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            self._open.discard(beyond[1])
            beyond[1].transport.abort()

    async def _beyond(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self.there, Path):
            return await asyncio.open_unix_connection(self.there)
        return await asyncio.open_connection("127.0.0.1", self.there)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await reader.read(_PIECE):
                await self._lets.wait()
                if self.slow_by:
                    await asyncio.sleep(self.slow_by)
                writer.write(piece)
                await writer.drain()
            await writer.drain()


def place_of(url: Any) -> Place:
    """Where a database's server listens, of its parsed URL."""
    directory = url.query.get("host")
    return Path(str(directory)) / ".s.PGSQL.5432" if directory else int(url.port or 5432)
