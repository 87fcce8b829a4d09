"""`make bench`: every benchmark over a demo world of its own, in one run; `make bench ONLY=search` runs one, `ONLY=people` a large one."""

import os
import sys
import tempfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import uvloop

from bench import (
    finding,
    first_load,
    groups,
    idle,
    live,
    meilisearch,
    people,
    queue,
    reindexing,
    rosters,
    search,
    standing,
    typing,
    working,
)
from bench.fanout import crowds, pacing
from bench.fanout import measuring as fanout
from bench.measuring import Figure, tell
from bench.relevance import report as relevance

ALL = {
    "search": search.measure,
    "meilisearch": meilisearch.measure,
    "live": live.measure,
    "applications": queue.measure_live,
    "typing": typing.measure,
    "idle": idle.measure,
    "first_load": first_load.measure,
    "groups": groups.measure,
    "rosters": rosters.measure,
    "relevance": relevance.measure,
}
# What takes minutes to begin is measured when it is asked for by name.
LARGE = {
    "people": people.measure,
    "finding": finding.measure,
    "fanout": fanout.measure,
    "crowd": crowds.measure,
    "pace": pacing.measure,
    "queue": queue.measure,
    "standing": standing.measure,
    "reindex": reindexing.measure,
    "worker": working.measure,
}


async def main() -> int:
    """Measure what was asked for."""
    known = ALL | LARGE
    if unknown := [name for name in sys.argv[1:] if name not in known]:
        print(f"There is no benchmark {', '.join(unknown)}; there are {', '.join(known)}.", file=sys.stderr)
        return 2
    wanted = sys.argv[1:] or list(ALL)
    figures: list[Figure] = []
    with _home() as home:
        # Whoever is root runs PostgreSQL as somebody else, who has to get in.
        Path(home).chmod(0o711)
        for name in wanted:
            print(f"measuring {name} …", flush=True)
            figures += await known[name](Path(home))
    tell(figures)
    return 0


def _home() -> AbstractContextManager[str]:
    """Where the worlds lie: in BENCH_HOME, which stays, or where nothing stays."""
    kept = os.environ.get("BENCH_HOME")
    return nullcontext(kept) if kept else tempfile.TemporaryDirectory(prefix="engawa-bench-")


if __name__ == "__main__":
    # As uvicorn serves.
    sys.exit(uvloop.run(main()))
