"""Changes to opportunities and responses."""

from server.opportunities.commands.companies import move_company
from server.opportunities.commands.following import follow_skills
from server.opportunities.commands.labels import narrow_circles
from server.opportunities.commands.leaving import leave_opportunities
from server.opportunities.commands.moderating import hide_opportunity, restore_opportunity
from server.opportunities.commands.placing import READ_AT_ONCE, read_places
from server.opportunities.commands.posting import OpportunityDraft, close_opportunity, edit_opportunity, post_opportunity
from server.opportunities.commands.responding import (
    decline_response,
    record_agreement,
    respond_to_opportunity,
    take_up_talk,
    withdraw_response,
)

__all__ = [
    "READ_AT_ONCE",
    "OpportunityDraft",
    "close_opportunity",
    "decline_response",
    "edit_opportunity",
    "follow_skills",
    "hide_opportunity",
    "leave_opportunities",
    "move_company",
    "narrow_circles",
    "post_opportunity",
    "read_places",
    "record_agreement",
    "respond_to_opportunity",
    "restore_opportunity",
    "take_up_talk",
    "withdraw_response",
]
