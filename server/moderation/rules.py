"""What a report and a decision must say: kinds, reasons, and the length of their words."""

import re
from enum import Enum
from typing import Final

from server.kit.refusal import Missing, TooLong

MOST_REASON: Final = 1000
MOST_NOTE: Final = 1000
MOST_EXCERPT: Final = 4000
# When nobody acts for so long, the stewards are asked.
DAYS_UNTIL_STEWARDS: Final = 7
# Control characters, and those that turn the reading direction of everything after them.
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Subject(Enum):
    """What a report can be about."""

    OPPORTUNITY = "opportunity"
    MEMBER = "member"
    CONVERSATION = "conversation"


class Reason(Enum):
    """Why something is reported."""

    SPAM = "spam"
    SOLICITATION = "solicitation"
    HARASSMENT = "harassment"
    IMPERSONATION = "impersonation"
    CONFIDENTIAL = "confidential"
    OTHER = "other"


class Decision(Enum):
    """How a report is answered."""

    HIDDEN = "hidden"
    DISMISSED = "dismissed"


def required(text: str, field: str, limit: int) -> str:
    """Return a text without spaces around it; raise Missing or TooLong, naming the field."""
    return _within(_seen(text), field, limit) or _missing(field)


def optional(text: str | None, field: str, limit: int) -> str | None:
    """Return a text without spaces around it, or None for an empty one; raise TooLong, naming the field."""
    return _within(_seen(text or ""), field, limit) or None


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\r\n", "\n")).strip()


def _within(text: str, field: str, limit: int) -> str:
    if len(text) > limit:
        raise TooLong(field, limit=limit)
    return text


def _missing(field: str) -> str:
    raise Missing(field)
