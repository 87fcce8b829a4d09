"""Many who are connected: what each takes while nothing happens, what those cost who are not meant, and how soon all are back."""

import asyncio
import json
import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from bench.fanout.measuring import FIELDS, MESSAGES, all_told, posted
from bench.fanout.running import Load, Peer, cpu_of, loaded, served
from bench.measuring import Figure
from bench.memory import proportional
from server.realtime.endpoint import PING_EVERY

MANY: Final = int(os.environ.get("BENCH_CROWD", "10000"))
FEW: Final = MANY // 10
MATCHING: Final = 50
ROUNDS: Final = 50
TURNS: Final = 3
_INIT: Final = MESSAGES[0]
_FILTERED: Final = (
    "subscription Live($filter: OpportunityFilter, $after: Cursor) { opportunities(filter: $filter, after: $after) { cursor previous event "
    "{ __typename ... on OpportunityPosted { opportunity { " + FIELDS + " } } } } }"
)


async def measure(home: Path) -> list[Figure]:
    """Return the figures of a crowd of MANY."""
    async with served(home, "ours", MANY, MESSAGES) as peer:
        before = proportional(peer.pid)
        async with loaded(peer, MANY) as (load, opened):
            await all_told(peer, load, MANY)
            await asyncio.sleep(1)
            idle = proportional(peer.pid) - before
            back = await _storm(peer, load)
    async with served(home, "ours", MANY, MESSAGES) as peer:
        taken = [(await _meant(peer, FEW), await _meant(peer, MANY)) for _ in range(TURNS)]
    few, many = (_middle([each[place] for each in taken]) for place in (0, 1))
    ratios = sorted(crowd.post / part.post for part, crowd in taken)
    return [
        Figure(f"{MANY:,} idle subscriptions, each on a socket of its own", idle / MANY, "KiB", 40),
        Figure("  connected, initialised and subscribed", opened["opened"] / opened["seconds"], "/s", at_least=1500),
        Figure("  all cut at once, and back with what they missed", back["seconds"], "s", 30, f"{back['refused']:,} sent away once more"),
        Figure(f"{FEW:,} connected, and nothing happens: server CPU", few.idle * 1000, "ms/s"),
        Figure(f"{MANY:,} connected, and nothing happens: server CPU", many.idle * 1000, "ms/s"),
        Figure(f"a post to {MATCHING} of {FEW:,} connected, server CPU beyond that", few.post * 1000, "ms"),
        Figure(f"a post to {MATCHING} of {MANY:,} connected, server CPU beyond that", many.post * 1000, "ms"),
        Figure("  times the smaller crowd's", statistics.median(ratios), "x", 1.1, f"{ratios[0]:.2f} to {ratios[-1]:.2f} in {TURNS} turns"),
    ]


async def _storm(peer: Peer, load: Load) -> dict[str, Any]:
    """Post while nobody is there; everybody comes back at once with the cursor from before."""
    base = f"http://127.0.0.1:{peer.port}"
    async with httpx.AsyncClient(base_url=base, timeout=60, trust_env=False, headers={"origin": base}) as guest:
        answer = await guest.post("/graphql", json={"query": "{ opportunities(first: 1) { liveCursor } }"})
    after = answer.json()["data"]["opportunities"]["liveCursor"]
    title = "留守のあいだに"
    await peer.post(title)
    told = await load.again([[_INIT, _asking({"after": after})]], title, 120)
    assert told["count"] == MANY, told
    return told


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a crowd takes of the server's CPU: seconds a second while nothing happens, and seconds a post beyond that."""

    idle: float
    post: float


async def _meant(peer: Peer, crowd: int) -> _Taken:
    """Measure posts which so many of a crowd wait for; the others wait for something else. Each is asked now and then if it lives."""
    meant = [_INIT, _asking({"filter": {"kinds": ["SOUNDING_BOARD"]}})]
    other = [[_INIT, _asking({"filter": {"kinds": ["VENUE"], "text": f"会場 {number}"}})] for number in range(crowd // MATCHING - 1)]
    async with loaded(peer, crowd, [meant, *other]) as (load, _):
        await all_told(peer, load, MATCHING)
        await asyncio.sleep(1)
        # Over as long as it takes until each was asked whether it lives, once; those who came together are asked together.
        before = cpu_of(peer.pid)
        await asyncio.sleep(PING_EVERY)
        idle, before, began = cpu_of(peer.pid) - before, cpu_of(peer.pid), time.monotonic()
        for number in range(1, ROUNDS + 1):
            count, _ = await posted(peer, load, MATCHING, within=60)
            assert count == MATCHING, count
            await asyncio.sleep(max(0.0, began + number * PING_EVERY / ROUNDS - time.monotonic()))
        taken = cpu_of(peer.pid) - before - idle
        return _Taken(idle / PING_EVERY, taken / ROUNDS)


def _middle(taken: Sequence[_Taken]) -> _Taken:
    return _Taken(statistics.median(each.idle for each in taken), statistics.median(each.post for each in taken))


def _asking(variables: dict[str, Any]) -> str:
    payload = {"query": _FILTERED, "variables": variables}
    return json.dumps({"type": "subscribe", "id": "Live", "payload": payload}, ensure_ascii=False)
