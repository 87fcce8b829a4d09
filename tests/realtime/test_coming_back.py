"""The client that people use, graphql-ws, in Node: after which ends it comes back and goes on, and after which it does not."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from server.kit.log import SYNONYMS
from tests.realtime.speaking import Served, served, until
from tests.realtime.watching import OPPORTUNITIES
from tests.support.running import Application
from tools.places import NODE, WEB

# As web/src/lib/realtime/socket.ts opens it, but for the time it waits.
CLIENT = """
import { createClient } from "graphql-ws";
const [url, query] = process.argv.slice(1);
const say = (...words) => console.log(JSON.stringify(words));
const client = createClient({
  url, retryAttempts: Infinity, keepAlive: 20000,
  shouldRetry: (cause) => !(cause instanceof CloseEvent && cause.code === 4403),
  retryWait: () => new Promise((resolve) => setTimeout(resolve, 10)),
  generateID: () => "Followed",
  on: { connected: () => say("connected"), closed: (event) => say("closed", event.code) },
});
client.subscribe({ query, variables: { many: 1 } }, {
  next: (result) => say("next", result.data), error: (cause) => { say("error", cause.code ?? String(cause)); process.exit(0); },
  complete: () => { say("complete"); process.exit(0); },
});
"""


@dataclass(slots=True)
class Node:
    """The client, running."""

    process: asyncio.subprocess.Process

    async def says(self) -> list[Any]:
        """Return what it says next."""
        assert self.process.stdout is not None
        async with asyncio.timeout(60):
            return json.loads(await self.process.stdout.readline())


@asynccontextmanager
async def following(port: int, query: str) -> AsyncGenerator[Node]:
    """Run the client until the block ends."""
    command = (str(NODE / "node"), "--input-type=module", "--eval", CLIENT, f"ws://127.0.0.1:{port}/graphql", query)
    process = await asyncio.create_subprocess_exec(*command, cwd=WEB, stdout=asyncio.subprocess.PIPE)
    try:
        yield Node(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def close_all(there: Served, code: int) -> None:
    """Close whatever is open."""
    for each in list(there.sockets._open):
        each.close(code, "for a test")


@pytest.mark.parametrize("plain", [False, True])
async def test_the_client_comes_back_where_that_can_help(plain: bool) -> None:
    async with served(plain=plain) as there, following(there.port, "endless") as node:
        for code in (1012, 1013, 4408, 4503, None):
            assert await node.says() == ["connected"]
            assert (await node.says())[0] == "next"
            if code is not None:
                await close_all(there, code)
                assert await node.says() == ["closed", code]
        # A session that has ended does not begin again by itself.
        await close_all(there, 4403)
        assert await node.says() == ["closed", 4403]
        assert await node.says() == ["error", 4403]


@pytest.mark.parametrize("code", [1009, 1011, 4400, 4401, 4406, 4409, 4429])
async def test_the_client_stays_away_where_it_was_at_fault(code: int) -> None:
    async with served(plain=False) as there, following(there.port, "endless") as node:
        assert await node.says() == ["connected"]
        assert (await node.says())[0] == "next"
        await close_all(there, code)
        assert await node.says() == ["closed", code]
        assert await node.says() == ["error", code]


async def test_the_client_follows_the_application(app: Application) -> None:
    port = int(app.base.rpartition(":")[2])
    async with following(port, "query { site { demo } }") as node:
        assert await node.says() == ["connected"]
        assert await node.says() == ["next", {"site": {"demo": True}}]
        assert await node.says() == ["complete"]
    async with following(port, OPPORTUNITIES) as node:
        assert await node.says() == ["connected"]
        await until(lambda: app.house.following.followers == 1)
        await app.house.sockets.drain()
        assert await node.says() == ["closed", 1012]
    assert set(app.house.graph.bus._listeners) == {SYNONYMS}
