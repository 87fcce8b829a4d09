"""A web process as the run starts it: `engawa serve` in every part, but with caps that let few members do much."""

import uvloop

from engawa.logs import configure_logs
from engawa.serving import serve
from server.kit.limits import Limits
from server.kit.settings import load_settings

_CAPS = ("opportunity.post", "opportunity.edit", "message.send")


def main() -> None:
    """Serve until killed."""
    configure_logs()
    limits = Limits(dict.fromkeys(_CAPS, "100000/hour"))
    uvloop.run(serve(load_settings(), lambda _told: None, lambda _house: None, limits=limits))


if __name__ == "__main__":
    main()
