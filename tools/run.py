"""`make run`: prepares, then becomes the server, so that whatever ends this process ends the server."""

import ctypes
import hashlib
import os
import signal
import stat
import sys
from pathlib import Path

from tools.places import BIN, ROOT, environment, say
from tools.prepare import Unprepared, prepare

PR_SET_PDEATHSIG = 1


def main() -> int:
    """Returns only when preparing failed; otherwise this process is then `engawa run`."""
    try:
        prepare()
    except Unprepared as error:
        print(f"engawa: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    if sys.platform == "linux":  # A make that is killed cannot pass the signal on; the kernel does it.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    os.execve(BIN / "engawa", ["engawa", "run"], serving_environment())


def serving_environment() -> dict[str, str]:
    """The environment of the server. Root's own home is closed to the user whom PostgreSQL then runs as: the data goes elsewhere."""
    variables = environment()
    if os.geteuid() == 0 and not variables.get("DATA_DIR") and not _open_to_everybody(ROOT):
        variables["DATA_DIR"] = f"/var/lib/engawa/{hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:12]}"
        say(f"this folder is closed to other users, PostgreSQL does not run as root: the data is in {variables['DATA_DIR']}")
    return variables


def _open_to_everybody(folder: Path) -> bool:
    return all(one.stat().st_mode & stat.S_IXOTH for one in (folder, *folder.parents))


if __name__ == "__main__":
    sys.exit(main())
