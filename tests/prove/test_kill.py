"""The server is killed with -9 while posts are being sent: what was acknowledged is there once, and is delivered once."""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import websockets

from server.kit.clock import today
from tests.support.running import Client

ROOT = Path(__file__).parent.parent.parent
POSTS = 200
RUNS = max(1, int(os.environ.get("PROVE_SIZE", "1")))
POSTED = "... on OpportunityPosted { opportunity { id title } }"
SUBSCRIPTION = """subscription S($after: Cursor) { opportunities(after: $after) { cursor previous event {
  __typename ... on OpportunityPosted { opportunity { id title } } ... on ResyncRequired { cursor } } } }"""


@asynccontextmanager
async def served(data_dir: Path, port: int) -> AsyncGenerator[subprocess.Popen[bytes]]:
    """Start the server on its own embedded database; kill it with -9 in the end."""
    variables = os.environ | {"DATA_DIR": str(data_dir), "PORT": str(port), "DEMO_MEMBERS": "200"}
    command = [sys.executable, "-m", "tests.prove.serving"]
    process = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(90):
            line = await asyncio.to_thread(process.stdout.readline)
        assert line.strip() == b"READY"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def post(number: int) -> dict[str, object]:
    return {
        "kind": "SOUNDING_BOARD",
        "direction": "SEEKING",
        "title": f"相談したいこと {number:04d}",
        "body": "30分だけ話を聞いてください。",
        "remote": True,
        "audience": "VERIFIED",
        "terms": [{"key": "duration", "value": "30分"}, {"key": "fee_terms", "value": "NONE"}],
        "lastDay": str(today() + timedelta(days=14)),
        "clientMutationId": f"prove-{number:04d}-{uuid4().hex[:8]}",
    }


async def signed_in(base: str, key: str) -> Client:
    http = httpx.AsyncClient(base_url=base, timeout=30, trust_env=False)
    client = Client(base, http)
    answer = await client.change("signInToDemo", {"key": key})
    assert answer["__typename"] == "SignedIn", answer
    return client


async def send_until_killed(
    client: Client, posts: list[dict[str, object]], process: subprocess.Popen[bytes], kill_after: int
) -> dict[str, str]:
    """Send the posts, eight at a time, and kill the server once some were acknowledged; return id by title of those."""
    acknowledged: dict[str, str] = {}
    waiting = list(reversed(posts))

    async def sender() -> None:
        while waiting:
            given = waiting.pop()
            try:
                answer = await client.change("postOpportunity", given, POSTED)
            except (httpx.HTTPError, ValueError):
                return
            assert answer["__typename"] == "OpportunityPosted", answer
            acknowledged[answer["opportunity"]["title"]] = answer["opportunity"]["id"]
            if len(acknowledged) == kill_after:
                os.killpg(process.pid, signal.SIGKILL)

    await asyncio.gather(*(sender() for _ in range(8)))
    return acknowledged


async def follow(client: Client, after: str | None, cursors: list[str], titles: list[str], *, until: int | None = None) -> None:
    """Collect deliveries until the socket dies, or until `until` of them were collected."""
    try:
        async with client.socket() as connection:
            await connection.subscribe("s", SUBSCRIPTION, {"after": after})
            while until is None or len(titles) < until:
                delivery = (await connection.next("s", 20))["opportunities"]
                assert delivery["event"]["__typename"] == "OpportunityPosted", delivery
                if cursors:
                    assert delivery["previous"] == cursors[-1]
                cursors.append(delivery["cursor"])
                titles.append(delivery["event"]["opportunity"]["title"])
    except (websockets.ConnectionClosed, OSError, AssertionError) as ended:
        if until is not None or isinstance(ended, AssertionError):
            raise


@pytest.mark.parametrize("seed", range(RUNS))
async def test_what_was_acknowledged_survives_kill_9_and_is_delivered_once(place: Path, seed: int) -> None:
    chance, port = random.Random(seed), free_port()
    base, posts = f"http://127.0.0.1:{port}", [post(number) for number in range(POSTS)]
    cursors: list[str] = []
    titles: list[str] = []
    async with served(place, port) as process:
        author, reader = await signed_in(base, "member"), await signed_in(base, "colleague")
        live = (await reader.ask("{ opportunities(first: 1) { liveCursor } }"))["opportunities"]["liveCursor"]
        following = asyncio.create_task(follow(reader, live, cursors, titles))
        await asyncio.sleep(0.5)
        acknowledged = await send_until_killed(author, posts, process, chance.randint(20, POSTS - 20))
        await following
    assert 0 < len(acknowledged) < POSTS
    async with served(place, port):
        # Cookies of before the kill still hold; every post is sent again with its own key.
        for given in posts:
            answer = await author.change("postOpportunity", given, POSTED)
            known = acknowledged.get(str(given["title"]))
            assert known is None or answer["opportunity"]["id"] == known
        await follow(reader, cursors[-1] if cursors else live, cursors, titles, until=POSTS)
        mine = await author.ask("{ viewer { opportunities(first: 100) { edges { node { title } } } } }")
        assert len(mine["viewer"]["opportunities"]["edges"]) == 100
    await author.http.aclose()
    await reader.http.aclose()
    assert sorted(titles) == sorted(str(given["title"]) for given in posts)
