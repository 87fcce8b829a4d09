"""The life of the server process: started under a keeper that ends it with us, found again when an earlier keeper was killed, stopped."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from server.embedded.account import Account
from server.embedded.cluster import ENVIRONMENT
from server.embedded.refused import EmbeddedPostgresRefused

START_SECONDS = 60
STOP_SECONDS = 20
POLL_SECONDS = 0.02

# The keeper is the server's parent. It waits on a pipe whose other end is ours: when we close it, or die in whatever way, it asks the
# server for a fast shutdown (SIGINT; SIGTERM would wait for clients). The server inherits the keeper's standard output and never writes to
# it, so that its end of file tells us that every server process is gone. Its own session keeps the terminal's Ctrl-C away from it.
KEEPER = """
log=$1; shift
trap : HUP INT TERM
"$@" </dev/null 2>>"$log" &
echo $!
exec >&-
read -r _
kill -INT $!
wait $!
"""

# PostgreSQL says these when processes of a killed server are still on their way out.
STILL_LEAVING = ("pre-existing shared memory block", "already exists")


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A running server: its process, its keeper, and our ends of the keeper's two pipes."""

    pid: int
    keeper: subprocess.Popen[bytes]
    leash: int
    lifeline: int

    @property
    def running(self) -> bool:
        """Whether any process of the server is left."""
        return not _readable(self.lifeline, 0)

    def stop(self) -> None:
        """Ends the server; clients are disconnected, what was committed is kept."""
        os.close(self.leash)
        if not _readable(self.lifeline, STOP_SECONDS):
            os.kill(self.pid, signal.SIGQUIT)
        self.keeper.wait()
        os.close(self.lifeline)


def start_postmaster(account: Account, programs: Path, data: Path, sockets: Path, settings: Mapping[str, str]) -> Postmaster:
    """Starts the server on a data directory that no other supervisor holds, and returns when it accepts connections."""
    log = data.parent / "log"
    deadline = time.monotonic() + START_SECONDS
    stranger = stop_leftover(data)
    environment = ENVIRONMENT | ({"PG_GRANDPARENT_PID": str(stranger)} if stranger else {})
    options = [f"--{name.replace('_', '-')}={value}" for name, value in {**settings, "unix_socket_directories": str(sockets)}.items()]
    while True:
        already_said = log.stat().st_size if log.exists() else 0
        postmaster = _spawn(account, [str(log), str(programs / "postgres"), "-D", str(data), *options], environment)
        if _becomes_ready(postmaster, data, deadline):
            return postmaster
        postmaster.stop()
        said = _said(log, already_said)
        if not any(words in said for words in STILL_LEAVING) or time.monotonic() > deadline:
            reason = said.splitlines()[-1] if said else "it said nothing"
            raise EmbeddedPostgresRefused(f"PostgreSQL did not start on {data}: {reason} (see {log}).")
        time.sleep(0.5)


def _spawn(account: Account, arguments: list[str], environment: Mapping[str, str]) -> Postmaster:
    keepers_end, leash = os.pipe()
    lifeline, servers_end = os.pipe()
    try:
        keeper = subprocess.Popen(
            ["/bin/sh", "-c", KEEPER, "keeper", *arguments],
            stdin=keepers_end,
            stdout=servers_end,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=environment,
            start_new_session=True,
            user=account.uid if account.switching else None,
            group=account.gid if account.switching else None,
            extra_groups=[] if account.switching else None,
        )
    except BaseException:
        os.close(leash)
        os.close(lifeline)
        raise
    finally:
        os.close(keepers_end)
        os.close(servers_end)
    return Postmaster(pid=int(_first_line(lifeline)), keeper=keeper, leash=leash, lifeline=lifeline)


def stop_leftover(data: Path) -> int | None:
    """Stops a server that outlived its keeper. Returns the process id of its lock file when that number now belongs to a stranger.

    The number is then handed to PostgreSQL as one to disregard, which keeps its other check: that no process of the old server is left.
    """
    pid = _pid_and_status(data)[0]
    if pid is None or not _alive(pid):
        return None
    if not _is_server_of(pid, data):
        return pid
    for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return None
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not _is_server_of(pid, data):
                return None
            time.sleep(POLL_SECONDS)
    raise EmbeddedPostgresRefused(f"A PostgreSQL that was left behind (process {pid}) still uses {data} and cannot be stopped.")


def _becomes_ready(postmaster: Postmaster, data: Path, deadline: float) -> bool:
    while time.monotonic() < deadline:
        if _pid_and_status(data) == (postmaster.pid, "ready"):
            return True
        if _readable(postmaster.lifeline, POLL_SECONDS):
            return False
    return False


def _pid_and_status(data: Path) -> tuple[int | None, str]:
    """What the lock file says; its first line is the process, its eighth the status."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return None, ""
    pid = int(lines[0]) if lines and lines[0].strip().isdigit() else None
    return pid, lines[7].strip() if len(lines) > 7 else ""


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_server_of(pid: int, data: Path) -> bool:
    """Whether the process is a live PostgreSQL on this data directory; a dead one that nobody has reaped shows no arguments."""
    if sys.platform == "linux":
        try:
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return str(data) in arguments and "postgres" in arguments[0]
    printed = subprocess.run(["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return f"postgres -D {data} " in printed


def _readable(descriptor: int, seconds: float) -> bool:
    """Whether end of file arrived within so many seconds (nothing else is ever written after the first line)."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN | select.POLLHUP)
    return bool(poll.poll(seconds * 1000))


def _first_line(descriptor: int) -> bytes:
    """Reads byte by byte, so that nothing of what follows is buffered away from `_readable`."""
    line = b""
    while (byte := os.read(descriptor, 1)) not in {b"\n", b""}:
        line += byte
    return line


def _said(log: Path, already: int) -> str:
    """What PostgreSQL wrote since its log had so many bytes."""
    try:
        return log.read_bytes()[already:].decode(errors="replace").strip()
    except FileNotFoundError:
        return ""
