"""One filter, three ways: what is found by SQL, by the search engine, and matched for live delivery is the same."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.paging import PageRequest
from server.opportunities.reads import Order, find_opportunities
from tests.server.opportunities.worlds import ENGINE, WISHES, WORDS, Wish, make_world


@settings(max_examples=5, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(seed=some.integers(0, 10_000), wishes=some.lists(WISHES, min_size=25, max_size=25))
async def test_matched_equals_found(session: AsyncSession, seed: int, wishes: list[Wish]) -> None:
    """For random posts, readers and filters: lists, searches and deliveries agree, and totals count what is listed."""
    async with session.begin_nested() as savepoint:
        world = await make_world(session, seed)
        # Every word at least once, as everybody who is signed in and verified reads.
        plain = [Wish(1, text, *[frozenset()] * 6, None, Order.RELEVANCE) for text in WORDS]
        for wish in [*wishes, *plain]:
            listing = await find_opportunities(session, ENGINE, world.actors[wish.reader], world.wanted(wish), wish.order, PageRequest(100))
            # Where few posts have all the words, a search goes on with what is near, behind those that have them.
            found, expected = set(listing.page.items[: listing.exact]), world.matched(wish)
            assert listing.page.total == len(listing.page.items) == len(set(listing.page.items))
            assert found & set(world.posts) == expected, (wish, listing.dropped)
            # With words, what is near is counted as well.
            if listing.exact is None:
                assert listing.facets == world.counted(wish), wish
        await savepoint.rollback()
