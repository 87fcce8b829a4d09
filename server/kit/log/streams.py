"""The names of the streams: which readers follow which log."""

from server.kit.ids import GroupId, MemberId

OPPORTUNITIES = "opportunities"
STEWARDS_QUEUE = "queue"
SYNONYMS = "synonyms"


def inbox(member: MemberId) -> str:
    """Return the name of the stream of what concerns one member."""
    return f"inbox:{member}"


def group_queue(group: GroupId | None) -> str:
    """Return the name of the stream of one group's queue; None names the stewards'."""
    return STEWARDS_QUEUE if group is None else f"queue:{group}"


def rights_of(member: MemberId) -> str:
    """Return the name under which hints tell that a member's rights were changed; there is no stream behind it."""
    return f"rights:{member}"
