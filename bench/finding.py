"""What finding costs at size, server-side: the judged queries over our engine, beside ILIKE and PostgreSQL's own text search on bigrams."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.measuring import Figure, percentile, spread
from bench.relevance.queries import HALVES, Judged, load
from bench.search import demo_viewer
from engawa.parts import House
from engawa.serving import house
from server.kit.actor import Actor
from server.kit.paging import PageRequest
from server.kit.settings import load_settings
from server.opportunities.model import Opportunity
from server.opportunities.reads import Order, find_opportunities
from server.opportunities.rules import OpportunityFilter
from server.people.model import Profile
from server.people.reads import Question, search_people

MEMBERS: Final = int(os.environ.get("BENCH_MEMBERS", "200000"))
# Of the judged queries every so many-th: a peer takes up to a second for one.
_EVERY: Final = 4
_PAGE: Final = 20
_PEOPLE: Final = (Profile.name, Profile.reading, Profile.romanised, Profile.headline, Profile.bio, Profile.place)
_POSTS: Final = (Opportunity.title, Opportunity.body, Opportunity.place, Opportunity.on_behalf_of)
# Each two letters that follow each other are a word of the "simple" configuration; a query has to have all of them.
_BIGRAMS: Final = """
    CREATE FUNCTION pg_temp.bigrams(said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT coalesce(string_agg(substr(s.said, g.at, 2), ' '), '')
        FROM (SELECT regexp_replace(lower(said), '[^[:alnum:]]', '', 'g') AS said) AS s, generate_series(1, length(s.said) - 1) AS g (at)
    $$;
    CREATE TEMPORARY TABLE bigrams_people AS SELECT member_id AS id, to_tsvector('simple', pg_temp.bigrams(concat_ws(' ',
        name, reading, romanised, headline, bio, place))) AS told FROM profile;
    CREATE TEMPORARY TABLE bigrams_posts AS SELECT id, to_tsvector('simple', pg_temp.bigrams(concat_ws(' ',
        title, body, place, on_behalf_of))) AS told FROM opportunity;
    CREATE INDEX ON bigrams_people USING gin (told);
    CREATE INDEX ON bigrams_posts USING gin (told);
    ANALYZE bigrams_people;
    ANALYZE bigrams_posts;
"""
Ask = Callable[[Judged], Awaitable[object]]


async def measure(home: Path) -> list[Figure]:
    """Return the figures; a world of this size takes minutes to be made (BENCH_HOME keeps it, BENCH_MEMBERS is its size)."""
    variables = {"DATA_DIR": str(home / f"world-{MEMBERS}"), "DEMO_MEMBERS": str(MEMBERS)}
    queries = [query for half in HALVES for query in load(half)][::_EVERY]
    async with house(load_settings(variables), print) as running:
        actor = await demo_viewer(running)
        found = await _timed(queries, lambda query: _ours(running, actor, query, counted=False))
        counted = await _timed(queries, lambda query: _ours(running, actor, query, counted=True))
        async with running.db.transaction() as session:
            for statement in _statements():
                await session.execute(text(statement))
            plain = await _timed(queries, lambda query: _plain(session, query))
            bigrams = await _timed(queries, lambda query: _by_bigrams(session, query))
            await session.rollback()
    size = f"{MEMBERS:,} members"
    p95 = percentile(found, 0.95)
    return [
        *spread(f"finding, the judged queries, {size}", found, 15),
        Figure("  the same, against its own target, p95", p95, "ms", 50),
        *spread("  with all facets, which the page asks for beside", counted, None),
        *spread("  beside: ILIKE '%…%' of every word, no visibility", plain, None),
        *spread("  beside: text search on bigrams, no visibility", bigrams, None),
        Figure("  ILIKE, times ours, of all together", sum(plain) / sum(found), "x", at_least=3),
        Figure("  bigrams, times ours, of all together", sum(bigrams) / sum(found), "x", at_least=3),
    ]


def _statements() -> list[str]:
    function, _, rest = _BIGRAMS.partition("$$;")
    return [f"{function}$$", *(each for each in rest.split(";") if each.strip())]


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


async def _ours(running: House, actor: Actor, query: Judged, *, counted: bool) -> None:
    page = PageRequest(_PAGE, facets=counted)
    async with running.db.read() as session:
        if query.find == "people":
            await search_people(session, running.graph.engine, actor, Question(query.ask), page)
        else:
            await find_opportunities(session, running.graph.engine, actor, OpportunityFilter(text=query.ask), Order.RELEVANCE, page)


async def _plain(session: AsyncSession, query: Judged) -> None:
    row, columns = (Profile.member_id, _PEOPLE) if query.find == "people" else (Opportunity.id, _POSTS)
    every = [or_(*(column.ilike(f"%{word}%") for column in columns)) for word in query.ask.split()]
    (await session.execute(select(row).where(*every).limit(_PAGE))).all()


async def _by_bigrams(session: AsyncSession, query: Judged) -> None:
    table = "bigrams_people" if query.find == "people" else "bigrams_posts"
    asked = f"""
        SELECT id FROM {table}, plainto_tsquery('simple', pg_temp.bigrams(:ask)) AS q
        WHERE told @@ q ORDER BY ts_rank(told, q) DESC, id DESC LIMIT {_PAGE}
    """  # noqa: S608  (no word of it comes from elsewhere)
    (await session.execute(text(asked), {"ask": query.ask})).all()
