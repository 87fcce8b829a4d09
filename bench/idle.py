"""What an idle server with everything embedded takes: the resident memory of all its processes, shared pages counted once."""

import asyncio
from pathlib import Path

from bench.measuring import Figure
from bench.worlds import served


async def measure(home: Path) -> list[Figure]:
    """Return the memory of the whole process tree ten seconds after the start (Linux only: proportional set size)."""
    async with served(home) as world:
        await asyncio.sleep(10)
        processes = _tree(world.pid)
        total = sum(_proportional(pid) for pid in processes)
    return [Figure(f"idle, everything embedded, {len(processes)} processes", total / 1024, "MiB", 400)]


def _tree(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
    found = [root]
    for pid in found:
        found.extend(child for child, parent in parents.items() if parent == pid)
    return found


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
