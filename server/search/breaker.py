"""When an engine that failed is left alone, and when it is tried again: never by somebody who waits for an answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from server.search.engine import EngineUnusable

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.search")
FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 30.0


class Breaker:
    """Closed while the engine serves. After a failure it is open for a pause, which doubles with each probe that fails."""

    def __init__(self, probe: Callable[[], Awaitable[None]], *, first_pause: float = FIRST_PAUSE) -> None:
        """`probe` asks the engine for something small; it raises EngineUnusable as long as the engine does not serve."""
        self._probe = probe
        self._first_pause = self._pause = first_pause
        self._tried_again_at: float | None = None
        self._probing: asyncio.Task[None] | None = None

    @property
    def closed(self) -> bool:
        """Whether the engine may be asked. Asking this after the pause has a probe sent, and waits for nothing."""
        if self._tried_again_at is None:
            return True
        loop = asyncio.get_running_loop()
        if loop.time() >= self._tried_again_at and (self._probing is None or self._probing.done()):
            self._probing = loop.create_task(self._try())
        return False

    def failed(self, fault: EngineUnusable) -> None:
        """Note that the engine failed somebody."""
        if self._tried_again_at is None:
            _logger.warning("search.engine_left", fault=str(fault), pause_seconds=self._pause)
            self._tried_again_at = asyncio.get_running_loop().time() + self._pause

    async def _try(self) -> None:
        try:
            await self._probe()
        except EngineUnusable:
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self._tried_again_at = asyncio.get_running_loop().time() + self._pause
        else:
            _logger.info("search.engine_back")
            self._pause, self._tried_again_at = self._first_pause, None

    async def close(self) -> None:
        """End a probe that is under way."""
        if self._probing is not None:
            self._probing.cancel()
            await asyncio.gather(self._probing, return_exceptions=True)
