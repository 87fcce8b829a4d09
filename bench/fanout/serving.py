"""The server that is measured: `ours` with whole frames, `plain` through ASGI alone, or `stock`, Strawberry's own handler.

All three serve the same schema over the same world. Sessions for members are made first, and their tokens written down. As in a
deployment the jobs are run by a process of their own.
"""

import asyncio
import resource
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import uvloop
from sqlalchemy import select
from strawberry.asgi import GraphQL

from engawa.app import Doorway, web
from engawa.facts import ensure_facts
from engawa.parts import House, opened
from engawa.serving import Server, collect_seldom, database, listen, stopping, uvicorn_config
from schema.build import schema
from schema.context import Context
from server.accounts.commands import open_session
from server.accounts.model import Member
from server.kit.ids import MemberId
from server.kit.limits import Limits
from server.kit.settings import Settings, load_settings
from server.migrations import migrate
from workers.run import running_worker

TOKENS: Final = "tokens.txt"
_CAPS: Final = {"opportunity.post": "1000000/day", "opportunity.post.newcomer": "1000000/day", "sign_in.origin": "1000000/hour"}


class _Stock(GraphQL[Context, None]):
    """Strawberry's handler as its documentation has it used, with our context."""

    def __init__(self, doorway: Doorway) -> None:
        super().__init__(schema, allowed_origins=["*"], connection_init_wait_timeout=timedelta(seconds=60))
        self._doorway = doorway

    async def get_context(self, request: Any, response: Any) -> Context:  # noqa: ARG002
        return await self._doorway.context(request)


def main() -> None:
    """Serve until killed; print READY once requests are answered. Arguments: the way, and how many sessions there shall be.

    `work` and the URL of the database: run its jobs until standard input ends.
    """
    _, way, given = sys.argv
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    uvloop.run(_work(given) if way == "work" else _serve(way, int(given)))


async def _work(url: str) -> None:
    async with opened(load_settings(), url) as running, running_worker(running.worker, url):
        print("READY", flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def _serve(way: str, sessions: int) -> None:
    settings = load_settings()
    listening = listen(settings)
    with stopping(asyncio.current_task()) as stop:
        async with _alone(settings) as running:
            await _sessions(running, sessions, settings.data_dir / TOKENS)
            config = uvicorn_config(running)
            config.ws = "websockets-sansio" if way != "ours" else config.ws
            if way == "stock":
                config.app = _with_stock(running)
            stop.server = Server(config, ready=lambda: print("READY", flush=True))
            await stop.server.serve(sockets=[listening])


@asynccontextmanager
async def _alone(settings: Settings) -> AsyncGenerator[House]:
    """Open the house without a worker, which is another process."""
    async with database(settings, lambda _told: None) as url:
        await migrate(url)
        async with opened(settings, url, limits=Limits(_CAPS)) as running:
            await ensure_facts(running, lambda _told: None)
            collect_seldom()
            command = (sys.executable, "-m", "bench.fanout.serving", "work", url)
            worker = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
            assert worker.stdout is not None
            await worker.stdout.readline()
            try:
                yield running
            finally:
                # What it had begun is begun again by the next one.
                worker.kill()
                await worker.wait()


def _with_stock(running: House) -> Any:
    ours, stock = web(running), _Stock(Doorway(running))

    async def either(scope: Any, receive: Any, send: Any) -> None:
        await (stock if scope["type"] == "websocket" else ours)(scope, receive, send)

    return either


async def _sessions(running: House, many: int, kept: Path) -> None:
    tokens: list[str] = kept.read_text().split() if kept.exists() else []
    async with running.db.transaction() as session:
        members = list(await session.scalars(select(Member.id).order_by(Member.id)))
        for number in range(len(tokens), many):
            opened = await open_session(session, MemberId(members[number % len(members)]), "bench", "passkey")
            tokens.append(opened.token)
    kept.write_text("\n".join(tokens))


if __name__ == "__main__":
    main()
