"""What finding costs at size, server-side, and how much of what is meant it finds: ours, ILIKE, and PostgreSQL's text search on bigrams."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bench.measuring import Figure, percentile, spread
from bench.peers import by_bigrams, peers, plain
from bench.relevance.engines import handles, viewer
from bench.relevance.queries import HALVES, SETS, Judged, load
from bench.relevance.report import judged_house
from bench.relevance.scoring import GOOD
from bench.search import demo_viewer
from engawa.parts import House
from engawa.serving import house
from server.kit.actor import Actor
from server.kit.paging import MOST, PageRequest
from server.kit.settings import load_settings
from server.opportunities.reads import Order, find_opportunities
from server.opportunities.rules import OpportunityFilter
from server.people.reads import Question, search_people
from server.search.engine import SearchEngine
from server.search.postgresql.engine import PostgreSQLEngine

MEMBERS: Final = int(os.environ.get("BENCH_MEMBERS", "200000"))
# Of the judged queries every so many-th: a peer takes up to a second for one.
_EVERY: Final = 4
_PAGE: Final = 20
# For recall the peers may give as much as they find.
_EVERYTHING: Final = 100_000
Ask = Callable[[Judged], Awaitable[object]]


async def measure(home: Path) -> list[Figure]:
    """Return the figures; a world of this size takes minutes to be made (BENCH_HOME keeps it, BENCH_MEMBERS is its size)."""
    return [*await _speed(home), *await _recall(home)]


async def _speed(home: Path) -> list[Figure]:
    variables = {"DATA_DIR": str(home / f"world-{MEMBERS}"), "DEMO_MEMBERS": str(MEMBERS)}
    queries = [query for half in HALVES for query in load(half)][::_EVERY]
    async with house(load_settings(variables), print) as running:
        actor = await demo_viewer(running)
        found = await _timed(queries, lambda query: _ours(running, actor, query, PageRequest(_PAGE, facets=False)))
        counted = await _timed(queries, lambda query: _ours(running, actor, query, PageRequest(_PAGE, facets=True)))
        async with running.db.transaction() as session, peers(session):
            simple = await _timed(queries, lambda query: plain(session, query, _PAGE))
            bigrams = await _timed(queries, lambda query: by_bigrams(session, query, _PAGE))
    size = f"{MEMBERS:,} members"
    p95 = percentile(found, 0.95)
    return [
        *spread(f"finding, {len(queries)} of the judged queries, {size}", found, 15),
        Figure("  the same, against its own target, p95", p95, "ms", 50),
        *spread("  with all facets, which the page asks for beside", counted, None),
        *spread("  beside: ILIKE '%…%' of every word, no visibility", simple, None),
        *spread("  beside: text search on bigrams, no visibility", bigrams, None),
        Figure("  ILIKE, times ours, of all together", sum(simple) / sum(found), "x", at_least=3),
        Figure("  bigrams, times ours, of all together", sum(bigrams) / sum(found), "x", at_least=3),
    ]


async def _recall(home: Path) -> list[Figure]:
    """How much of what was judged a good answer each finds, in the judged world, of which alone that is known."""
    queries = [query for part in SETS for query in load(part) if _good(query)]
    engine = PostgreSQLEngine()
    called = handles()
    async with judged_house(home) as running:
        async with running.db.read() as session:
            actor = await viewer(session)
        ours = [_share(query, await _ours(running, actor, query, PageRequest(MOST, facets=False), engine), called) for query in queries]
        async with running.db.transaction() as session, peers(session):
            simple = [_share(query, await plain(session, query, _EVERYTHING), called) for query in queries]
            bigrams = [_share(query, await by_bigrams(session, query, _EVERYTHING), called) for query in queries]
    of_peers = {"ILIKE": _mean(simple), "text search on bigrams": _mean(bigrams)}
    note = f"the mean over {len(queries)} judged queries, 2,000 members"
    return [
        Figure(f"recall of good answers, ours, its first {MOST}", _mean(ours), "%", at_least=round(max(of_peers.values()), 2), note=note),
        *(Figure(f"  beside: {name}, all that it finds", value, "%") for name, value in of_peers.items()),
    ]


def _good(query: Judged) -> set[str]:
    return {handle for handle, grade in query.answers.items() if grade >= GOOD}


def _share(query: Judged, found: Iterable[UUID], called: dict[UUID, str]) -> float:
    good = _good(query)
    # Of more than a page holds, a full page is all that could be given.
    return len(good & {called.get(key, "") for key in found}) / min(len(good), MOST)


def _mean(shares: Sequence[float]) -> float:
    return 100 * sum(min(1.0, share) for share in shares) / len(shares)


async def _timed(queries: Sequence[Judged], ask: Ask) -> list[float]:
    for query in queries[:20]:
        await ask(query)
    found: list[float] = []
    for query in queries:
        began = time.perf_counter()
        await ask(query)
        found.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0)
    return found


async def _ours(running: House, actor: Actor, query: Judged, page: PageRequest, engine: PostgreSQLEngine | None = None) -> Sequence[UUID]:
    searching = engine or running.graph.engine
    async with running.db.read() as session:
        if query.find == "people":
            people = await search_people(session, searching, actor, Question(query.ask), page)
            return [item.person.id for item in people.page.items]
        return await _posts(session, searching, actor, query, page)


async def _posts(session: AsyncSession, engine: SearchEngine, actor: Actor, query: Judged, page: PageRequest) -> Sequence[UUID]:
    listing = await find_opportunities(session, engine, actor, OpportunityFilter(text=query.ask), Order.RELEVANCE, page)
    return list(listing.page.items)
