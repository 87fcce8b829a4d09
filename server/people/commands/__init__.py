"""Changes to people: joining, the profile, affiliations and who decides on them, blocks, skills."""

from server.people.commands.affiliations import (
    AffiliationDraft,
    AffiliationEdit,
    declare_affiliation,
    edit_affiliation,
    remove_affiliation,
)
from server.people.commands.blocks import block_member, unblock_member
from server.people.commands.deciding import confirm_affiliation, decline_affiliation
from server.people.commands.joining import Entered, Registration, enter_by_code, enter_by_link, join, join_proven, request_to_join
from server.people.commands.profiles import KEEP, Keep, ProfileChange, update_profile
from server.people.commands.skills import ensure_skills

__all__ = [
    "KEEP",
    "AffiliationDraft",
    "AffiliationEdit",
    "Entered",
    "Keep",
    "ProfileChange",
    "Registration",
    "block_member",
    "confirm_affiliation",
    "declare_affiliation",
    "decline_affiliation",
    "edit_affiliation",
    "ensure_skills",
    "enter_by_code",
    "enter_by_link",
    "join",
    "join_proven",
    "remove_affiliation",
    "request_to_join",
    "unblock_member",
    "update_profile",
]
