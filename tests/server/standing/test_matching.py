"""Matched equals found: a post meets exactly those standing queries whose members would find it by them, but for its author's."""

from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import StandingQueryId
from server.opportunities.rules import OpportunityFilter
from server.standing.commands import (
    StandingDraft,
    edit_standing_query,
    follow_skills,
    note_matches,
    pause_standing_query,
    save_standing_query,
)
from server.standing.model import StandingMatch, StandingQuery, StandingTerm
from server.standing.reads import filter_of, matches_of
from server.standing.rules import Channel
from tests.server.opportunities.worlds import ENGINE, WISHES, Wish, make_world
from tests.server.standing.matched import matched_is_found


@settings(max_examples=1, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(seed=some.integers(0, 10_000), wishes=some.lists(WISHES, min_size=25, max_size=25))
async def test_matched_equals_found(session: AsyncSession, seed: int, wishes: list[Wish]) -> None:
    """For a random world, its readers and their wishes: some hundreds of pairs. The long proof takes ten thousand."""
    async with session.begin_nested() as savepoint:
        assert await matched_is_found(session, seed, wishes) > 150
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


async def test_a_search_that_is_changed_meanwhile_tells_nothing(session: AsyncSession) -> None:
    """Between the lookup and the note; whatever else it says stays as it was."""
    world = await make_world(session, 7)
    actor = world.actors[1]
    draft = StandingDraft(name="すべて", wanted=OpportunityFilter(remote=True), channel=Channel.LIVE)
    row = await save_standing_query(session, ENGINE, actor, draft)
    await session.execute(delete(StandingMatch))
    met = {post: await matches_of(session, post) for post in world.posts}
    post, found = next((post, found) for post, found in met.items() if found)
    await edit_standing_query(session, ENGINE, actor, StandingQueryId(row.id), replace(draft, wanted=OpportunityFilter(text="宇宙")))
    await session.flush()
    assert await note_matches(session, post, found) == []
    await edit_standing_query(session, ENGINE, actor, StandingQueryId(row.id), replace(draft, name="遠くから"))
    await session.execute(delete(StandingMatch))
    await session.flush()
    assert [told.query_id for told in await note_matches(session, post, found)] == [row.id]
