"""Matched equals found, on ten thousand pairs of a saved search and a post, or more, for each unit of size."""

import os

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from sqlalchemy.ext.asyncio import AsyncSession

from tests.server.opportunities.worlds import WISHES, Wish
from tests.server.standing.matched import matched_is_found

# What every world holds at the least: its words by its posts. Most hold some five hundred.
_PAIRS = 168
WORLDS = 60 * max(1, int(os.environ.get("PROVE_SIZE", "1")))


@settings(max_examples=WORLDS, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(seed=some.integers(0, 1_000_000), wishes=some.lists(WISHES, min_size=40, max_size=40))
async def test_matched_equals_found(session: AsyncSession, seed: int, wishes: list[Wish]) -> None:
    """Each time in a world of its own."""
    async with session.begin_nested() as savepoint:
        assert await matched_is_found(session, seed, wishes) >= _PAIRS
        await savepoint.rollback()
