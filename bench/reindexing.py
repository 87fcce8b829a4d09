"""A whole rebuild of PostgreSQL's search index by the command that an operator gives, `engawa search reindex`, and the memory it takes."""

import asyncio
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import text

from bench.measuring import Figure
from bench.memory import proportional, tree
from bench.worlds import ROOT, made
from engawa.parts import opened
from engawa.serving import database
from server.kit.settings import Settings

MEMBERS: Final = int(os.environ.get("BENCH_MEMBERS", "200000"))
TARGET: Final = 5_000
# Of a small world the command's own beginning is the larger part.
ROUNDS: Final = 3 if MEMBERS <= 10_000 else 1
_LONGEST_SECONDS: Final = 1_800
_LOOK_EVERY_SECONDS: Final = 0.2


async def measure(home: Path) -> list[Figure]:
    """Return the figures; a world of this size takes minutes to be made (BENCH_HOME keeps it, BENCH_MEMBERS is its size)."""
    settings = await made(home, MEMBERS)
    before = await _kept(settings)
    runs = [await _command(settings) for _ in range(ROUNDS)]
    kept = await _kept(settings)
    assert kept == before, f"{kept} documents by index, of {before}"
    documents = sum(kept.values())
    best = min(runs, key=lambda run: run.told)
    size = f"{documents:,} documents: {', '.join(f'{count:,} {index}' for index, count in kept.items())}"
    memory = max(run.memory for run in runs) / 1024
    return [
        Figure(
            f"reindex in PostgreSQL, {MEMBERS:,} members, as the command tells", documents / best.told, "/s", at_least=TARGET, note=size
        ),
        Figure("  the whole command, its beginning and end included", best.whole, "s", note=f"the best of {ROUNDS}"),
        Figure("  the most memory of its processes, PostgreSQL's apart", memory, "MiB"),
    ]


@dataclass(frozen=True, slots=True)
class _Run:
    """How many seconds it told, how many it took as a whole, and the most memory in KiB that its processes had at a moment."""

    told: float
    whole: float
    memory: int


async def _command(settings: Settings) -> _Run:
    """Run `engawa search reindex`."""
    variables = os.environ | {"DATA_DIR": str(settings.data_dir), "DEMO_MEMBERS": str(MEMBERS)}
    began = time.perf_counter()
    arguments = [sys.executable, "-m", "engawa", "search", "reindex"]
    process = subprocess.Popen(arguments, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True)
    most = 0
    while process.poll() is None:
        if time.perf_counter() - began > _LONGEST_SECONDS:
            process.terminate()
        most = max(most, sum(proportional(each) for each in tree(process.pid) if not _is_postgres(each)))
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
    whole = time.perf_counter() - began
    said = process.stdout.read() if process.stdout else ""
    told = re.search(r"indexed anew in PostgreSQL, in ([\d.]+) s", said)
    assert process.returncode == 0 and told, said  # noqa: PT018
    return _Run(float(told[1]), whole, most)


def _is_postgres(pid: int) -> bool:
    try:
        return "postgres" in Path(f"/proc/{pid}/comm").read_text()
    except OSError:
        return False


async def _kept(settings: Settings) -> dict[str, int]:
    async with database(settings, print) as url, opened(settings, url) as running, running.db.read() as session:
        counted = "SELECT index, count(*) FROM search_documents GROUP BY index ORDER BY index"
        return dict(row.tuple() for row in (await session.execute(text(counted))).all())
