"""When a server that failed is left alone, and when it is tried again: never by somebody who waits for an answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from server.kit.tasks import end_task

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.breaker")
FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 30.0


class Breaker:
    """Closed while the server serves. After a failure it is open for a pause, which doubles with each probe that fails."""

    def __init__(
        self, probe: Callable[[], Awaitable[None]], what: str, faults: tuple[type[Exception], ...], *, first_pause: float = FIRST_PAUSE
    ) -> None:
        """`probe` asks for something small, and raises one of `faults` as long as there is no answer; `what` stands in the log."""
        self._probe = probe
        self._left, self._back = f"{what}_left", f"{what}_back"
        self._faults = faults
        self._first_pause = self._pause = first_pause
        self._tried_again_at: float | None = None
        self._probing: asyncio.Task[None] | None = None

    @property
    def closed(self) -> bool:
        """Whether the server may be asked. Asking this after the pause has a probe sent, and waits for nothing."""
        if self._tried_again_at is None:
            return True
        loop = asyncio.get_running_loop()
        if loop.time() >= self._tried_again_at and (self._probing is None or self._probing.done()):
            self._probing = loop.create_task(self._try())
        return False

    def failed(self, fault: Exception) -> None:
        """Note that the server failed somebody."""
        if self._tried_again_at is None:
            _logger.warning(self._left, fault=str(fault) or type(fault).__name__, pause_seconds=self._pause)
            self._tried_again_at = asyncio.get_running_loop().time() + self._pause

    async def _try(self) -> None:
        try:
            await self._probe()
        except self._faults:
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self._tried_again_at = asyncio.get_running_loop().time() + self._pause
        else:
            _logger.info(self._back)
            self._pause, self._tried_again_at = self._first_pause, None

    async def close(self) -> None:
        """End a probe that is under way."""
        if self._probing is not None:
            await end_task(self._probing)
