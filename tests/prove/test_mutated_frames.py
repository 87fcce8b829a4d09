"""A hundred thousand frames spoilt by seeds: every socket ends with a code that is written for it, and memory stays as it was."""

import os

from tests.realtime.mutating import kept, sent
from tests.realtime.speaking import nothing_logged, served

ROUNDS = 20
MANY = 100_000 * max(1, int(os.environ.get("PROVE_SIZE", "1"))) // ROUNDS


async def test_a_hundred_thousand_mutated_frames() -> None:
    held: list[int] = []
    with nothing_logged():
        async with served(plain=False) as there:
            for seed in range(ROUNDS):
                await sent(there, MANY, seed)
                await there.emptied()
                there.script.given.clear()
                held.append(kept())
            assert there.script.began == there.script.ended
    # What stays after the first round stays; nothing comes to it with the frames.
    assert max(held[1:]) - held[1] < 500, held
