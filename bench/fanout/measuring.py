"""The figures of one post to all: what one delivered event costs a server, and when the last subscriber has it."""

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from bench.fanout.running import Load, Peer, cpu_of, ended, loaded, process, served, write
from bench.measuring import Figure, percentile
from bench.worlds import ROOT, free_port
from schema.documents import persisted

SUBSCRIBERS: Final = int(os.environ.get("BENCH_SUBSCRIBERS", "5000"))
ROUNDS: Final = 12
# Who executes for every subscriber takes more than a minute for a post to all, and those who wait longest for a connection to the
# database are given up; what one of them costs does not hang on how many they are.
_OF_STOCK: Final = SUBSCRIBERS // 10
_ROUNDS_OF_STOCK: Final = 3
_TRIES: Final = 10
# Twelve fields, none of which depends on the viewer.
FIELDS: Final = "id kind direction title place remote pay lastDay live closeReason onBehalfOf postedAt"
QUERY: Final = (
    "subscription LiveOpportunities { opportunities { cursor previous event { __typename ... on OpportunityPosted { opportunity { "
    + FIELDS
    + " } } } } }"
)
# As our own page asks for it: with the author, whom not everybody sees.
PAGE: Final = next(text for text in persisted().values() if "subscription LiveOpportunities" in text)


def messages_of(query: str) -> list[str]:
    """What a client says to follow by this document."""
    payload: dict[str, Any] = {"query": query, "variables": {}}
    subscribe = {"type": "subscribe", "id": "LiveOpportunities", "payload": payload}
    return [json.dumps({"type": "connection_init"}), json.dumps(subscribe)]


MESSAGES: Final = messages_of(QUERY)
_NAMES: Final = {
    "page": "ours, by the document of our own page",
    "plain": "ours through ASGI alone",
    "stock": "stock Strawberry, same schema and database",
    "node": "graphql-ws on Node, from memory",
    "broadcast": "`websockets`' broadcast of the ready text",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What the rounds took: the server's own CPU for each delivered event, in microseconds, and the last arrivals, in milliseconds."""

    cpu: float
    last: list[float]
    opened_per_second: float


async def measure(home: Path) -> list[Figure]:
    """Return ours beside its peers, in one run."""
    found = {way: await _cost(served(home, way, SUBSCRIBERS, MESSAGES)) for way in ("ours", "plain")}
    found["stock"] = await _cost(served(home, "stock", _OF_STOCK, MESSAGES), _OF_STOCK, _ROUNDS_OF_STOCK)
    found["page"] = await _cost(served(home, "ours", SUBSCRIBERS, messages_of(PAGE)))
    found["node"] = await _cost(_node())
    found["broadcast"] = await _cost(_broadcast())
    ours, plain = found["ours"], found["plain"]
    each = f"{SUBSCRIBERS:,} subscribers, 12 fields, {ROUNDS} posts"
    figures = [Figure("one post to all, server CPU for each delivered event, ours", ours.cpu, "µs", note=each)]
    fewer = f"{_OF_STOCK:,} subscribers"
    figures += [
        Figure(f"  beside: {_NAMES[name]}", cost.cpu, "µs", note=fewer if name == "stock" else "")
        for name, cost in found.items()
        if name != "ours"
    ]
    return [
        *figures,
        Figure("  stock Strawberry, times ours", found["stock"].cpu / ours.cpu, "x", at_least=15),
        Figure("  stock Strawberry, times ours through ASGI", found["stock"].cpu / plain.cpu, "x", at_least=8),
        Figure("  graphql-ws on Node, times ours", found["node"].cpu / ours.cpu, "x", at_least=3),
        Figure("  broadcast of `websockets`, times ours", found["broadcast"].cpu / ours.cpu, "x", at_least=1),
        Figure("  from the post to the last subscriber, p50", statistics.median(ours.last), "ms"),
        Figure("  from the post to the last subscriber, p99", percentile(ours.last, 0.99), "ms", 150),
        Figure("  connected, initialised and subscribed", ours.opened_per_second, "/s", at_least=1500),
    ]


async def _cost(running: AbstractAsyncContextManager[Peer], many: int = SUBSCRIBERS, rounds: int = ROUNDS) -> Cost:
    async with running as peer, loaded(peer, many) as (load, opened):
        await all_told(peer, load, many)
        cpu, last = 0.0, list[float]()
        for _ in range(rounds):
            before = cpu_of(peer.pid)
            count, took = await posted(peer, load, many, within=100)
            assert count == many, count
            # What is still to be done after the last frame belongs to it.
            await asyncio.sleep(0.2)
            cpu += cpu_of(peer.pid) - before
            last.append(took)
        return Cost(cpu * 1e6 / rounds / many, last, opened["opened"] / opened["seconds"])


async def all_told(peer: Peer, load: Load, count: int) -> None:
    """Post until it comes to so many; no message says that a subscription has begun."""
    for _ in range(_TRIES):
        if (await posted(peer, load, count, within=100))[0] == count:
            return
        await asyncio.sleep(1)
    raise RuntimeError("Some who opened a socket are told of nothing.")


async def posted(peer: Peer, load: Load, count: int, within: float) -> tuple[int, float]:
    """Post; return to how many it came within so many seconds, and after how many milliseconds to the last of them."""
    # Some servers write other letters than ASCII as escapes.
    mark = uuid4().hex[:10]
    await load.expect(mark, count, within)
    began = time.monotonic()
    await peer.post(f"話を聞いてください {mark}")
    told = await load.arrived()
    return told["count"], (told["last"] - began) * 1000


@asynccontextmanager
async def _node() -> AsyncGenerator[Peer]:
    port, web = free_port(), ROOT / "web"
    server = await process(str(ROOT / ".make" / "node" / "node"), str(ROOT / "bench" / "fanout" / "node_peer.mjs"), str(web), str(port))
    try:
        assert (await server.stdout.readline()).strip() == b"READY"

        async def post(title: str) -> None:
            await write(server, _shown(title))

        yield Peer(port, server.pid, post, [None], MESSAGES)
    finally:
        await ended(server)


@asynccontextmanager
async def _broadcast() -> AsyncGenerator[Peer]:
    port = free_port()
    server = await process(sys.executable, "-m", "bench.fanout.broadcast_peer", str(port))
    try:
        assert (await server.stdout.readline()).strip() == b"READY"

        async def post(title: str) -> None:
            event = {"__typename": "OpportunityPosted", "opportunity": _shown(title)}
            delivery = {"cursor": "c" * 64, "previous": "p" * 64, "event": event}
            await write(server, {"type": "next", "id": "LiveOpportunities", "payload": {"data": {"opportunities": delivery}}})

        yield Peer(port, server.pid, post, [None], MESSAGES[:1])
    finally:
        await ended(server)


def _shown(title: str) -> dict[str, Any]:
    told = {"id": "O" + "x" * 22, "kind": "SOUNDING_BOARD", "direction": "SEEKING", "title": title, "place": None, "remote": True}
    rest = {"pay": None, "lastDay": "2026-12-10", "live": True, "closeReason": None, "onBehalfOf": None}
    return told | rest | {"postedAt": "2026-11-26T00:00:00+00:00"}
