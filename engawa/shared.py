"""What the processes of a deployment share over Redis, where it has one, and what stands in for it where it has none."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from server.kit.bus import Bus, InProcessBus, RedisBus
from server.kit.keyed import KeyedHash
from server.kit.limits import Limits, SharedWindows
from server.kit.redis import RedisServer
from server.kit.settings import Settings


def redis_of(settings: Settings) -> RedisServer | None:
    """Return the Redis of the deployment. Its names there are its own, so that several deployments may use one server."""
    if settings.redis_url is None:
        return None
    own = KeyedHash(settings.secret).of(b"redis").hex()[:12]
    return RedisServer(settings.redis_url, f"engawa-{own}", sharded=settings.redis_sharded)


@asynccontextmanager
async def bus_over(redis: RedisServer | None) -> AsyncGenerator[Bus]:
    """Yield the bus of hints, running."""
    if redis is None:
        yield InProcessBus()
        return
    bus = RedisBus(redis)
    async with bus.running():
        yield bus


@asynccontextmanager
async def limits_over(redis: RedisServer | None, settings: Settings) -> AsyncGenerator[Limits]:
    """Yield the limits: counted in Redis, or in this process alone."""
    if redis is None:
        yield Limits()
        return
    windows = SharedWindows(redis, KeyedHash(settings.secret))
    async with windows.running():
        yield Limits(windows=windows)
