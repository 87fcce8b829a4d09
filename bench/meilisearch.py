"""What a search over Meilisearch costs beside the server's own time: analysis, connection, reading, and PostgreSQL's word on the page."""

import asyncio
import itertools
import os
import statistics
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bench.measuring import Figure, percentile
from bench.search import WORDS, demo_viewer
from bench.worlds import mirror_anew
from engawa.engines import DEADLINE_SECONDS
from engawa.parts import House
from engawa.serving import house
from server.kit.actor import Actor
from server.kit.paging import PageRequest
from server.kit.settings import load_settings
from server.people.reads import Question, search_people
from server.search.engine import Found, Query
from server.search.failing_over import FailingOverEngine
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.postgresql.engine import PostgreSQLEngine

_SAMPLES, _WARM_UP = 300, 30


class Timed(Connection):
    """A connection that keeps what the server says each answer took it, in whole milliseconds rounded down."""

    def __init__(self, url: str, key: str | None) -> None:
        super().__init__(url, key)
        self.own: list[float] = []

    async def ask(self, path: str, body: Mapping[str, Any], until: float) -> Any:
        """Ask, and note the time."""
        answer = await super().ask(path, body, until)
        # The queries of a request follow each other.
        self.own.append(sum(each["processingTimeMs"] for each in answer.get("results", [answer])))
        return answer


class TimedEngine(MeilisearchEngine):
    """An engine that keeps how long each search took, in milliseconds."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.whole: list[float] = []

    async def search(self, session: AsyncSession, query: Query) -> Found:
        """Search, and note the time."""
        began = time.perf_counter()
        found = await super().search(session, query)
        self.whole.append((time.perf_counter() - began) * 1000)
        return found


async def measure(home: Path) -> list[Figure]:
    """Return the figures, none where there is no server."""
    if "MEILISEARCH_URL" not in os.environ:
        print("not run: Meilisearch: MEILISEARCH_URL is not set")
        return []
    variables = {"DATA_DIR": str(home / "world-2000"), "DEMO_MEMBERS": "2000"}
    variables |= {name: os.environ[name] for name in ("MEILISEARCH_URL", "MEILISEARCH_KEY") if name in os.environ}
    settings = load_settings(variables)
    async with house(settings, lambda _told: None) as running:
        assert running.worker.mirror is not None
        await mirror_anew(running, running.worker.mirror)
        await asyncio.sleep(1)
        connection = Timed(os.environ["MEILISEARCH_URL"], settings.meilisearch_key)
        whole, own = await _samples(running, await demo_viewer(running), TimedEngine(connection), connection)
        await connection.close()
        away = await _away(running, await demo_viewer(running))
    ours = [all_of_it - theirs for all_of_it, theirs in zip(whole, own, strict=True)]
    return [
        Figure("people over Meilisearch, 2,000 members, with facets, p50", statistics.median(whole), "ms"),
        Figure("people over Meilisearch, 2,000 members, with facets, p95", percentile(whole, 0.95), "ms"),
        Figure("  of it over the server's own time, mean", statistics.mean(ours), "ms", 2, "the server tells whole milliseconds"),
        Figure("people by PostgreSQL, from the question to a server that hangs, p95", percentile(away, 0.95), "ms", 250),
    ]


async def _away(running: House, actor: Actor) -> list[float]:
    """Return how long each first search takes that meets a server which takes the question and never answers, in milliseconds."""
    held: list[asyncio.StreamWriter] = []
    hanging = await asyncio.start_server(lambda _, writer: held.append(writer), "127.0.0.1", 0)
    port = hanging.sockets[0].getsockname()[1]
    found: list[float] = []
    for word in WORDS:
        first = MeilisearchEngine(Connection(f"http://127.0.0.1:{port}", None), deadline=DEADLINE_SECONDS)
        engine = FailingOverEngine(first, PostgreSQLEngine())
        async with running.db.read() as session:
            began = time.perf_counter()
            await search_people(session, engine, actor, Question(word), PageRequest(20))
            found.append((time.perf_counter() - began) * 1000)
        await engine.close()
    for writer in held:
        writer.close()
    hanging.close()
    return found


async def _samples(running: House, actor: Actor, engine: TimedEngine, connection: Timed) -> tuple[list[float], list[float]]:
    theirs: list[float] = []
    words = itertools.cycle(WORDS)
    for _ in range(_SAMPLES + _WARM_UP):
        connection.own.clear()
        async with running.db.read() as session:
            await search_people(session, engine, actor, Question(next(words)), PageRequest(20))
        theirs.append(sum(connection.own))
    return engine.whole[_WARM_UP:], theirs[_WARM_UP:]
