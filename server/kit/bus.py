"""Hints between processes: "this stream stands at this offset". A lost hint costs latency, never data."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from typing import Protocol, TypeAlias

Listener: TypeAlias = Callable[[str, int], None]


class Bus(Protocol):
    """The port. `publish` never fails a caller; `listen` returns a function that ends the listening."""

    async def publish(self, stream: str, head: int) -> None:
        """Tell every listener of `stream` that its head is `head`."""
        ...

    def listen(self, stream: str, listener: Listener) -> Callable[[], None]:
        """Call `listener(stream, head)` in the event loop for each hint."""
        ...


class InProcessBus:
    """The twin for a single process: hints are handed over in the next turn of the event loop."""

    def __init__(self) -> None:
        """Start with no listeners."""
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)

    async def publish(self, stream: str, head: int) -> None:
        """Schedule every listener of the stream."""
        loop = asyncio.get_running_loop()
        for listener in tuple(self._listeners.get(stream, ())):
            loop.call_soon(listener, stream, head)

    def listen(self, stream: str, listener: Listener) -> Callable[[], None]:
        """Register; the returned function may be called twice."""
        self._listeners[stream].add(listener)

        def end() -> None:
            self._listeners[stream].discard(listener)
            if not self._listeners[stream]:
                self._listeners.pop(stream, None)

        return end
