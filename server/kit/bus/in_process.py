"""The bus of a single process: the twin that the one over Redis is held against, and what carries hints inside each process."""

import asyncio
from collections import defaultdict
from collections.abc import Callable

from server.kit.bus.port import Listener


class InProcessBus:
    """Hints are handed over in the next turn of the event loop."""

    def __init__(self) -> None:
        """Start with no listeners."""
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)

    async def publish(self, stream: str, head: int) -> None:
        """Schedule every listener of the stream."""
        self.tell(stream, head)

    def tell(self, stream: str, head: int) -> None:
        """Schedule every listener of the stream; one that fails is the event loop's to report, and keeps nobody from hearing."""
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

    def streams(self) -> set[str]:
        """Return the streams that somebody listens to."""
        return set(self._listeners)

    def listened_to(self, stream: str) -> bool:
        """Whether somebody listens to the stream."""
        return stream in self._listeners
