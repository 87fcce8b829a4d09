"""An operation while it runs: its task, or what goes on without one; and where its answers leave the socket."""

import asyncio
from typing import Any

import orjson

from server.realtime.operations import Leaving
from server.realtime.outgoing import Outgoing
from server.realtime.ready import Ready


class Running:
    """One operation of a socket; it is the operation's outlet."""

    __slots__ = ("_kept", "_out", "_stopped", "key", "task")

    def __init__(self, key: str, out: Outgoing) -> None:
        """`key` is the client's name for it."""
        self.key = key
        self.task: asyncio.Task[None] | None = None
        self._out = out
        self._kept: Leaving | None = None
        self._stopped = False

    def next(self, payload: Ready) -> None:
        """Send an answer that is ready, unless the operation was ended."""
        if not self._stopped:
            self._out.next(self.key, payload)

    def answer(self, payload: dict[str, Any]) -> None:
        """Send an answer that is for this operation alone, unless it was ended."""
        if not self._stopped:
            self._out.next(self.key, orjson.dumps(payload))

    def close(self, code: int, reason: str) -> None:
        """Close the socket."""
        self._out.close(code, reason)

    def keep(self, subscription: Leaving) -> None:
        """Let the subscription leave when the operation ends."""
        self._kept = subscription

    async def room(self) -> None:
        """Wait until there is room for more answers."""
        await self._out.room()

    def stop(self) -> None:
        """End it: nothing more is sent, whatever it does on its way out."""
        self._stopped = True
        if self.task is not None and self.task is not asyncio.current_task():
            self.task.cancel()
        if self._kept is not None:
            self._kept.leave()
