"""`engawa serve` as a process: what stops a start, and how it stops everything that it started."""

import asyncio
import contextlib
import json
import signal
import socket
import subprocess
import time
from collections.abc import Generator
from pathlib import Path

import httpx
import psutil
import pytest
import websockets

from server.embedded import EmbeddedPostgres
from server.kit.db import Database
from tests.engawa.deploying import DEPLOYMENT, engawa, started
from tests.support.working import count


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def line_with(process: subprocess.Popen[str], words: str) -> str:
    """Read what the process says up to a line with these words."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(process.wait())


@contextlib.contextmanager
def serving(place: Path, port: int, members: int = 200) -> Generator[subprocess.Popen[str]]:
    """A server that is starting, on its own embedded database."""
    process = started("serve", DATA_DIR=str(place), PORT=str(port), DEMO_MEMBERS=str(members))
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def postmasters(place: Path) -> list[int]:
    """The database processes that work in a directory."""
    cluster = str(place / "postgres" / "cluster")
    return [process.info["pid"] for process in psutil.process_iter(["pid", "cmdline"]) if cluster in (process.info["cmdline"] or [])]


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"PORT": "eighty"}, "PORT is not usable; expected: a port number from 1 to 65535."),
        (DEPLOYMENT | {"SECRET_KEY": "secret"}, "SECRET_KEY is too weak; expected: at least 32 random characters"),
        (DEPLOYMENT, "DATABASE_URL cannot be used ("),
    ],
)
def test_what_is_wrong_stops_the_start_with_one_sentence(variables: dict[str, str], sentence: str) -> None:
    refused = engawa("serve", **({"PORT": str(free_port())} | variables))
    assert refused.returncode == 2
    (line,) = refused.stderr.splitlines()
    assert line.startswith(f"engawa: {sentence}")
    assert "ready" not in refused.stdout


def test_a_port_in_use_is_told_before_anything_is_started(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = engawa("serve", DATA_DIR=str(place), PORT=port)
    assert refused.returncode == 2
    assert refused.stderr == f"engawa: PORT {port} on 127.0.0.1 cannot be used (Address already in use).\n"
    assert list(place.iterdir()) == []


async def test_a_signal_stops_everything_also_with_open_sockets(place: Path) -> None:
    port = free_port()
    for name in (signal.SIGINT, signal.SIGTERM):
        with serving(place, port) as process:
            await asyncio.to_thread(line_with, process, "ready")
            async with websockets.connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=["graphql-transport-ws"], proxy=None) as found:
                await found.send(json.dumps({"type": "connection_init"}))
                await found.recv()
                query = {"query": "subscription { opportunities { cursor } }"}
                await found.send(json.dumps({"type": "subscribe", "id": "1", "payload": query}))
                async with httpx.AsyncClient(trust_env=False) as http:
                    assert (await http.get(f"http://127.0.0.1:{port}/healthz")).status_code == 200
                assert len(postmasters(place)) == 2
                began = time.monotonic()
                process.send_signal(name)
                with pytest.raises(websockets.ConnectionClosed):
                    async with asyncio.timeout(10):
                        await found.recv()
                assert found.close_code == 1012
            status = await asyncio.to_thread(process.wait, 20)
            assert (status, postmasters(place)) == (0, [])
            assert time.monotonic() - began < 10


async def test_a_start_that_is_stopped_while_it_loads_leaves_nothing_half_done(place: Path) -> None:
    port = free_port()
    with serving(place, port, members=2000) as process:
        await asyncio.to_thread(line_with, process, "loading the demo world")
        await asyncio.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 30) == 0
        assert postmasters(place) == []
    postgres = EmbeddedPostgres(place)
    db = Database(await asyncio.to_thread(postgres.start))
    try:
        assert await count(db, "member") == 0
    finally:
        await db.close()
        await asyncio.to_thread(postgres.stop)
    with serving(place, port) as process:
        await asyncio.to_thread(line_with, process, "loading the demo world")
        await asyncio.to_thread(line_with, process, "ready")
