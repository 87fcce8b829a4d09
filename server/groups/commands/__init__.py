"""Changes to groups: how they come to be, who belongs, how one applies, and standing roles."""

from server.groups.commands.applications import (
    ApplicationEdit,
    Held,
    Question,
    ask_applicant,
    edit_application,
    hold_application,
    leave_group,
    note_of,
)
from server.groups.commands.founding import found_group, move_company, seed_groups
from server.groups.commands.links import LinkToMake, check_link, end_link, make_link, use_link
from server.groups.commands.memberships import Arrival, Outcome, admit_all, apply_to_groups, approve_memberships, end_memberships
from server.groups.commands.roles import Role, grant_role

__all__ = [
    "ApplicationEdit",
    "Arrival",
    "Held",
    "LinkToMake",
    "Outcome",
    "Question",
    "Role",
    "admit_all",
    "apply_to_groups",
    "approve_memberships",
    "ask_applicant",
    "check_link",
    "edit_application",
    "end_link",
    "end_memberships",
    "found_group",
    "grant_role",
    "hold_application",
    "leave_group",
    "make_link",
    "move_company",
    "note_of",
    "seed_groups",
    "use_link",
]
