"""The server as the proofs start it: `engawa run` in every part, but with caps that let one member do what many would."""

import sys

import uvloop

from engawa.logs import configure_logs
from engawa.parts import House
from engawa.serving import serve
from server.kit.limits import Limits
from server.kit.settings import load_settings


def main() -> None:
    """Serve until killed; print READY once requests are answered."""
    # As `engawa` does: what structlog writes by itself of one error, with all variables, keeps a process for seconds.
    configure_logs()
    caps = {"opportunity.post": "100000/day", "sign_in.origin": "100000/hour", "group.apply": "100000/day", "message.send": "100000/hour"}
    uvloop.run(serve(load_settings(), lambda _told: None, _tell_ready, limits=Limits(caps)))


def _tell_ready(_house: House) -> None:
    sys.stdout.write("READY\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
