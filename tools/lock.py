"""`make lock`: resolves the dependencies anew; a lock names versions and hashes, never where they were found."""

import subprocess
import sys

from tools.places import BIN, NODE, ROOT, WEB, environment
from tools.prepare import Unprepared, prepare

COMPILE = ("uv", "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet")


def main() -> int:
    """`python -m tools.lock [--upgrade]`"""
    try:
        prepare(build=False)
    except Unprepared as error:
        print(f"engawa: {error}", file=sys.stderr)
        return 1
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    uv = [str(BIN / COMPILE[0]), *COMPILE[1:], *upgrade]
    for command, folder in (
        ([*uv, "--output-file", "requirements.lock"], ROOT),
        ([*uv, "--group", "dev", "--constraint", "requirements.lock", "--output-file", "requirements-dev.lock"], ROOT),
        ([str(NODE / "node"), str(NODE / "npm"), "update" if upgrade else "install", "--package-lock-only"], WEB),
    ):
        if subprocess.run(command, cwd=folder, env=environment(), check=False).returncode != 0:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
