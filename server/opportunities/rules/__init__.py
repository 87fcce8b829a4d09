"""What holds for every opportunity and response: pure decisions, without a session, a clock or a network."""

from server.opportunities.rules.filter import INDEX, REMOTE, AuthorFacts, OpportunityFacts, OpportunityFilter, matches, phrases_for
from server.opportunities.rules.kinds import RECRUITING, CloseReason, Direction, Kind
from server.opportunities.rules.states import ENDED, Act, ResponseState, Side, acts_open_to, agreed_by, state_after
from server.opportunities.rules.terms import Choice, Labels, TermField, TermType, checked_terms, form, on_behalf_of, pay_of
from server.opportunities.rules.writing import (
    LONGEST_LIFE,
    MOST_SKILLS,
    checked_body,
    checked_last_day,
    checked_line,
    checked_note,
    checked_place,
    checked_title,
)

__all__ = [
    "ENDED",
    "INDEX",
    "LONGEST_LIFE",
    "MOST_SKILLS",
    "RECRUITING",
    "REMOTE",
    "Act",
    "AuthorFacts",
    "Choice",
    "CloseReason",
    "Direction",
    "Kind",
    "Labels",
    "OpportunityFacts",
    "OpportunityFilter",
    "ResponseState",
    "Side",
    "TermField",
    "TermType",
    "acts_open_to",
    "agreed_by",
    "checked_body",
    "checked_last_day",
    "checked_line",
    "checked_note",
    "checked_place",
    "checked_terms",
    "checked_title",
    "form",
    "matches",
    "on_behalf_of",
    "pay_of",
    "phrases_for",
    "state_after",
]
