"""A hundred thousand frames spoilt by seeds: every socket ends with a code that is written for it, and memory stays as it was."""

import os
import tracemalloc

from tests.realtime.mutating import sent
from tests.realtime.speaking import nothing_logged, served

MANY = 100_000 if int(os.environ.get("PROVE_SIZE", "1")) >= 1 else 0
ROUNDS = 20


async def test_a_hundred_thousand_mutated_frames() -> None:
    held: list[int] = []
    with nothing_logged():
        async with served(plain=False) as there:
            await sent(there, 2000, 0)
            tracemalloc.start()
            for seed in range(1, ROUNDS + 1):
                await sent(there, MANY // ROUNDS, seed)
                await there.emptied()
                there.script.given.clear()
                held.append(tracemalloc.get_traced_memory()[0])
            tracemalloc.stop()
            assert there.script.began == there.script.ended
    # What is held varies with what waits to be collected, and does not grow.
    assert min(held[ROUNDS // 2 :]) < min(held[: ROUNDS // 2]) + 2**20, held
