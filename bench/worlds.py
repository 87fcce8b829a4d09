"""The world that benchmarks run in: the demo, served by a process of its own, and clients that are signed in to it."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from engawa.facts import ensure_facts
from engawa.parts import House, opened
from engawa.serving import database
from server.kit.settings import Settings, load_settings
from server.migrations import migrate
from server.search.meilisearch.engine import MeilisearchEngine
from workers.catching_up import build_what_does_not_fit

ROOT = Path(__file__).parent.parent
# A large world takes minutes to be made.
_LONGEST_SECONDS = 1_800


@dataclass(frozen=True, slots=True)
class Served:
    """A served demo world: its address, its process, and where its data lies."""

    base: str
    pid: int
    data_dir: Path


@asynccontextmanager
async def served(home: Path, members: int = 2000) -> AsyncGenerator[Served]:
    """Serve the demo world; the data stays in `home`, so that a second benchmark finds it filled."""
    port = free_port()
    data_dir = home / f"world-{members}"
    variables = os.environ | {"DATA_DIR": str(data_dir), "PORT": str(port), "DEMO_MEMBERS": str(members)}
    process = _started(variables)
    try:
        assert process.stdout is not None
        async with asyncio.timeout(_LONGEST_SECONDS):
            line = await asyncio.to_thread(process.stdout.readline)
        assert line.strip() == b"READY", "the server did not start"
        yield Served(f"http://127.0.0.1:{port}", process.pid, data_dir)
    finally:
        process.terminate()
        process.wait(20)


async def made(home: Path, members: int) -> Settings:
    """Make the world where there is none; return the settings under which it lies."""
    settings = load_settings({"DATA_DIR": str(home / f"world-{members}"), "DEMO_MEMBERS": str(members)})
    async with database(settings, print) as url:
        await migrate(url)
        async with opened(settings, url) as running:
            await ensure_facts(running, print)
    return settings


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _started(variables: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.prove.serving"], cwd=ROOT, env=variables, stdout=subprocess.PIPE)


async def signed_in(base: str, key: str) -> httpx.AsyncClient:
    """Return a browser on which a ready-made member is signed in."""
    client = httpx.AsyncClient(base_url=base, timeout=30, trust_env=False, headers={"origin": base})
    query = "mutation M($input: SignInToDemoInput!) { signInToDemo(input: $input) { __typename } }"
    answer = (await client.post("/graphql", json={"query": query, "variables": {"input": {"key": key}}})).json()
    assert answer["data"]["signInToDemo"]["__typename"] == "SignedIn", answer
    return client


async def mirror_anew(running: House, mirror: MeilisearchEngine) -> None:
    """Give Meilisearch every document of this world; those of another would fit, and be nobody's here."""
    async with running.db.read() as session:
        await mirror.configure(session, frozenset())
    await build_what_does_not_fit(running.worker, mirror)
