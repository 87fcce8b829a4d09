"""How a wish to be connected stands for each of the two, and for how long; a decline looks to who asked as if nobody had answered yet."""

from datetime import datetime, timedelta
from enum import Enum
from typing import Final

LONGEST_NOTE: Final = 200
# A request that nobody answered, and one that was declined, go on looking the same to who asked: until then, and then both end.
REQUEST_STANDS: Final = timedelta(days=180)
# After a decline, asking again looks like asking, and reaches nobody.
QUIET_AFTER_DECLINE: Final = timedelta(days=180)
# Of one person's request somebody is told once in this time, however often it is withdrawn and made again.
TOLD_AGAIN_AFTER: Final = timedelta(days=30)


class Wish(Enum):
    """What has become of a request; the values are stored. An accepted one is gone: the connection is there instead."""

    ASKED = "asked"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Between(Enum):
    """How two stand to each other, as one of them may know it."""

    NOTHING = "nothing"
    ASKED = "asked"
    ASKS_VIEWER = "asks_viewer"
    CONNECTED = "connected"


def stands(state: str, at: datetime, moment: datetime) -> bool:
    """Tell whether a request stands for who made it; that it was declined they do not learn."""
    return state != Wish.WITHDRAWN.value and moment - at < REQUEST_STANDS


def waits(state: str, at: datetime, moment: datetime) -> bool:
    """Tell whether a request waits for who is asked."""
    return state == Wish.ASKED.value and moment - at < REQUEST_STANDS


def renewed(decided_at: datetime | None, moment: datetime) -> Wish:
    """Return what becomes of a request that is made again: after a decline it reaches nobody for half a year."""
    quiet = decided_at is not None and moment - decided_at < QUIET_AFTER_DECLINE
    return Wish.DECLINED if quiet else Wish.ASKED


def is_told_again(at: datetime, moment: datetime) -> bool:
    """Tell whether who is asked again hears of it, after they were asked at `at`."""
    return moment - at >= TOLD_AGAIN_AFTER
