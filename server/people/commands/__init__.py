"""Changes to people: joining, the profile and who sees it, affiliations and who decides on them, connections, blocks, skills."""

from server.people.commands.affiliations import (
    AffiliationDraft,
    AffiliationEdit,
    declare_affiliation,
    edit_affiliation,
    remove_affiliation,
)
from server.people.commands.applications import Seen, approve_application, decline_application
from server.people.commands.applying import ApplicationDraft, apply_to_group, withdraw_from_group
from server.people.commands.asking import Asking, Request, ask_for_confirmation, stop_asking
from server.people.commands.audience import change_listing, pick_circles
from server.people.commands.blocks import block_member, unblock_member
from server.people.commands.companies import move_company
from server.people.commands.connections import (
    ConnectionWish,
    accept_connection,
    ask_for_connection,
    decline_connection,
    end_connection,
    forget_old_requests,
    withdraw_connection_request,
)
from server.people.commands.deciding import Verdict, confirm, confirm_affiliation, confirm_as_company, decline_affiliation
from server.people.commands.exclusions import exclude_company, exclude_member, include_company, include_member
from server.people.commands.joining import Entered, Registration, enter_by_code, enter_by_link, join, join_proven, request_to_join
from server.people.commands.listing import Invited, Listed, admit_listed, ask_to_take_up
from server.people.commands.photos import new_photo_name, remove_photo, show_photo
from server.people.commands.profiles import KEEP, Employer, Keep, ProfileChange, dismiss_step, update_profile
from server.people.commands.revoking import Revocation, revoke_confirmation
from server.people.commands.skills import ensure_skills, forget_skills, seed_skills
from server.people.commands.vouching import Vouching, look_again, vouch_for, withdraw_vouch, words_resting_on

__all__ = [
    "KEEP",
    "AffiliationDraft",
    "AffiliationEdit",
    "ApplicationDraft",
    "Asking",
    "ConnectionWish",
    "Employer",
    "Entered",
    "Invited",
    "Keep",
    "Listed",
    "ProfileChange",
    "Registration",
    "Request",
    "Revocation",
    "Seen",
    "Verdict",
    "Vouching",
    "accept_connection",
    "admit_listed",
    "apply_to_group",
    "approve_application",
    "ask_for_confirmation",
    "ask_for_connection",
    "ask_to_take_up",
    "block_member",
    "change_listing",
    "confirm",
    "confirm_affiliation",
    "confirm_as_company",
    "declare_affiliation",
    "decline_affiliation",
    "decline_application",
    "decline_connection",
    "dismiss_step",
    "edit_affiliation",
    "end_connection",
    "ensure_skills",
    "enter_by_code",
    "enter_by_link",
    "exclude_company",
    "exclude_member",
    "forget_old_requests",
    "forget_skills",
    "include_company",
    "include_member",
    "join",
    "join_proven",
    "look_again",
    "move_company",
    "new_photo_name",
    "pick_circles",
    "remove_affiliation",
    "remove_photo",
    "request_to_join",
    "revoke_confirmation",
    "seed_skills",
    "show_photo",
    "stop_asking",
    "unblock_member",
    "update_profile",
    "vouch_for",
    "withdraw_connection_request",
    "withdraw_from_group",
    "withdraw_vouch",
    "words_resting_on",
]
