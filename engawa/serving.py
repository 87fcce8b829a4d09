"""From settings to a listening server: the database started or reached, migrated and filled, then uvicorn until it is told to stop."""

import asyncio
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import uvicorn

from engawa.app import web
from engawa.facts import ensure_facts
from engawa.parts import House, opened
from engawa.telling import Tell
from server.embedded import EmbeddedPostgres
from server.kit.limits import Limits
from server.kit.settings import Settings
from server.migrations import migrate
from workers.run import running_worker

MOST_FRAME_BYTES = 64 * 1024


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
        yield running


async def serve(settings: Settings, tell: Tell, ready: Callable[[House], None], *, limits: Limits | None = None) -> None:
    """Serve until SIGINT or SIGTERM; call `ready` once requests are answered. `limits` replaces the caps, for proofs."""
    listening = listen(settings)
    async with house(settings, tell, limits=limits) as running:
        server = Server(uvicorn_config(running), ready=lambda: ready(running))
        await server.serve(sockets=[listening])


def listen(settings: Settings) -> socket.socket:
    """Take the port before anything is started, so that a port in use is told at once; OSError says why it was not."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError:
        listening.close()
        raise
    return listening


def uvicorn_config(running: House) -> uvicorn.Config:
    """Return how uvicorn serves the house: one process, small frames, no access log, proxies trusted only when configured."""
    return uvicorn.Config(
        web(running),
        ws="websockets-sansio",
        ws_max_size=MOST_FRAME_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=3,
        lifespan="off",
    )


class Server(uvicorn.Server):
    """uvicorn, telling when it is ready."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], None]) -> None:
        """`ready` is called once, after the sockets are open."""
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the sockets, then tell."""
        await super().startup(sockets)
        self._ready()
