"""The most memory that `engawa worker` takes while it indexes anew, matches posts against standing queries and does its other jobs."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from sqlalchemy import func, select, text

from bench.measuring import Figure
from bench.memory import most_resident
from bench.worlds import ROOT, free_port, made
from engawa.parts import House, opened
from engawa.serving import database
from server.kit.clock import today
from server.kit.ids import MemberId, OpportunityId
from server.kit.log import record
from server.opportunities.events import OpportunityPosted
from server.opportunities.model import Opportunity
from server.opportunities.policy import live
from server.people.events import ProfileUpdated
from server.people.model import Profile
from server.standing.model import StandingQuery

MEMBERS: Final = int(os.environ.get("BENCH_MEMBERS", "200000"))
TARGET: Final = 400
# So many documents are of an older analysis, so many posts are posted once more, and so many people change.
STALE, POSTS, PEOPLE = 20_000, 100, 500
# How long each of the two parts may take; what is not done by then is told.
_LONGEST_SECONDS: Final = 240
_STALE: Final = """
    UPDATE search_documents SET analysis = 'of before'
    WHERE (index, id) IN (SELECT index, id FROM search_documents ORDER BY id LIMIT :most)
"""
_WAITING: Final = "SELECT count(*) FROM pgqueuer WHERE status IN ('queued', 'picked') AND execute_after <= now()"


async def measure(home: Path) -> list[Figure]:
    """Return the figures; a world of this size takes minutes to be made (BENCH_HOME keeps it, BENCH_MEMBERS is its size)."""
    settings = await made(home, MEMBERS)
    async with database(settings, print) as url, opened(settings, url) as running:
        async with running.db.transaction() as session:
            await session.execute(text(_STALE), {"most": STALE})
            searches = await session.scalar(select(func.count()).select_from(StandingQuery)) or 0
        async with _worker(url, settings.data_dir) as pid:
            beginning = most_resident(pid)
            indexing = await _done(running, _still_stale)
            indexed = most_resident(pid)
            jobs = await _tell(running)
            matching = await _done(running, _still_waiting)
            most = most_resident(pid)
    return [
        Figure(f"the worker's memory at its most, {MEMBERS:,} members", most / 1024, "MiB", TARGET, f"{searches:,} standing queries"),
        Figure("  of it a moment after its start", beginning / 1024, "MiB"),
        Figure("  of it once documents were indexed anew", indexed / 1024, "MiB", note=indexing),
        Figure("  events told, each with the jobs that follow from it", jobs, "", note=matching),
    ]


@asynccontextmanager
async def _worker(url: str, data_dir: Path) -> AsyncGenerator[int]:
    """Run the worker of a real deployment over this database; its mails go nowhere."""
    mails = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    mails.start()
    variables = os.environ | {
        "DATABASE_URL": url,
        "DATA_DIR": str(data_dir),
        "SMTP_URL": f"smtp://127.0.0.1:{mails.port}",
        "SECRET_KEY": "a secret of the benchmark's own, 0123456789",
        "PUBLIC_URL": "http://localhost:8000",
        "OPERATED_BY": "bench",
        "CONTACT": "desk@engawa.example",
        "FILES_URL": (data_dir.absolute() / "files").as_uri(),
    }
    process = subprocess.Popen([sys.executable, "-m", "engawa", "worker"], cwd=ROOT, env=variables, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        async with asyncio.timeout(60):
            line = await asyncio.to_thread(process.stdout.readline)
        assert b"working" in line, line
        yield process.pid
        assert process.poll() is None, "the worker ended by itself"
    finally:
        process.terminate()
        process.wait(30)
        mails.stop()


async def _tell(running: House) -> int:
    """Let posts be posted once more, and people have changed."""
    async with running.db.transaction() as session:
        posts = (await session.execute(select(Opportunity.id, Opportunity.author_id).where(live(today())).limit(POSTS))).all()
        people = (await session.scalars(select(Profile.member_id).where(Profile.verified_at.is_not(None)).limit(PEOPLE))).all()
        for post, author in posts:
            record(session, OpportunityPosted(opportunity_id=OpportunityId(post), author_id=MemberId(author)))
        for member in people:
            record(session, ProfileUpdated(member_id=MemberId(member)))
    return len(posts) + len(people)


async def _done(running: House, left: Callable[[House], Awaitable[int]]) -> str:
    """Wait until nothing is left to be done, or for as long as it may take; return how it went."""
    began = time.perf_counter()
    # House-keeping that the worker does first may not have come to it.
    # The worker is a process of its own: there is nothing here that could tell.
    while (waiting := await left(running)) and time.perf_counter() - began < _LONGEST_SECONDS:  # noqa: ASYNC110
        await asyncio.sleep(0.5)
    seconds = time.perf_counter() - began
    return f"{seconds:.0f} s, {waiting:,} not done" if waiting else f"all in {seconds:.0f} s"


async def _still_stale(running: House) -> int:
    async with running.db.read() as session:
        return (await running.graph.engine.health(session)).stale


async def _still_waiting(running: House) -> int:
    async with running.db.read() as session:
        return await session.scalar(text(_WAITING)) or 0
