"""What a standing query is called, how its member is told, and how many one keeps."""

from enum import Enum
from typing import Final

from server.kit.refusal import TooLong
from server.opportunities.rules import checked_line
from server.search.japanese.words import LONGEST_QUERY

LONGEST_NAME: Final = 60
# domain.md's rule 2: who is not verified does with fewer.
MOST_SAVED: Final = 20
MOST_SAVED_NEWCOMER: Final = 5


class Channel(Enum):
    """How a member is told of what meets a query."""

    LIVE = "live"
    MAIL = "mail"
    DAILY = "daily"
    WEEKLY = "weekly"


class Subject(Enum):
    """What a query looks for."""

    OPPORTUNITIES = "opportunities"
    PEOPLE = "people"


# These tell of each post by itself, as soon as it is there; the others gather them in one mail.
AT_ONCE: Final = frozenset({Channel.LIVE, Channel.MAIL})


def checked_name(text: str) -> str:
    """Return the name on one line."""
    return checked_line("name", text, LONGEST_NAME)


def checked_words(text: str) -> str:
    """Return the words as they were typed: whether a space follows the last one says whether it is whole."""
    words = text.replace("\x00", "").lstrip()
    if len(words) > LONGEST_QUERY:
        raise TooLong("filter.text", limit=LONGEST_QUERY)
    return words if words.strip() else ""
