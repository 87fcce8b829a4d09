"""How long an export is kept, how large it may become, and when making it is given up."""

from datetime import datetime, timedelta
from typing import Final

KEPT: Final = timedelta(days=7)
# After its file has gone, a page still says so for as long.
REMEMBERED: Final = timedelta(days=7)
# Texts take little room once they are packed; whoever has more than this asks the stewards.
LARGEST: Final = 256 * 1024 * 1024
PIECE: Final = 256 * 1024
MOST_TRIES: Final = 3
# A job that was lost; the queue itself gives up after about four hours.
GIVEN_UP_AFTER: Final = timedelta(days=1)


def is_ready(state: str, expires_at: datetime | None, at: datetime) -> bool:
    """Whether there is a file to download at this instant."""
    return state == "ready" and expires_at is not None and expires_at > at
