"""What breaks, when, and for how long: by a seed, so that a run can be had again."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

from tests.chaos.proxy import Proxy
from tests.chaos.town import Process, Town

# Seconds between two faults: one may still last while others begin.
_EVERY = (0.2, 1.6)


class Faults:
    """Breaks things of the town for a while."""

    def __init__(self, town: Town, seed: int) -> None:
        """Nothing is broken yet."""
        self._town = town
        self._chance = random.Random(f"faults {seed}")
        self._redis = asyncio.Lock()
        self.done: Counter[str] = Counter()
        self._all: list[tuple[str, int, Callable[[], Coroutine[Any, Any, None]]]] = [
            ("kill -9", 4, self._kill),
            ("SIGSTOP", 3, self._freeze),
            ("cut", 6, self._cut),
            ("half-open", 5, self._hold),
            ("slow", 3, self._slow),
            ("FLUSHALL", 2, self._flush),
            ("Redis killed", 1, self._redis_dies),
            ("Redis stopped", 1, self._redis_hangs),
        ]

    async def run(self, seconds: float) -> None:
        """Break one thing after the other for so long; return once all of it is whole again."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        names, weights, _ = zip(*self._all, strict=True)
        acts = {name: act for name, _, act in self._all}
        async with asyncio.TaskGroup() as group:
            while loop.time() < until:
                (name,) = self._chance.choices(names, weights)
                self.done[name] += 1
                group.create_task(acts[name]())
                await asyncio.sleep(self._chance.uniform(*_EVERY))
        self._town.heal()

    def _process(self) -> Process:
        return self._chance.choice(self._town.processes)

    def _proxy(self) -> Proxy:
        return self._chance.choice(self._town.proxies)

    async def _kill(self) -> None:
        process, pause = self._process(), self._chance.uniform(0, 2)
        async with process.lock:
            process.kill()
            await asyncio.sleep(pause)
            process.start()

    async def _freeze(self) -> None:
        process, pause = self._process(), self._chance.uniform(0.5, 6)
        async with process.lock:
            process.freeze()
            await asyncio.sleep(pause)
            process.go_on()

    async def _cut(self) -> None:
        self._proxy().cut()

    async def _hold(self) -> None:
        proxy, pause = self._proxy(), self._chance.uniform(0.5, 8)
        proxy.hold()
        await asyncio.sleep(pause)
        proxy.let()

    async def _slow(self) -> None:
        proxy, by, pause = self._proxy(), self._chance.uniform(0.02, 0.3), self._chance.uniform(1, 5)
        proxy.slow_by = by
        await asyncio.sleep(pause)
        proxy.slow_by = 0.0

    async def _flush(self) -> None:
        async with self._redis:
            await asyncio.to_thread(self._town.valkey.ask, "FLUSHALL")

    async def _redis_dies(self) -> None:
        pause = self._chance.uniform(0, 3)
        async with self._redis:
            self._town.valkey.kill()
            await asyncio.sleep(pause)
            await asyncio.to_thread(self._town.valkey.start)

    async def _redis_hangs(self) -> None:
        pause = self._chance.uniform(0.5, 5)
        async with self._redis:
            self._town.valkey.hang()
            await asyncio.sleep(pause)
            self._town.valkey.go_on()
