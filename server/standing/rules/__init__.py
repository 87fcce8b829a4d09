"""What holds for every standing query: pure decisions, without a session, a clock or a network."""

from server.standing.rules.listened import Listened
from server.standing.rules.saving import (
    AT_ONCE,
    LONGEST_NAME,
    MOST_SAVED,
    MOST_SAVED_NEWCOMER,
    Channel,
    Subject,
    checked_name,
    checked_words,
)
from server.standing.rules.terms import Condition, conditions_of, kept_anew, rarest, terms_of

__all__ = [
    "AT_ONCE",
    "LONGEST_NAME",
    "MOST_SAVED",
    "MOST_SAVED_NEWCOMER",
    "Channel",
    "Condition",
    "Listened",
    "Subject",
    "checked_name",
    "checked_words",
    "conditions_of",
    "kept_anew",
    "rarest",
    "terms_of",
]
