"""The server that is measured, and the sockets that it serves, each in a process of its own."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import httpx

from bench.fanout.serving import TOKENS
from bench.worlds import ROOT, free_port
from server.kit.clock import today

POST: Final = "mutation M($input: PostOpportunityInput!) { postOpportunity(input: $input) { __typename } }"
_LONGEST: Final = 600
Post = Callable[[str], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A server that runs: where, its process, how a post is made, with which cookies its subscribers come, and what each says."""

    port: int
    pid: int
    post: Post
    cookies: list[str | None]
    messages: list[str]


class Load:
    """Thousands of open sockets; what they are told comes back as moments."""

    def __init__(self, running: Any) -> None:
        """`running` is the process of bench/fanout/load.py."""
        self._running = running

    async def open(self, **wanted: Any) -> dict[str, Any]:
        """Open them; return how many there are, and within how many seconds."""
        await write(self._running, wanted)
        return await self._told()

    async def expect(self, text: str, count: int, within: float) -> None:
        """Begin to wait until a text has come on so many sockets."""
        await write(self._running, {"text": text, "count": count, "within": within})
        await self._told()

    async def arrived(self) -> dict[str, Any]:
        """Return on how many it has come, and the moments of the first and the last."""
        return await self._told()

    async def again(self, messages: Sequence[Sequence[str]], text: str, within: float) -> dict[str, Any]:
        """Cut all of them at once, and let them come back, saying this, until the text has come on each."""
        await write(self._running, {"again": messages, "text": text, "within": within})
        return await self._told()

    async def _told(self) -> dict[str, Any]:
        async with asyncio.timeout(_LONGEST):
            told: dict[str, Any] = json.loads(await self._running.stdout.readline())
        return told


@asynccontextmanager
async def loaded(peer: Peer, many: int, messages: Sequence[Sequence[str]] | None = None) -> AsyncGenerator[tuple[Load, dict[str, Any]]]:
    """Open so many sockets, each with one of the lists of messages in turn; yield them, and how fast that was."""
    running = await process(sys.executable, "-m", "bench.fanout.load")
    try:
        load = Load(running)
        opened = await load.open(
            port=peer.port,
            path="/graphql",
            origin=f"http://127.0.0.1:{peer.port}",
            protocol="graphql-transport-ws" if peer.messages else "",
            cookies=peer.cookies,
            messages=messages or [peer.messages],
            many=many,
        )
        yield load, opened
    finally:
        await ended(running)


@asynccontextmanager
async def served(home: Path, way: str, sessions: int, messages: list[str]) -> AsyncGenerator[Peer]:
    """Serve the demo world in one of the ways of bench/fanout/serving.py, with so many members signed in."""
    port, data_dir = free_port(), home / "world-2000"
    variables = {"DATA_DIR": str(data_dir), "PORT": str(port), "DEMO_MEMBERS": "2000"}
    server = await process(sys.executable, "-m", "bench.fanout.serving", way, str(sessions), **variables)
    try:
        async with asyncio.timeout(_LONGEST):
            assert (await server.stdout.readline()).strip() == b"READY"
        tokens = (data_dir / TOKENS).read_text().split()[:sessions]
        base = f"http://127.0.0.1:{port}"
        side_by_side = httpx.Limits(max_connections=32)
        options: dict[str, Any] = {"base_url": base, "headers": {"origin": base}, "limits": side_by_side}
        async with httpx.AsyncClient(timeout=60, trust_env=False, **options) as author:
            signed = 'mutation { signInToDemo(input: { key: "member" }) { __typename } }'
            await author.post("/graphql", json={"query": signed})

            async def post(title: str) -> None:
                answer = await author.post("/graphql", json={"query": POST, "variables": {"input": draft(title)}})
                assert "OpportunityPosted" in answer.text, answer.text

            yield Peer(port, server.pid, post, [f"engawa={token}" for token in tokens], messages)
    finally:
        await ended(server)


def draft(title: str) -> dict[str, Any]:
    """A sound post for everybody."""
    terms = [{"key": "duration", "value": "30分"}, {"key": "fee_terms", "value": "NONE"}]
    body = {"title": title, "body": "30分だけ話を聞いてください。", "remote": True, "audience": "ANYONE", "terms": terms}
    return body | {"kind": "SOUNDING_BOARD", "direction": "SEEKING", "lastDay": str(today() + timedelta(days=14))}


def cpu_of(pid: int) -> float:
    """Return the CPU seconds that a process has taken by itself, without those that it started."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def process(*command: str, **variables: str) -> Any:
    """Start a process that is told by lines, and answers by lines."""
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=os.environ | variables, stdin=PIPE, stdout=PIPE, limit=1 << 24)


async def write(running: Any, message: dict[str, Any]) -> None:
    """Tell it one line."""
    running.stdin.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
    await running.stdin.drain()


async def ended(running: Process) -> None:
    """Let it end."""
    if running.returncode is None:
        running.terminate()
    async with asyncio.timeout(60):
        await running.wait()
