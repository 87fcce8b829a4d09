"""Matched equals found, for one random world: what these tests and the long proof hold of it."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.ids import OpportunityId, StandingQueryId
from server.kit.paging import PageRequest
from server.opportunities.model import Opportunity
from server.opportunities.reads import Order, count_posted_since, find_opportunities
from server.standing.commands import StandingDraft, save_standing_query
from server.standing.errors import NothingAsked, TooManySaved
from server.standing.reads import matches_of
from server.standing.rules import Channel
from tests.server.opportunities.worlds import ENGINE, WORDS, Wish, World, make_world

# What is changed in a world of which it has to hold.
Change: TypeAlias = Callable[[AsyncSession], Awaitable[None]]


async def _saved(session: AsyncSession, world: World, wishes: list[Wish]) -> dict[StandingQueryId, Wish]:
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


async def _found_by(session: AsyncSession, world: World, wish: Wish) -> set[OpportunityId]:
    """What the wish finds in the list, of others, with all of its words."""
    actor, wanted = world.actors[wish.reader], world.wanted(wish)
    listing = await find_opportunities(session, ENGINE, actor, wanted, Order.NEWEST, PageRequest(100))
    own = set(await session.scalars(select(Opportunity.id).where(Opportunity.author_id == actor.member_id)))
    return set(listing.page.items[: listing.exact]) & set(world.posts) - {OpportunityId(key) for key in own}


async def matched_is_found(session: AsyncSession, seed: int, wishes: list[Wish], *changes: Change) -> int:
    """Hold every wish against every post of a world, and what was promised while the filter was edited; return how many pairs.

    `changes` come after everything was saved, one after the other; it has to hold after each.
    """
    world = await make_world(session, seed)
    plain = [Wish(1 + at % 3, text, *[frozenset()] * 6, None, Order.NEWEST) for at, text in enumerate(WORDS)]
    queries = await _saved(session, world, [wish for wish in [*plain, *wishes] if wish.reader > 0])
    assert len(queries) >= len(WORDS)
    await _hold(session, world, queries)
    for change in changes:
        await change(session)
        await _hold(session, world, queries)
    return len(queries) * len(world.posts) * (1 + len(changes))


async def _hold(session: AsyncSession, world: World, queries: dict[StandingQueryId, Wish]) -> None:
    matched = {(match.query_id, post) for post in world.posts for match in await matches_of(session, post)}
    for query, wish in queries.items():
        found = await _found_by(session, world, wish)
        assert {post for key, post in matched if key == query} == found, wish
        actor, wanted = world.actors[wish.reader], world.wanted(wish)
        assert await count_posted_since(session, ENGINE, actor, wanted, now().replace(year=2020)) == len(found)
