"""The figures: what one delivered event costs a server, and when the last subscriber has it."""

import asyncio
import json
import os
import statistics
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import httpx

from bench.fanout.serving import TOKENS
from bench.measuring import Figure, percentile
from bench.worlds import ROOT, free_port
from server.kit.clock import today

SUBSCRIBERS: Final = int(os.environ.get("BENCH_SUBSCRIBERS", "5000"))
ROUNDS: Final = 12
_LONGEST: Final = 600
# Twelve fields, none of which depends on the viewer.
FIELDS: Final = "id kind direction title place remote pay lastDay live closeReason onBehalfOf postedAt"
QUERY: Final = (
    "subscription LiveOpportunities { opportunities { cursor previous event { __typename ... on OpportunityPosted { opportunity { "
    + FIELDS
    + " } } } } }"
)
POST: Final = "mutation M($input: PostOpportunityInput!) { postOpportunity(input: $input) { __typename } }"
Post = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A server that runs: where, its process, how a post is made, and with which cookies its subscribers come."""

    port: int
    pid: int
    post: Post
    cookies: list[str | None]
    messages: list[str]


@dataclass(frozen=True, slots=True)
class Cost:
    """What the rounds took: the server's own CPU for each delivered event, in microseconds, and the last arrivals, in milliseconds."""

    cpu: float
    last: list[float]
    opened_per_second: float


async def measure(home: Path) -> list[Figure]:
    """Return ours beside its peers, in one run."""
    found = {way: await _cost(_ours(home, way)) for way in ("ours", "plain", "stock")}
    found["node"] = await _cost(_node())
    found["broadcast"] = await _cost(_broadcast())
    ours, plain = found["ours"], found["plain"]
    each = f"{SUBSCRIBERS:,} subscribers, 12 fields, {ROUNDS} posts"
    figures = [Figure("one post to all, server CPU for each delivered event, ours", ours.cpu, "µs", note=each)]
    figures += [Figure(f"  beside: {_NAMES[name]}", cost.cpu, "µs") for name, cost in found.items() if name != "ours"]
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


_NAMES: Final = {
    "plain": "ours through ASGI alone",
    "stock": "stock Strawberry, same schema and database",
    "node": "graphql-ws on Node, from memory",
    "broadcast": "`websockets`' broadcast of the ready text",
}


async def _cost(running: Any) -> Cost:
    async with running as peer, _load(peer) as (load, opened):
        # No message says that a subscription has begun: it has once a post comes to everybody.
        while (await _posted(peer, load, within=3))[0] < SUBSCRIBERS:
            pass
        cpu, last = 0.0, list[float]()
        for _ in range(ROUNDS):
            before = cpu_of(peer.pid)
            count, took = await _posted(peer, load, within=60)
            assert count == SUBSCRIBERS, count
            # What is still to be done after the last frame belongs to it.
            await asyncio.sleep(0.2)
            cpu += cpu_of(peer.pid) - before
            last.append(took)
        return Cost(cpu * 1e6 / ROUNDS / SUBSCRIBERS, last, opened["opened"] / opened["seconds"])


async def _posted(peer: Peer, load: Any, within: float) -> tuple[int, float]:
    """Post; return to how many it came within so many seconds, and after how many milliseconds to the last of them."""
    title = f"話を聞いてください {uuid4().hex[:10]}"
    await _write(load, {"text": title, "count": SUBSCRIBERS, "within": within})
    await load.stdout.readline()
    began = time.monotonic()
    await peer.post(title)
    told = json.loads(await asyncio.wait_for(load.stdout.readline(), _LONGEST))
    return told["count"], (told["last"] - began) * 1000


@asynccontextmanager
async def _load(peer: Peer) -> AsyncGenerator[tuple[Any, dict[str, Any]]]:
    load = await _process(sys.executable, "-m", "bench.fanout.load")
    try:
        await _write(
            load,
            {
                "port": peer.port,
                "path": "/graphql",
                "origin": f"http://127.0.0.1:{peer.port}",
                "protocol": "graphql-transport-ws" if peer.messages else "",
                "cookies": peer.cookies,
                "messages": [peer.messages],
                "many": SUBSCRIBERS,
            },
        )
        opened = json.loads(await asyncio.wait_for(load.stdout.readline(), _LONGEST))
        yield load, opened
    finally:
        await _ended(load)


@asynccontextmanager
async def _ours(home: Path, way: str) -> AsyncGenerator[Peer]:
    port, data_dir = free_port(), home / "world-2000"
    variables = {"DATA_DIR": str(data_dir), "PORT": str(port), "DEMO_MEMBERS": "2000"}
    server = await _process(sys.executable, "-m", "bench.fanout.serving", way, str(SUBSCRIBERS), **variables)
    try:
        assert (await asyncio.wait_for(server.stdout.readline(), _LONGEST)).strip() == b"READY"
        tokens = (data_dir / TOKENS).read_text().split()[:SUBSCRIBERS]
        base = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=base, timeout=60, trust_env=False, headers={"origin": base}) as author:
            signed = 'mutation { signInToDemo(input: { key: "member" }) { __typename } }'
            await author.post("/graphql", json={"query": signed})

            async def post(title: str) -> None:
                answer = await author.post("/graphql", json={"query": POST, "variables": {"input": _draft(title)}})
                assert "OpportunityPosted" in answer.text, answer.text

            yield Peer(port, server.pid, post, [f"engawa={token}" for token in tokens], MESSAGES)
    finally:
        await _ended(server)


@asynccontextmanager
async def _node() -> AsyncGenerator[Peer]:
    port, web = free_port(), ROOT / "web"
    server = await _process(str(ROOT / ".make" / "node" / "node"), str(ROOT / "bench" / "fanout" / "node_peer.mjs"), str(web), str(port))
    try:
        assert (await server.stdout.readline()).strip() == b"READY"

        async def post(title: str) -> None:
            await _write(server, _shown(title))

        yield Peer(port, server.pid, post, [None], MESSAGES)
    finally:
        await _ended(server)


@asynccontextmanager
async def _broadcast() -> AsyncGenerator[Peer]:
    port = free_port()
    server = await _process(sys.executable, "-m", "bench.fanout.broadcast_peer", str(port))
    try:
        assert (await server.stdout.readline()).strip() == b"READY"

        async def post(title: str) -> None:
            event = {"__typename": "OpportunityPosted", "opportunity": _shown(title)}
            delivery = {"cursor": "c" * 64, "previous": "p" * 64, "event": event}
            await _write(server, {"type": "next", "id": "LiveOpportunities", "payload": {"data": {"opportunities": delivery}}})

        yield Peer(port, server.pid, post, [None], MESSAGES[:1])
    finally:
        await _ended(server)


MESSAGES: Final = [
    json.dumps({"type": "connection_init"}),
    json.dumps({"type": "subscribe", "id": "LiveOpportunities", "payload": {"query": QUERY, "variables": {}}}),
]


def _draft(title: str) -> dict[str, Any]:
    terms = [{"key": "duration", "value": "30分"}, {"key": "fee_terms", "value": "NONE"}]
    body = {"title": title, "body": "30分だけ話を聞いてください。", "remote": True, "audience": "ANYONE", "terms": terms}
    return body | {"kind": "SOUNDING_BOARD", "direction": "SEEKING", "lastDay": str(today() + timedelta(days=14))}


def _shown(title: str) -> dict[str, Any]:
    told = {"id": "O" + "x" * 22, "kind": "SOUNDING_BOARD", "direction": "SEEKING", "title": title, "place": None, "remote": True}
    rest = {"pay": None, "lastDay": "2026-12-10", "live": True, "closeReason": None, "onBehalfOf": None}
    return told | rest | {"postedAt": "2026-11-26T00:00:00+00:00"}


def cpu_of(pid: int) -> float:
    """Return the CPU seconds that a process has taken by itself, without those that it started."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _process(*command: str, **variables: str) -> Any:
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=os.environ | variables, stdin=PIPE, stdout=PIPE, limit=1 << 24)


async def _write(process: Any, message: dict[str, Any]) -> None:
    process.stdin.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
    await process.stdin.drain()


async def _ended(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    await asyncio.wait_for(process.wait(), 30)
