"""Windows that all processes of a deployment share, in Redis; while it is away, each process goes on with what it has counted itself."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Set
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from limits import RateLimitItem
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter

from server.kit.breaker import FIRST_PAUSE, Breaker
from server.kit.keyed import KeyedHash
from server.kit.limits.windows import OwnWindows, moment
from server.kit.redis import UNREACHED, RedisServer

T = TypeVar("T")
# Who spends waits so many seconds for Redis, once; after that nobody does until it was reached again.
WITHIN: Final = 0.5
# So many ask Redis at once.
_AT_ONCE: Final = 20
# One set a key: each thing that was counted, by until when it counts. Counts all of the new things, or none and tells from when on
# there is room.
_HOLD: Final = """
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
local held, new = redis.call('ZCARD', KEYS[1]), {}
for i = 5, #ARGV do
  if not redis.call('ZSCORE', KEYS[1], ARGV[i]) then new[#new + 1] = ARGV[i] end
end
local over = held + #new - tonumber(ARGV[4])
if #new > 0 and over > 0 then
  local last = math.min(over, held)
  return last > 0 and redis.call('ZRANGE', KEYS[1], last - 1, last - 1, 'WITHSCORES')[2] or ARGV[2]
end
for _, thing in ipairs(new) do redis.call('ZADD', KEYS[1], ARGV[2], thing) end
if #new > 0 then redis.call('EXPIRE', KEYS[1], ARGV[3]) end
return false
"""


class _Away(Exception):
    """Redis cannot be asked now."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Redis while it is reached."""

    uses: MovingWindowRateLimiter
    hold: Any


class SharedWindows:
    """Counts in Redis, and in this process beside it.

    What this process has counted holds whether Redis is there, away or has been emptied: nobody gets more than a cap from one process,
    and nobody is locked out by a server that is away. Addresses and ids stand in Redis as keyed hashes.
    """

    def __init__(self, server: RedisServer, keyed: KeyedHash, *, within: float = WITHIN, first_pause: float = FIRST_PAUSE) -> None:
        """Over a server, which is reached once the windows are `running`."""
        self._server = server
        self._keyed = keyed
        self._within = within
        self._own = OwnWindows()
        self._breaker = Breaker(self._reach, "limits.redis", UNREACHED, first_pause=first_pause)
        self._shelf: _Shelf | None = None
        self._kept = AsyncExitStack()
        self._turns = asyncio.Semaphore(_AT_ONCE)

    @property
    def shared(self) -> bool:
        """Whether Redis counts now."""
        return self._breaker.closed

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Reach Redis, now or later, and let go of it in the end."""
        try:
            await self._reach()
        except UNREACHED as fault:
            self._breaker.failed(fault)
        try:
            yield
        finally:
            await self._breaker.close()
            await self._kept.aclose()

    async def spend(self, item: RateLimitItem, cap: str, key: str) -> float | None:
        """Count one use, here and there; without Redis, here."""
        wait = await self._own.full(item, cap, key)
        if wait is not None:
            return wait
        hidden = self._hidden(cap, key)

        async def there(shelf: _Shelf) -> float | None:
            if await shelf.uses.hit(item, cap, hidden):
                return None
            return (await shelf.uses.get_window_stats(item, cap, hidden)).reset_time - moment()

        try:
            wait = await self._ask(there)
        except _Away:
            return await self._own.spend(item, cap, key)
        if wait is None:
            await self._own.spend(item, cap, key)
        return wait

    async def spend_on(self, item: RateLimitItem, cap: str, key: str, things: Set[str]) -> float | None:
        """Count all of the new things, or none, here and there; without Redis, here."""
        wait = self._own.full_for(item, cap, key, things)
        if wait is not None:
            return wait
        name = self._server.name(f"things:{cap}:{self._hidden(cap, key)}")

        async def there(shelf: _Shelf) -> float | None:
            now, lasts = moment(), item.get_expiry()
            hidden = sorted(self._hidden(cap, key, thing) for thing in things)
            until: bytes | None = await shelf.hold(keys=[name], args=[now, now + lasts, lasts, item.amount, *hidden])
            return None if until is None else float(until) - now

        try:
            wait = await self._ask(there)
        except _Away:
            return await self._own.spend_on(item, cap, key, things)
        if wait is None:
            self._own.hold(item, cap, key, things)
        return wait

    async def _ask(self, question: Callable[[_Shelf], Awaitable[T]]) -> T:
        """Ask Redis while it is there; raise _Away when it is not, or is not in time."""
        if not self._breaker.closed or self._shelf is None:
            raise _Away
        try:
            async with asyncio.timeout(self._within), self._turns:
                return await question(self._shelf)
        except UNREACHED as fault:
            self._breaker.failed(fault)
            raise _Away from fault

    async def _reach(self) -> None:
        async with AsyncExitStack() as stack:
            client = (await stack.enter_async_context(self._server.reached(within=self._within))).client
            storage: Any = RedisStorage(
                "async+redis://",
                implementation="redispy",
                key_prefix=self._server.name("uses"),
                connection_pool=client.connection_pool,
            )
            before, self._kept = self._kept, stack.pop_all()
            self._shelf = _Shelf(MovingWindowRateLimiter(storage), client.register_script(_HOLD))
        await before.aclose()

    def _hidden(self, *said: str) -> str:
        return self._keyed.of("\0".join(said).encode()).hex()[:24]
