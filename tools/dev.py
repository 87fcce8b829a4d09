"""`make dev`: the server, started anew when Python changes, beside the web client's development server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tools.places import BIN, NODE, ROOT, WEB, environment, say
from tools.prepare import Unprepared, prepare
from tools.run import serving_environment

WATCHED = ("engawa", "schema", "server", "workers")
LOOK_SECONDS = 1.0
STOP_SECONDS = 20


def main() -> int:
    """Runs until Ctrl-C."""
    try:
        prepare()
    except Unprepared as error:
        print(f"engawa: {error}", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    client = subprocess.Popen([str(NODE / "node"), str(NODE / "npm"), "run", "dev"], cwd=WEB, env=environment(), start_new_session=True)
    server = _serve()
    try:
        seen = _state()
        while client.poll() is None:
            time.sleep(LOOK_SECONDS)
            if (now := _state()) != seen:
                say("Python changed; starting the server anew …")
                seen = now
                _stop(server)
                server = _serve()
        say("the web client's development server ended")
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        _stop(server)
        _stop(client)


def _serve() -> subprocess.Popen[bytes]:
    return subprocess.Popen([str(BIN / "engawa"), "run"], cwd=ROOT, env=serving_environment(), start_new_session=True)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Both are leaders of a group of their own, so that what they started ends with them."""
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _state() -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for name in WATCHED for path in (ROOT / name).rglob("*.py") if path.exists()}


if __name__ == "__main__":
    sys.exit(main())
