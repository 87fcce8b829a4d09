"""Matched equals found: a post meets exactly those standing queries whose members would find it by them, but for its author's."""

import os

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.ids import OpportunityId, StandingQueryId
from server.kit.paging import PageRequest
from server.opportunities.model import Opportunity
from server.opportunities.reads import Order, count_posted_since, find_opportunities
from server.opportunities.rules import OpportunityFilter, phrases_for
from server.standing.commands import StandingDraft, follow_skills, pause_standing_query, save_standing_query
from server.standing.errors import NothingAsked, TooManySaved
from server.standing.model import StandingQuery, StandingTerm
from server.standing.reads import filter_of, matches_of
from server.standing.rules import Channel
from tests.server.opportunities.worlds import ENGINE, WISHES, WORDS, Wish, World, make_world

# About 300 pairs of a query and a post; in the long proofs 10,000.
WORLDS = 25 if "PROVE_SIZE" in os.environ else 1


async def saved(session: AsyncSession, world: World, wishes: list[Wish]) -> dict[StandingQueryId, Wish]:
    """Every wish of a member as a standing query, as far as it may be kept."""
    found: dict[StandingQueryId, Wish] = {}
    for wish in wishes:
        draft = StandingDraft(name="名前", wanted=world.wanted(wish), channel=Channel.DAILY)
        try:
            row = await save_standing_query(session, ENGINE, world.actors[wish.reader], draft)
        except (NothingAsked, TooManySaved):
            continue
        found[StandingQueryId(row.id)] = wish
    return found


async def found_by(session: AsyncSession, world: World, wish: Wish) -> set[OpportunityId]:
    """What the wish finds in the list, of others, with all of its words."""
    actor, wanted = world.actors[wish.reader], world.wanted(wish)
    listing = await find_opportunities(session, ENGINE, actor, wanted, Order.NEWEST, PageRequest(100))
    strict = tuple(word for phrase in phrases_for(wanted.text) for word in (phrase.whole, *phrase.parts))
    if listing.dropped or (wanted.text and listing.words != strict):
        return set()
    own = set(await session.scalars(select(Opportunity.id).where(Opportunity.author_id == actor.member_id)))
    return set(listing.page.items) & set(world.posts) - {OpportunityId(key) for key in own}


@settings(max_examples=WORLDS, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(seed=some.integers(0, 10_000), wishes=some.lists(WISHES, min_size=25, max_size=25))
async def test_matched_equals_found(session: AsyncSession, seed: int, wishes: list[Wish]) -> None:
    """For random posts, readers and filters; and as many as were promised while the filter was edited."""
    async with session.begin_nested() as savepoint:
        world = await make_world(session, seed)
        plain = [Wish(1 + at % 3, text, *[frozenset()] * 5, None, Order.NEWEST) for at, text in enumerate(WORDS)]
        queries = await saved(session, world, [wish for wish in [*plain, *wishes] if wish.reader > 0])
        assert len(queries) >= len(WORDS)
        matched = {(match.query_id, post) for post in world.posts for match in await matches_of(session, post)}
        for query, wish in queries.items():
            found = await found_by(session, world, wish)
            assert {post for key, post in matched if key == query} == found, wish
            actor, wanted = world.actors[wish.reader], world.wanted(wish)
            assert await count_posted_since(session, ENGINE, actor, wanted, now().replace(year=2020)) == len(found)
        await savepoint.rollback()


async def test_a_paused_query_is_not_looked_up(session: AsyncSession) -> None:
    """Whatever it asks for."""
    world = await make_world(session, 7)
    actor = world.actors[1]
    draft = StandingDraft(name="すべて", wanted=OpportunityFilter(remote=True), channel=Channel.LIVE)
    row = await save_standing_query(session, ENGINE, actor, draft)
    before = [match for post in world.posts for match in await matches_of(session, post)]
    assert {match.query_id for match in before} == {row.id}
    await pause_standing_query(session, actor, StandingQueryId(row.id))
    await session.flush()
    assert [match for post in world.posts for match in await matches_of(session, post)] == []


async def test_a_skill_that_became_another_is_followed(session: AsyncSession) -> None:
    """In what is asked for, and in what a post is looked up by; who asked for both asks for the one."""
    world = await make_world(session, 7)
    old, new, _ = world.skills
    for skills in ({old}, {old, new}):
        draft = StandingDraft(name="名前", wanted=OpportunityFilter(skills=frozenset(skills)), channel=Channel.LIVE)
        await save_standing_query(session, ENGINE, world.actors[1], draft)
    await follow_skills(session, {old: new})
    rows = (await session.scalars(select(StandingQuery).execution_options(populate_existing=True))).all()
    assert {filter_of(row).skills for row in rows} == {frozenset({new})}
    assert set(await session.scalars(select(StandingTerm.term))) == {f"s:{new}"}
