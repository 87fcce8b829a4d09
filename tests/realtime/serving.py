"""The server as the tests of several processes start it: `engawa serve`, but looking at the database as seldom as POLL_EVERY says.

With DIES_UNTOLD it ends at once, as by kill -9, when a post is committed and nobody has been told of it.
"""

import os
import signal
import sys

import uvloop

from engawa.logs import configure_logs
from engawa.parts import House
from engawa.serving import serve
from server.kit.log import OPPORTUNITIES
from server.kit.settings import load_settings
from server.realtime import following, rights


def main() -> None:
    """Serve until told to stop; print READY once requests are answered."""
    configure_logs()
    following.POLL_EVERY = rights.LOOK_EVERY = float(os.environ["POLL_EVERY"])
    uvloop.run(serve(load_settings(), lambda _told: None, _tell_ready))


def _tell_ready(house: House) -> None:
    if "DIES_UNTOLD" in os.environ:
        announce = house.db._announce

        async def die_of_posts(heads: dict[str, int]) -> None:
            if OPPORTUNITIES in heads:
                os.kill(os.getpid(), signal.SIGKILL)
            await announce(heads)

        house.db._announce = die_of_posts
    sys.stdout.write("READY\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
