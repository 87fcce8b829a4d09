"""What an idle server with everything embedded takes: the resident memory of all its processes, shared pages counted once."""

import asyncio
from pathlib import Path

from bench.measuring import Figure
from bench.memory import proportional, tree
from bench.worlds import served


async def measure(home: Path) -> list[Figure]:
    """Return the memory of the whole process tree ten seconds after the start (Linux only: proportional set size)."""
    async with served(home) as world:
        await asyncio.sleep(10)
        processes = tree(world.pid)
        total = sum(proportional(pid) for pid in processes)
    return [Figure(f"idle, everything embedded, {len(processes)} processes", total / 1024, "MiB", 400)]
