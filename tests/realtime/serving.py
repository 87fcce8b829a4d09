"""The server as the tests of several processes start it: `engawa serve`, but looking at the database as seldom as POLL_EVERY says."""

import os
import sys

import uvloop

from engawa.logs import configure_logs
from engawa.parts import House
from engawa.serving import serve
from server.kit.settings import load_settings
from server.realtime import following, rights


def main() -> None:
    """Serve until told to stop; print READY once requests are answered."""
    configure_logs()
    following.POLL_EVERY = rights.LOOK_EVERY = float(os.environ["POLL_EVERY"])
    uvloop.run(serve(load_settings(), lambda _told: None, _tell_ready))


def _tell_ready(_house: House) -> None:
    sys.stdout.write("READY\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
