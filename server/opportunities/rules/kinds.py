"""What an opportunity can be: its kinds and directions, and the reasons for which it ends. Values are those of the tables."""

from enum import Enum


class Kind(Enum):
    """What is sought or offered (domain.md, opportunity)."""

    HIRING = "hiring"
    CONTRACT = "contract"
    CO_CREATION = "co_creation"
    EVENT = "event"
    SPEAKER = "speaker"
    VENUE = "venue"
    PUBLICITY = "publicity"
    CONTENT_PRODUCTION = "content_production"
    SOUNDING_BOARD = "sounding_board"
    MENTORING = "mentoring"
    OTHER = "other"


class Direction(Enum):
    """Whether the author seeks something or offers it."""

    SEEKING = "seeking"
    OFFERING = "offering"


class CloseReason(Enum):
    """Why a post ended. EXPIRED is never stored: it is what the last day says."""

    FOUND = "found"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


# Paid recruitment: it says who recruits, whoever reads it.
RECRUITING = frozenset({Kind.HIRING, Kind.CONTRACT})
