"""One post against standing queries: as its job looks them up, beside PostgreSQL going through all of them, and how both grow."""

import math
import os
import statistics
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any, Final

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.measuring import Figure, sampled
from engawa.parts import House
from engawa.serving import house
from server.kit.actor import Level
from server.kit.clock import today
from server.kit.copying import copy_rows
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId, uuid7
from server.kit.settings import load_settings
from server.opportunities.documents import facts_by_ids
from server.opportunities.model import Opportunity, OpportunitySkill
from server.opportunities.policy import live
from server.opportunities.reads import members_meant
from server.opportunities.rules import Kind, OpportunityFacts, OpportunityFilter, matches
from server.people.model import Profile
from server.standing.model import StandingQuery, StandingTerm
from server.standing.reads import matches_of
from server.standing.rules import Condition, conditions_of, rarest

MEMBERS = int(os.environ.get("BENCH_MEMBERS", "200000"))
SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
AIM: Final = 100_000
# Of each size so many meet the post, and so many more are looked at in vain, since they ask for another kind.
MATCHES, IN_VAIN = 50, 50
# Of each thing that others look for, so many ask.
ALIKE = 20
# Others use this machine too: of so many rounds the best counts.
ROUNDS, SAMPLES = 7, 40
# What each filter asks for, in the plainest SQL; words as they stand. Who may see the post is not even asked.
PLAIN = """
SELECT id FROM standing_query WHERE paused_at IS NULL AND about = 'opportunities' AND member_id <> :author
AND (kinds = '{}' OR :kind = ANY (kinds)) AND (directions = '{}' OR :direction = ANY (directions))
AND (remote IS NULL OR remote = :remote) AND (skills = '{}' OR skills && CAST(:skills AS uuid[]))
AND (groups = '{}' OR groups && CAST(:groups AS uuid[])) AND (companies = '{}' OR companies && CAST(:companies AS uuid[]))
AND (text = '' OR strpos(:words, trim(text)) > 0)
"""


async def measure(home: Path) -> list[Figure]:
    """Return the figures of standing queries; the world of this size takes minutes to be made (BENCH_HOME keeps it)."""
    variables = {"DATA_DIR": str(home / f"world-{MEMBERS}"), "DEMO_MEMBERS": str(MEMBERS)}
    async with house(load_settings(variables), print) as running:
        async with running.db.read() as session:
            figures = [await _as_saved(session)]
        async with _emptied(running) as session:
            figures += await _growing(session)
    return figures


async def _as_saved(session: AsyncSession) -> Figure:
    """What the demo's members saved: many are interested in the same, so that a post meets thousands of them."""
    kept = await session.scalar(select(func.count()).select_from(StandingQuery)) or 0
    found: list[float] = []
    met = 0
    for key in (await session.scalars(select(Opportunity.id).where(live(today())).order_by(Opportunity.id).limit(5))).all():
        met += len(await matches_of(session, OpportunityId(key)))
        found += await sampled(lambda key=key: matches_of(session, OpportunityId(key)), 2, 0)
    name = f"a post against the {kept:,} filters that the demo's members saved"
    return Figure(name, statistics.mean(found), "ms", None, f"it meets {met / 5:,.0f}")


@asynccontextmanager
async def _emptied(running: House) -> AsyncGenerator[AsyncSession]:
    """A transaction in which nobody has saved anything, and which leaves no trace."""
    async with running.db.engine.connect() as connection, AsyncSession(connection) as session:
        await session.execute(text("TRUNCATE standing_query CASCADE"))
        yield session
        await session.rollback()


async def _growing(session: AsyncSession) -> list[Figure]:
    """Ever more filters, of which as many meet the post as before."""
    post = await _post(session)
    facts = (await facts_by_ids(session, [post]))[post]
    given = await _plainly(session, facts)
    members = await _readers(session, post, MemberId(given["author"]))
    wanted = list(_meeting(facts))
    await _fill(session, members, wanted)
    others, kept = _others(facts), len(wanted)
    ours: dict[int, float] = {}
    plain: dict[int, float] = {}
    for size in SIZES:
        while kept < size:
            batch = list(islice(others, min(20_000, size - kept)))
            await _fill(session, members, batch)
            kept += len(batch)
        await session.execute(text("ANALYZE standing_query, standing_term"))
        assert len(await matches_of(session, post)) == MATCHES
        assert len((await session.execute(text(PLAIN), given)).all()) == MATCHES
        ours[size] = await _best(lambda: matches_of(session, post), SAMPLES)
        plain[size] = min(await sampled(lambda: session.execute(text(PLAIN), given), 4, 1))
    return _told(ours, plain)


def _told(ours: dict[int, float], plain: dict[int, float]) -> list[Figure]:
    figures: list[Figure] = []
    for size in SIZES:
        name = f"a post against {size:,} standing queries, of which it meets {MATCHES}"
        figures.append(Figure(name, ours[size], "ms", 2 if size == AIM else None, f"the best of {ROUNDS} medians of {SAMPLES}"))
        figures.append(
            Figure("  beside: PostgreSQL goes through all of them", plain[size], "ms", None, f"{plain[size] / ours[size]:.1f} x")
        )
    name = f"  exponent of the cost, {SIZES[0]:,} -> {SIZES[-1]:,}"
    return [*figures, Figure(name, _exponent(ours), "", 0.3, f"going through all of them: {_exponent(plain):.2f}")]


def _exponent(found: dict[int, float]) -> float:
    return math.log(found[SIZES[-1]] / found[SIZES[0]]) / math.log(SIZES[-1] / SIZES[0])


async def _best(act: Callable[[], Awaitable[object]], samples: int) -> float:
    return min([statistics.median(await sampled(act, samples, 3)) for _ in range(ROUNDS)])


async def _post(session: AsyncSession) -> OpportunityId:
    """A live post that is meant for every verified member and asks for a skill."""
    skilled = select(OpportunitySkill.opportunity_id)
    wanted = select(Opportunity.id).where(live(today()), Opportunity.audience == int(Level.VERIFIED), Opportunity.id.in_(skilled))
    return OpportunityId((await session.scalars(wanted.order_by(Opportunity.id).limit(1))).one())


async def _readers(session: AsyncSession, post: OpportunityId, author: MemberId) -> list[MemberId]:
    """Members who may see the post, as many as are to meet it."""
    verified = select(Profile.member_id).where(Profile.verified_at.is_not(None), Profile.member_id != author)
    some = {MemberId(key) for key in await session.scalars(verified.order_by(Profile.member_id).limit(2 * MATCHES))}
    found = sorted(await members_meant(session, post, some))[:MATCHES]
    assert len(found) == MATCHES
    return found


async def _plainly(session: AsyncSession, facts: OpportunityFacts) -> dict[str, Any]:
    post = await session.get_one(Opportunity, facts.id)
    return {
        "author": post.author_id,
        "kind": post.kind,
        "direction": post.direction,
        "remote": post.remote,
        "skills": sorted(facts.skills),
        "groups": sorted(facts.groups),
        "companies": sorted(facts.author.companies),
        "words": f"{post.title} {post.body}",
    }


def _meeting(facts: OpportunityFacts) -> Iterator[OpportunityFilter]:
    """Filters that the post meets, by skill, kind and way; after these, filters by the same skill for which it is of the wrong kind."""
    skills = frozenset(sorted(facts.skills)[:1])
    shapes = (
        OpportunityFilter(skills=skills),
        OpportunityFilter(skills=skills, kinds=frozenset({facts.kind})),
        OpportunityFilter(skills=skills, directions=frozenset({facts.direction})),
        OpportunityFilter(skills=skills, kinds=frozenset({facts.kind, Kind.OTHER}), remote=facts.remote),
        OpportunityFilter(kinds=frozenset({facts.kind}), directions=frozenset({facts.direction})),
    )
    for place in range(MATCHES):
        assert matches(shapes[place % len(shapes)], facts)
        yield shapes[place % len(shapes)]
    wrong = frozenset({next(kind for kind in Kind if kind is not facts.kind)})
    yield from [OpportunityFilter(skills=skills, kinds=wrong)] * IN_VAIN


def _others(facts: OpportunityFacts) -> Iterator[OpportunityFilter]:
    """Filters of people who look for other things, for ever: what they look for grows with their number."""
    rng = Random(1)
    for number in count():
        shapes = (
            OpportunityFilter(skills=frozenset({SkillId(uuid7())})),
            OpportunityFilter(groups=frozenset({GroupId(uuid7())})),
            OpportunityFilter(companies=frozenset({CompanyId(uuid7())})),
            OpportunityFilter(text=f"x{number}x "),
        )
        for other in rng.choices(shapes, (45, 20, 30, 5), k=ALIKE):
            yield replace(other, kinds=frozenset({facts.kind})) if rng.random() < 0.5 else other


async def _fill(session: AsyncSession, members: Sequence[MemberId], wanted: Sequence[OpportunityFilter]) -> None:
    """Keep the filters, without the limits of a member: who they are of makes no difference to what is looked up."""
    queries: list[dict[str, Any]] = []
    terms: list[dict[str, Any]] = []
    for place, each in enumerate(wanted):
        key = uuid7()
        queries.append(_row(each) | {"id": key, "member_id": members[place % len(members)]})
        kept = rarest({condition: _frequency(condition) for condition in conditions_of(each)})
        terms.extend({"term": term, "query_id": key} for term in kept.terms)
    await copy_rows(session, StandingQuery.metadata.tables[StandingQuery.__tablename__], queries)
    await copy_rows(session, StandingTerm.metadata.tables[StandingTerm.__tablename__], terms)


def _row(wanted: OpportunityFilter) -> dict[str, Any]:
    return {
        "about": "opportunities",
        "name": "bench",
        "channel": "daily",
        "text": wanted.text,
        "kinds": sorted(kind.value for kind in wanted.kinds),
        "directions": sorted(direction.value for direction in wanted.directions),
        "skills": sorted(wanted.skills),
        "companies": sorted(wanted.companies),
        "groups": sorted(wanted.groups),
        "remote": wanted.remote,
    }


def _frequency(condition: Condition) -> int:
    """How common a condition is: kinds, directions and ways are."""
    asks = condition.asks
    return 1_000 if asks.kinds or asks.directions or asks.remote is not None else 1
