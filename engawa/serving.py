"""From settings to a listening server: the database started or reached, migrated and filled, then uvicorn until it is told to stop."""

import asyncio
import gc
import resource
import signal
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from asyncpg import PostgresError
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp

from engawa.app import web
from engawa.facts import ensure_facts
from engawa.frames import FramesProtocol
from engawa.parts import House, opened
from engawa.processes import Children, NoneServed
from engawa.telling import Tell, reason_of
from server.embedded import EmbeddedPostgres
from server.kit.limits import Limits
from server.kit.settings import Settings
from server.migrations import migrate
from workers.run import running_worker

MOST_FRAME_BYTES = 64 * 1024
MOST_FILES = 65_536


@asynccontextmanager
async def database(settings: Settings, tell: Tell) -> AsyncGenerator[str]:
    """Start the embedded PostgreSQL, or take the configured one; yield its SQLAlchemy URL."""
    if not settings.embedded:
        yield settings.sqlalchemy_url
        return
    tell("starting the embedded PostgreSQL")
    postgres = EmbeddedPostgres(settings.data_dir)
    url = await asyncio.to_thread(postgres.start)
    try:
        yield url
    finally:
        await asyncio.to_thread(postgres.stop)


@asynccontextmanager
async def house(settings: Settings, tell: Tell, *, limits: Limits | None = None) -> AsyncGenerator[House]:
    """Open the house: database, migrations, facts, and in embedded mode the demo world and the worker."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(database(settings, tell))
        tell("migrating")
        await migrate(url)
        running = await stack.enter_async_context(opened(settings, url, limits=limits))
        await ensure_facts(running, tell)
        if settings.embedded:
            await stack.enter_async_context(running_worker(running.worker, url))
        collect_seldom()
        yield running


def collect_seldom() -> None:
    """Let the garbage collector look seldom, and never again at what stays as long as the process: it took a tenth of each read."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def allow_many_sockets() -> None:
    """Let this process open as many files as it may, up to 65,536: each socket is one, and the usual limit is a thousand."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft not in {resource.RLIM_INFINITY, hard} and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def serve(settings: Settings, tell: Tell, ready: Callable[[House], None], *, limits: Limits | None = None) -> None:
    """Serve until SIGINT or SIGTERM, then stop everything that was started, also when it is still starting.

    Call `ready` once requests are answered. `limits` replaces the caps, for proofs. Raise NotServed when it cannot be.
    """
    allow_many_sockets()
    listening = listen(settings)
    try:
        with stopping(asyncio.current_task()) as stop:
            async with house(settings, tell, limits=limits) as running:
                stop.server = served_by(running, listening, tell, lambda: ready(running))
                await (stop.server.serve() if isinstance(stop.server, Children) else stop.server.serve(sockets=[listening]))
    except asyncio.CancelledError:
        # Told to stop before it served.
        tell("stopped")
    except NoneServed as none:
        raise NotServed(str(none)) from none
    except (SQLAlchemyError, PostgresError, OSError) as error:
        if settings.embedded:
            raise
        raise NotServed(f"DATABASE_URL cannot be used ({reason_of(error)}).") from error
    finally:
        listening.close()


@dataclass(slots=True)
class Stop:
    """What a signal stops: the server once there is one, before that the starting itself."""

    starting: asyncio.Task[Any] | None
    server: "Server | Children | None" = None

    def __call__(self) -> None:
        """Stop; a second time do not wait for anybody."""
        if self.server is None:
            if self.starting is not None:
                self.starting.cancel()
            return
        self.server.force_exit = self.server.should_exit
        self.server.should_exit = True


@contextmanager
def stopping(task: asyncio.Task[Any] | None) -> Generator[Stop]:
    """Stop at SIGINT and SIGTERM within the block."""
    stop, loop = Stop(task), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop)
    try:
        yield stop
    finally:
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(name)


def served_by(running: House, listening: socket.socket, tell: Tell, ready: Callable[[], None]) -> "Server | Children":
    """Return what serves the house: this process, or several children of it."""
    if running.settings.web_concurrency == 1:
        return Server(uvicorn_config(running), ready=ready, drain=running.sockets.drain)
    return Children(running.settings.web_concurrency, running.url, listening, tell, ready)


def listen(settings: Settings) -> socket.socket:
    """Take the port before anything is started, so that a port in use is told at once (NotServed)."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        # Two that start at once would both be given the address.
        listening.listen()
    except OSError as error:
        listening.close()
        raise NotServed(f"PORT {settings.port} on {settings.host} cannot be used ({error.strerror}).") from error
    return listening


def uvicorn_config(running: House) -> uvicorn.Config:
    """Return how uvicorn serves the house."""
    return configured(web(running))


def configured(application: ASGIApp) -> uvicorn.Config:
    """Return how uvicorn serves an application: small frames, no access log, proxies trusted only when configured."""
    return uvicorn.Config(
        application,
        ws=FramesProtocol,
        ws_max_size=MOST_FRAME_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=3,
        lifespan="off",
    )


class NotServed(Exception):
    """What stands in the way of serving, as one sentence."""


class Server(uvicorn.Server):
    """uvicorn, telling when it is ready, and leaving signals to whoever started more than it."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], None], drain: Callable[[], Awaitable[None]] | None = None) -> None:
        """`ready` is called once, after the sockets are open; `drain` lets go of them in the end, over a while where they are many."""
        super().__init__(config)
        self._ready = ready
        self._drain = drain

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the sockets, then tell."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept nobody more, let go of the sockets, then of everything else; told to stop again, at once."""
        for listening in (*self.servers, *(sockets or [])):
            listening.close()
        if self._drain is not None:
            draining = asyncio.ensure_future(self._drain())
            while not draining.done() and not self.force_exit:
                await asyncio.wait([draining], timeout=0.1)
            draining.cancel()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Capture none: uvicorn would send itself the signal again in the end, before the database is stopped."""
        yield
