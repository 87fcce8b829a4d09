"""Redis as a deployment reaches it: one server, or that node of a cluster which holds everything of ours."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, cast
from urllib.parse import urlsplit

from redis.asyncio import ConnectionPool, Redis
from redis.asyncio.connection import parse_url
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import MovedError, NoPermissionError, RedisError

# What a server that is away, hangs, is full or refuses us raises. None of it is a fault of the request that meets it.
UNREACHED: Final = (RedisError, OSError, TimeoutError)
_MOST_MOVES: Final = 5


@dataclass(frozen=True, slots=True)
class RedisServer:
    """Where it is. Names of a deployment begin with `tag`, in braces: so a cluster keeps all on one node, and one connection serves."""

    url: str
    tag: str
    sharded: bool = False

    def name(self, of: str) -> str:
        """Return the name, in this server, of something of ours."""
        return f"{{{self.tag}}}:{of}"

    @property
    def shown(self) -> str:
        """The address as it may be shown: without a password."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.hostname}:{parts.port or 6379}"

    @asynccontextmanager
    async def reached(self, *, within: float) -> AsyncGenerator["Reached"]:
        """Connect; every answer must come within so many seconds. Nothing is tried twice: who asks knows better when. Raise UNREACHED."""
        options: dict[str, Any] = {**parse_url(self.url), "socket_timeout": within, "socket_connect_timeout": within}
        for _ in range(_MOST_MOVES):
            async with _client(options) as client:
                try:
                    sharded = self.sharded or await _is_cluster(client)
                    await client.exists(self.name("here"))
                except MovedError as moved:
                    options |= {"host": str(cast(Any, moved).host) or options["host"], "port": moved.port}
                    continue
                yield Reached(client, options, sharded=sharded)
                return
        raise RedisError("the nodes of the cluster send us from one to the other")


@dataclass(frozen=True, slots=True)
class Reached:
    """A client that answers, and whether what is published there is sharded: a cluster's other nodes then hear nothing of it."""

    client: Any
    options: dict[str, Any]
    sharded: bool

    @asynccontextmanager
    async def subscriber(self) -> AsyncGenerator[Any]:
        """Yield a subscriber on a connection of its own, on which silence is no error."""
        async with _client(self.options | {"socket_timeout": None}) as quiet, quiet.pubsub() as subscriber:
            yield subscriber


def _client(options: dict[str, Any]) -> Any:
    # Of the library's own types half are unknown; so they end here.
    # By default the library tries ten times, and after a failed try connects anew by itself, unseen by whoever counts its subscriptions.
    once = Retry(NoBackoff(), 0, supported_errors=())
    return Redis.from_pool(ConnectionPool(**options, protocol=2, driver_info=None, retry=once))


async def _is_cluster(client: Any) -> bool:
    try:
        return bool((await client.info("cluster")).get("cluster_enabled"))
    except NoPermissionError:
        # Then the setting alone says so.
        return False
