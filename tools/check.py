"""`make check`: every wire that needs no running server, two at a time, each with what it printed when it failed."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.places import BIN, NODE, PYTHON, ROOT, WEB, environment, say
from tools.prepare import Unprepared, prepare

CODE = ("engawa", "schema", "server", "workers")
# What bandit finds of low severity, ruff finds too, and there an exception carries its reason.
BANDIT = ("--quiet", "--recursive", "--severity-level=medium", "--configfile=pyproject.toml", *CODE, "tools")


@dataclass(frozen=True, slots=True)
class Step:
    """One check: what it is called in the table, and what is started where."""

    name: str
    command: tuple[str, ...]
    folder: Path = ROOT


# The longest first, so that two of them overlap.
STEPS = (
    Step("types", (str(BIN / "basedpyright"),)),
    Step("web", (str(NODE / "node"), str(NODE / "npm"), "run", "--silent", "check"), WEB),
    Step("house", (str(PYTHON), "-m", "pytest", "--quiet", "tests/house")),
    Step("migrations", (str(PYTHON), "-m", "tools.migrations")),
    Step("security", (str(BIN / "bandit"), *BANDIT)),
    Step("schema", (str(BIN / "engawa"), "schema", "--check")),
    Step("imports", (str(BIN / "lint-imports"),)),
    Step("lint", (str(BIN / "ruff"), "check", "--quiet", ".")),
    Step("format", (str(BIN / "ruff"), "format", "--quiet", "--check", "--diff", ".")),
)


def main() -> int:
    """`python -m tools.check [NAME …]`: all steps, or only these."""
    try:
        prepare(build=False)
    except Unprepared as error:
        print(f"engawa: {error}", file=sys.stderr)
        return 1
    wanted = {part for part in sys.argv[1:] if part}
    steps = [step for step in STEPS if not wanted or step.name in wanted]
    began = time.monotonic()
    with ThreadPoolExecutor(max_workers=min(4, max(2, os.cpu_count() or 2))) as executor:
        failed = [step.name for step, passed in zip(steps, executor.map(_passes, steps), strict=True) if not passed]
    took = time.monotonic() - began
    say(f"check: {', '.join(failed)} failed" if failed else f"check: all {len(steps)} passed in {took:.0f} s")
    return 1 if failed else 0


def _passes(step: Step) -> bool:
    began = time.monotonic()
    finished = subprocess.run(
        step.command,
        cwd=step.folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    passed = finished.returncode == 0
    report = "" if passed else "\n" + finished.stdout.decode(errors="replace").rstrip()
    say(f"{step.name:<12}{'passed' if passed else 'FAILED'}  {time.monotonic() - began:5.1f} s{report}")
    return passed


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
