"""How fast one socket may go: who is faster waits, and only they."""

import asyncio

# Messages and operations a second, and how many of them may come at once: tabs share a socket, and all begin anew when it is back.
MESSAGES = (100.0, 400.0)
OPERATIONS = (25.0, 100.0)


class Pace:
    """A bucket: it holds `burst` and is filled by `rate` a second; what is taken beyond that is waited for."""

    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: float) -> None:
        """It is full."""
        self._rate = rate
        self._burst = burst
        self._left = burst
        self._at = asyncio.get_running_loop().time()

    def take(self) -> float:
        """Take one; return how many seconds to wait before the next."""
        now = asyncio.get_running_loop().time()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) - 1
        self._at = now
        return max(0.0, -self._left / self._rate)
