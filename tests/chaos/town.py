"""What the people's clients reach: two web processes and two workers over one database and one Redis, with a proxy in every way between."""

import asyncio
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import httpx
from sqlalchemy import URL, make_url

from tests.chaos.proxy import Proxy, place_of
from tests.engawa.deploying import DEPLOYMENT, ROOT, environment
from tests.support.running import NO_AUTHORITIES
from tests.support.valkey import Valkey, free_port, valkey

# On a machine that has much else to do.
READY_WITHIN = 120.0


@dataclass(slots=True)
class Process:
    """A web process or a worker, which is started again whenever it has ended."""

    name: str
    command: list[str]
    variables: dict[str, str]
    log: IO[bytes]
    starts: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it."""
        self.starts += 1
        self._process = subprocess.Popen(
            self.command, cwd=ROOT, env=environment(**self.variables), stdout=self.log, stderr=self.log, start_new_session=True
        )

    @property
    def ended(self) -> bool:
        """Whether it is there no more."""
        return self._process is None or self._process.poll() is not None

    def kill(self) -> None:
        """End it as a power cut would."""
        self._send(signal.SIGKILL)
        if self._process is not None:
            self._process.wait()

    def freeze(self) -> None:
        """Let it hold everything it holds, and do nothing."""
        self._send(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it do what it did."""
        self._send(signal.SIGCONT)

    def _send(self, what: signal.Signals) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.send_signal(what)


@dataclass(slots=True)
class Town:
    """Everything that can break."""

    valkey: Valkey
    bases: list[str]
    proxies: list[Proxy]
    processes: list[Process]

    async def keep(self) -> None:
        """Start again what has ended by itself, as a supervisor does; for ever."""
        while True:
            await asyncio.sleep(0.5)
            for process in self.processes:
                if process.ended and not process.lock.locked():
                    process.start()

    def heal(self) -> None:
        """Nothing is held, slow, or stopped any more."""
        for proxy in self.proxies:
            proxy.slow_by = 0.0
            proxy.let()
        for process in self.processes:
            process.go_on()


@asynccontextmanager
async def town(database_url: str, logs: Path) -> AsyncGenerator[Town]:
    """Start everything, and end it."""
    async with AsyncExitStack() as stack:
        sockets = Path(tempfile.mkdtemp(prefix="engawa-chaos-"))
        stack.callback(shutil.rmtree, sockets, ignore_errors=True)
        server = stack.enter_context(valkey())
        found = Town(server, [], [], [])
        for number in (0, 1):
            front, behind = free_port(), free_port()
            base = f"http://127.0.0.1:{front}"
            found.bases.append(base)
            found.proxies.append(Proxy(f"clients-web{number}", front, behind))
            variables = {"PORT": str(behind), "HOST": "127.0.0.1", "PUBLIC_URL": base}
            command = [sys.executable, "-m", "tests.prove.serving"]
            found.processes.append(_process(found, f"web{number}", command, (database_url, sockets, logs), variables))
        for number in (0, 1):
            command = [sys.executable, "-m", "engawa", "worker"]
            variables = {"PUBLIC_URL": found.bases[0]}
            found.processes.append(_process(found, f"worker{number}", command, (database_url, sockets, logs), variables))
        for proxy in found.proxies:
            await proxy.start()
            stack.push_async_callback(proxy.close)
        for process in found.processes:
            stack.callback(process.log.close)
            stack.callback(process.kill)
            process.start()
        await _until_ready(found)
        keeping = asyncio.create_task(found.keep())
        stack.callback(keeping.cancel)
        yield found


def _process(found: Town, name: str, command: list[str], where: tuple[str, Path, Path], variables: dict[str, str]) -> Process:
    """A process with its own ways to the database and to Redis."""
    database_url, sockets, logs = where
    url, to_redis = make_url(database_url), free_port()
    to_database, reached = _aside(url, sockets / name)
    found.proxies.append(Proxy(f"{name}-database", to_database, place_of(url)))
    found.proxies.append(Proxy(f"{name}-redis", to_redis, found.valkey.port))
    given = {"DATABASE_URL": reached.render_as_string(hide_password=False), "REDIS_URL": f"redis://127.0.0.1:{to_redis}"}
    return Process(name, command, DEPLOYMENT | given | variables, (logs / f"{name}.log").open("ab"))


def _aside(url: URL, directory: Path) -> tuple[Any, URL]:
    """Where the proxy of a process listens, and the URL by which the process reaches it."""
    plain = url.set(drivername="postgresql")
    if "host" in url.query:
        directory.mkdir()
        return directory / ".s.PGSQL.5432", plain.update_query_dict({"host": str(directory)})
    port = free_port()
    return port, plain.set(host="127.0.0.1", port=port)


async def _until_ready(found: Town) -> None:
    """Wait until both web processes answer; the workers find their work by themselves."""
    async with asyncio.timeout(READY_WITHIN), httpx.AsyncClient(timeout=5, trust_env=False, verify=NO_AUTHORITIES) as http:
        for base in found.bases:
            while True:
                with suppress(httpx.HTTPError):
                    if (await http.get(f"{base}/healthz")).status_code == httpx.codes.OK:
                        break
                await asyncio.sleep(0.2)
