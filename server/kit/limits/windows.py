"""Moving windows: what counts the uses of a cap, and the different things that one was shown; here, within a process."""

import time
from collections.abc import Set
from typing import Final, Protocol

from limits import RateLimitItem
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

# Counters of different things are looked through for forgotten keys once there are this many.
_MANY: Final = 10_000


class Windows(Protocol):
    """The port. What is refused is not counted; the answer is None, or in how many seconds there is room again."""

    async def spend(self, item: RateLimitItem, cap: str, key: str) -> float | None:
        """Count one use of the cap by the key."""
        ...

    async def spend_on(self, item: RateLimitItem, cap: str, key: str, things: Set[str]) -> float | None:
        """Count those of the things that are not counted yet: all of them, or none."""
        ...


class OwnWindows:
    """Counted in this process alone; gone with it."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._uses = MovingWindowRateLimiter(MemoryStorage())
        # By cap and key: each thing that was counted, and until when it counts.
        self._things: dict[tuple[str, str], dict[str, float]] = {}

    async def spend(self, item: RateLimitItem, cap: str, key: str) -> float | None:
        """Count one use."""
        return None if await self._uses.hit(item, cap, key) else await self._wait(item, cap, key)

    async def full(self, item: RateLimitItem, cap: str, key: str) -> float | None:
        """Return what `spend` would, and count nothing."""
        return None if await self._uses.test(item, cap, key) else await self._wait(item, cap, key)

    async def spend_on(self, item: RateLimitItem, cap: str, key: str, things: Set[str]) -> float | None:
        """Count all of the new things, or none."""
        wait = self.full_for(item, cap, key, things)
        if wait is None:
            self.hold(item, cap, key, things)
        return wait

    def full_for(self, item: RateLimitItem, cap: str, key: str, things: Set[str]) -> float | None:
        """Return what `spend_on` would, and count nothing."""
        held = self._held(cap, key)
        new = things - held.keys()
        over = len(held) + len(new) - item.amount
        if not new or over <= 0:
            return None
        leaving = sorted(held.values())[:over]
        return leaving[-1] - moment() if leaving else item.get_expiry()

    def hold(self, item: RateLimitItem, cap: str, key: str, things: Set[str]) -> None:
        """Count the new ones of the things, however many there are."""
        if len(self._things) > _MANY:
            now = moment()
            self._things = {each: held for each, held in self._things.items() if any(until > now for until in held.values())}
        held = self._held(cap, key)
        self._things[cap, key] = held | dict.fromkeys(things - held.keys(), moment() + item.get_expiry())

    def _held(self, cap: str, key: str) -> dict[str, float]:
        now = moment()
        return {thing: until for thing, until in self._things.get((cap, key), {}).items() if until > now}

    async def _wait(self, item: RateLimitItem, cap: str, key: str) -> float:
        return (await self._uses.get_window_stats(item, cap, key)).reset_time - moment()


def moment() -> float:
    """Return the time in which windows are counted, in seconds: the library's, which is the machine's own."""
    return time.time()
