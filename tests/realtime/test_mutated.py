"""Frames spoilt by a seed: none breaks the server, and none leaves anything behind. `make prove` sends a hundred thousand."""

import pytest

from tests.realtime.mutating import misspelt, sent
from tests.realtime.speaking import nothing_logged, served


@pytest.mark.parametrize("seed", [1, 2])
async def test_mutated_frames_end_as_they_should(seed: int) -> None:
    with nothing_logged():
        async with served(plain=False) as there:
            assert await sent(there, 1000, seed) > 80
            await there.emptied()
            assert there.script.began == there.script.ended


async def test_mutated_frames_end_as_they_should_through_asgi_alone() -> None:
    # What breaks the frames themselves is uvicorn's to answer there, and it stumbles over some of it.
    with nothing_logged():
        async with served(plain=True) as there:
            assert await sent(there, 500, 3, misspelt) > 40
            await there.emptied()
            assert there.script.began == there.script.ended
