"""Two hundred posts a second: how long it takes from the request of a post to its frame at a real client of graphql-ws."""

import asyncio
import json
import os
import time
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from uuid import uuid4

from bench.fanout.measuring import MESSAGES, QUERY
from bench.fanout.running import Peer, ended, process, served, write
from bench.measuring import Figure, percentile
from bench.worlds import ROOT

RATE: Final = int(os.environ.get("BENCH_RATE", "200"))
SECONDS: Final = 10
_SETTLED_WITHIN: Final = 60.0


async def measure(home: Path) -> list[Figure]:
    """Return the times at RATE posts a second, and at a tenth of that; in a world of its own, for it leaves work for minutes."""
    async with AsyncExitStack() as stack:
        own = Path(stack.enter_context(TemporaryDirectory(dir=home, ignore_cleanup_errors=True)))
        # PostgreSQL may run as somebody else.
        own.chmod(0o711)
        peer = await stack.enter_async_context(served(own, "ours", 1, MESSAGES))
        calm, busy = await _times(peer, RATE // 10), await _times(peer, RATE)
    return [
        Figure(f"from the post to its frame at {RATE // 10} posts/s, p50", percentile(calm, 0.5), "ms"),
        Figure(f"from the post to its frame at {RATE // 10} posts/s, p99", percentile(calm, 0.99), "ms"),
        Figure(f"from the post to its frame at {RATE} posts/s, p50", percentile(busy, 0.5), "ms", 10),
        Figure(f"from the post to its frame at {RATE} posts/s, p99", percentile(busy, 0.99), "ms", 40),
    ]


async def _times(peer: Peer, rate: int) -> list[float]:
    client = await process(str(ROOT / ".make" / "node" / "node"), str(ROOT / "bench" / "fanout" / "node_client.mjs"), str(ROOT / "web"))
    try:
        origin = f"http://127.0.0.1:{peer.port}"
        await write(client, {"url": origin.replace("http", "ws", 1) + "/graphql", "origin": origin, "query": QUERY})
        async with asyncio.timeout(30):
            await client.stdout.readline()
        # That a subscription has begun is known once a first post comes.
        came: dict[str, float] = {}
        while not came:
            await peer.post("はじまりましたか")
            came |= await _came(client)
        sent = await _post_steadily(peer, rate)
        until = time.monotonic() + _SETTLED_WITHIN
        while not sent.keys() <= came.keys() and time.monotonic() < until:
            came |= await _came(client)
        assert sent.keys() <= came.keys(), len(sent.keys() - came.keys())
        return [(came[title] - at) * 1000 for title, at in sent.items()]
    finally:
        await ended(client)


async def _post_steadily(peer: Peer, rate: int) -> dict[str, float]:
    """Post at this rate, whether or not the posts before were answered; return when each was sent."""
    sent: dict[str, float] = {}
    began = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for number in range(rate * SECONDS):
            await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
            title = f"話を聞いてください {number} {uuid4().hex[:8]}"
            sent[title] = time.monotonic()
            group.create_task(peer.post(title))
    return sent


async def _came(client: Any) -> dict[str, float]:
    await asyncio.sleep(0.2)
    await write(client, {})
    return dict(json.loads(await client.stdout.readline()))
