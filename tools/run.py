"""`make run`: prepares, then becomes the server, so that whatever ends this process ends the server."""

import ctypes
import os
import signal
import sys

from tools.places import BIN, environment
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
    os.execve(BIN / "engawa", ["engawa", "run"], environment())


if __name__ == "__main__":
    sys.exit(main())
