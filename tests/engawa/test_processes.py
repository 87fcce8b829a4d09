"""`WEB_CONCURRENCY`: several web processes on one port, which live and end together."""

import asyncio
import signal
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.engawa.deploying import DEPLOYMENT, engawa, started
from tests.engawa.test_starting import free_port, line_with, postmasters
from tests.support.valkey import Valkey, channels, valkey

PATIENT_SECONDS = 60


@pytest.fixture(scope="module")
def server() -> Generator[Valkey]:
    """A Redis that these processes share."""
    with valkey() as found:
        yield found


def children(parent: subprocess.Popen[str]) -> list[psutil.Process]:
    """The web processes of a parent."""
    return [each for each in psutil.Process(parent.pid).children() if "engawa.child" in each.cmdline()]


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(PATIENT_SECONDS):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def answered(port: int) -> int:
    """Ask whether it is well, on a connection of its own; return the status."""
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENT_SECONDS) as http:
        return (await http.get(f"http://127.0.0.1:{port}/healthz")).status_code


def ended(process: subprocess.Popen[str]) -> None:
    """Leave nothing of it."""
    left = [psutil.Process(process.pid), *children(process)] if process.poll() is None else []
    for each in left:
        each.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


async def test_two_processes_serve_one_port_and_end_with_a_signal(place: Path, server: Valkey) -> None:
    """One that is killed is started anew, while the other answers; the database and the worker are there once."""
    port = free_port()
    given = {"DATA_DIR": str(place), "PORT": str(port), "DEMO_MEMBERS": "200", "REDIS_URL": server.url, "WEB_CONCURRENCY": "2"}
    parent = started("serve", **given)
    try:
        await asyncio.to_thread(line_with, parent, "ready")
        first, second = children(parent)
        assert {await answered(port) for _ in range(10)} == {200}
        assert len(postmasters(place)) == 2
        # Parent and children alike.
        heard = await asyncio.to_thread(server.ask, "PUBSUB", "NUMSUB", *await channels(server))
        assert heard[1] == 3
        first.kill()
        assert {await answered(port) for _ in range(10)} == {200}
        await asyncio.to_thread(line_with, parent, "a web process ended (-9); another one is started")
        await until(lambda: len(children(parent)) == 2 and first.pid not in {each.pid for each in children(parent)})
        assert second.pid in {each.pid for each in children(parent)}
        left = children(parent)
        parent.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(parent.wait, PATIENT_SECONDS) == 0
        assert [each for each in left if each.is_running()] == []
        assert postmasters(place) == []
    finally:
        ended(parent)


async def test_children_end_with_a_parent_that_is_killed(database_url: str, server: Valkey) -> None:
    """So the port is free for the next one."""
    port = free_port()
    given = DEPLOYMENT | {"DATABASE_URL": database_url, "PORT": str(port), "REDIS_URL": server.url, "WEB_CONCURRENCY": "2"}
    parent = started("serve", **given)
    try:
        await asyncio.to_thread(line_with, parent, "ready")
        left = children(parent)
        assert len(left) == 2
        parent.kill()
        await until(lambda: not any(each.is_running() for each in left))
        with pytest.raises(httpx.ConnectError):
            await answered(port)
    finally:
        ended(parent)


async def test_a_process_that_cannot_begin_stops_the_start(database_url: str, server: Valkey, tmp_path: Path) -> None:
    """Its reason is told, and it is not tried for ever."""
    (tmp_path / "sitecustomize.py").write_text("import os, sys\n'engawa.child' in sys.orig_argv and os._exit(3)\n")
    given = DEPLOYMENT | {"DATABASE_URL": database_url, "PORT": str(free_port()), "REDIS_URL": server.url, "WEB_CONCURRENCY": "2"}
    refused = await asyncio.to_thread(engawa, "serve", **given, PYTHONPATH=str(tmp_path))
    assert refused.returncode == 2
    assert "engawa: a web process ended before it served; the lines above say why" in refused.stderr
    assert "ready" not in refused.stdout


async def test_a_stop_while_children_start_leaves_nobody(database_url: str, server: Valkey) -> None:
    given = DEPLOYMENT | {"DATABASE_URL": database_url, "PORT": str(free_port()), "REDIS_URL": server.url, "WEB_CONCURRENCY": "2"}
    parent = started("serve", **given)
    try:
        await until(lambda: len(children(parent)) == 2)
        left = children(parent)
        parent.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(parent.wait, PATIENT_SECONDS) == 0
        assert [each for each in left if each.is_running()] == []
    finally:
        ended(parent)
