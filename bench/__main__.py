"""`make bench`: every benchmark over a demo world of its own, in one run; `make bench ONLY=search` runs one."""

import asyncio
import sys
import tempfile
from pathlib import Path

from bench import first_load, idle, live, search
from bench.measuring import Figure, tell

ALL = {"search": search.measure, "live": live.measure, "idle": idle.measure, "first_load": first_load.measure}


async def main() -> int:
    """Measure what was asked for."""
    wanted = [name for name in sys.argv[1:] if name in ALL] or list(ALL)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="engawa-bench-") as home:
        # Whoever is root runs PostgreSQL as somebody else, who has to get in.
        Path(home).chmod(0o711)
        for name in wanted:
            print(f"measuring {name} …", flush=True)
            figures += await ALL[name](Path(home))
    tell(figures)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
