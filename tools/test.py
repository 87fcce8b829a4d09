"""`make test`: prepares, finds a browser, runs the web client's unit tests and then the suite."""

import json
import os
import subprocess
import sys

from tools.chromium import find_chromium
from tools.not_run import NotRun, forbidden
from tools.places import CI, NODE, PYTHON, ROOT, WEB, environment, say
from tools.prepare import Unprepared, prepare


def main() -> int:
    """`python -m tools.test [PATH …]`: everything but the long proofs, or only these paths."""
    only = [part for part in sys.argv[1:] if part]
    try:
        prepare()
    except Unprepared as error:
        print(f"engawa: {error}", file=sys.stderr)
        return 1
    chromium = find_chromium()
    variables = environment() | ({"CHROMIUM": chromium} if chromium else {})
    say(f"the browser tests use {chromium}" if chromium else "there is no Chromium here and none could be installed")
    failed = 0
    if not only or any(part.startswith("web") for part in only):
        failed = _web(variables)
        only = [part for part in only if not part.startswith("web")]
        if len(sys.argv) > 1 and not only and sys.argv[1]:
            return failed
    workers = os.environ.get("WORKERS", "3")
    command = [str(PYTHON), "-m", "pytest", "-n", workers, "--dist", "worksteal", "--durations=10", "--durations-min=2"]
    command += only or ["tests", "--ignore=tests/prove"]
    suite = subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode
    return suite or failed


def _web(variables: dict[str, str]) -> int:
    """The web client's own unit tests."""
    package = WEB / "package.json"
    scripts: dict[str, str] = json.loads(package.read_text("utf-8"))["scripts"] if package.exists() else {}
    if "test" not in scripts:
        skipped = NotRun("web unit tests", "web/package.json has no script named test")
        print(skipped)
        return 1 if CI and forbidden({skipped}) else 0
    say("the web client's unit tests")
    return subprocess.run([str(NODE / "node"), str(NODE / "npm"), "test", "--silent"], cwd=WEB, env=variables, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
