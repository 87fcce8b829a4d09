"""However its processes are killed, the next start works and finds every acknowledged write."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from server.embedded import EmbeddedPostgres
from tests.server.embedded.test_life import ask

# Writes rows for as long as it lives, and says each number once it is committed. What the kernel was given survives the death of every
# process without reaching the disk, so most of these tests do not wait for the disk; that the default does is seen in test_life.py.
WRITER = """
import asyncio, pathlib, sys
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from server.embedded import EmbeddedPostgres

async def write(url):
    async with create_async_engine(url).connect() as connection:
        await connection.execute(text("SET synchronous_commit = on"))
        await connection.execute(text("CREATE TABLE written (number int)"))
        for number in range(1_000_000):
            await connection.execute(text("INSERT INTO written VALUES (:number)"), {"number": number})
            await connection.commit()
            print(number, flush=True)

asyncio.run(write(EmbeddedPostgres(pathlib.Path(sys.argv[1]), durable=False).start()))
"""


@dataclass(frozen=True, slots=True)
class Tree:
    """The processes of one start, from the application to the server's children."""

    application: subprocess.Popen[str]
    keeper: psutil.Process
    postmaster: psutil.Process
    backends: list[psutil.Process]


KILLED: dict[str, Callable[[Tree], list[psutil.Process]]] = {
    "the application": lambda _: [],
    "the application and the keeper": lambda tree: [tree.keeper],
    "all but the backends": lambda tree: [tree.keeper, tree.postmaster],
    "everything": lambda tree: [tree.keeper, tree.postmaster, *tree.backends],
}


@pytest.fixture
def writer(place: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(place)], stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


@pytest.mark.parametrize("which", KILLED)
async def test_acknowledged_writes_survive_the_death_of(which: str, writer: subprocess.Popen[str], place: Path) -> None:
    last = acknowledge(writer, 20)
    tree = tree_of(writer, place)
    for process in KILLED[which](tree):
        process.send_signal(signal.SIGKILL)
    writer.kill()
    last = max([last, *map(int, writer.communicate()[0].split())])
    with EmbeddedPostgres(place, durable=False) as postgres:
        assert await ask(postgres.url(), "SELECT count(DISTINCT number) FROM written") in {last + 1, last + 2}
        assert await ask(postgres.url(), "SELECT count(*) FROM written") in {last + 1, last + 2}
        assert not lives(tree.postmaster)


def test_the_server_ends_with_an_application_that_is_killed(writer: subprocess.Popen[str], place: Path) -> None:
    acknowledge(writer, 1)
    tree = tree_of(writer, place)
    writer.kill()
    gone, alive = psutil.wait_procs([tree.keeper, tree.postmaster, *tree.backends], timeout=20)
    assert not alive, alive
    assert tree.postmaster in gone


async def test_a_stranger_with_the_number_of_a_killed_server_is_left_alone(writer: subprocess.Popen[str], place: Path) -> None:
    last = acknowledge(writer, 5)
    tree = tree_of(writer, place)
    for process in (tree.keeper, tree.postmaster):
        process.kill()
    writer.kill()
    last = max([last, *map(int, writer.communicate()[0].split())])
    lock = place / "postgres" / "cluster" / "postmaster.pid"
    owner = lock.stat()
    stranger = subprocess.Popen(["sleep", "60"], user=owner.st_uid if os.geteuid() == 0 else None)
    try:
        lock.write_text(lock.read_text().replace(str(tree.postmaster.pid), str(stranger.pid), 1))
        with EmbeddedPostgres(place, durable=False) as postgres:
            assert await ask(postgres.url(), f"SELECT count(*) FROM written WHERE number <= {last}") == last + 1  # noqa: S608  A number.
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


async def test_an_initialisation_that_was_killed_is_begun_anew(place: Path) -> None:
    with EmbeddedPostgres(place, durable=False):
        pass
    home = place / "postgres"
    (home / "cluster").rename(home / "cluster.unfinished")
    (home / "cluster.unfinished" / "PG_VERSION").unlink()
    with EmbeddedPostgres(place, durable=False) as postgres:
        assert await ask(postgres.url(), "SELECT 1") == 1
    assert not (home / "cluster.unfinished").exists()


def acknowledge(writer: subprocess.Popen[str], count: int) -> int:
    """Waits until so many rows are acknowledged; the last one's number."""
    assert writer.stdout is not None
    for _ in range(count):
        line = writer.stdout.readline()
    return int(line)


def tree_of(application: subprocess.Popen[str], place: Path) -> Tree:
    lock = place / "postgres" / "cluster" / "postmaster.pid"
    postmaster = psutil.Process(int(lock.read_text().split()[0]))
    keeper = postmaster.parent()
    assert keeper is not None
    assert keeper.ppid() == application.pid
    deadline = time.monotonic() + 10
    while not postmaster.children() and time.monotonic() < deadline:
        time.sleep(0.05)
    return Tree(application, keeper, postmaster, postmaster.children())


def lives(process: psutil.Process) -> bool:
    """A dead process that nobody reaps, as in a container without an init, does not live."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
