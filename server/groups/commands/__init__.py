"""Changes to groups: how they come to be, who belongs, how one applies, and standing roles."""

from server.groups.commands.applications import (
    ApplicationEdit,
    Held,
    Question,
    ask_applicant,
    edit_application,
    hold_application,
    hold_open,
    leave_group,
    note_of,
)
from server.groups.commands.closing import close_group
from server.groups.commands.founding import found_group, move_company, seed_groups
from server.groups.commands.leaving import leave_proposals
from server.groups.commands.links import LinkToMake, check_link, end_link, make_link, use_link
from server.groups.commands.memberships import (
    Arrival,
    Outcome,
    admit_all,
    apply_to_groups,
    approve_memberships,
    end_memberships,
    hold_going,
)
from server.groups.commands.proposing import Admission, Proposal, admit_group, decline_group, hold_proposal, propose_group
from server.groups.commands.roles import (
    Lost,
    Role,
    check_owned,
    end_lost_roles,
    end_role,
    grant_role,
    hold_group,
    hold_groups,
    hold_groups_of,
    set_role,
)
from server.groups.commands.texts import GroupTexts, Pick, describe, gather

__all__ = [
    "Admission",
    "ApplicationEdit",
    "Arrival",
    "GroupTexts",
    "Held",
    "LinkToMake",
    "Lost",
    "Outcome",
    "Pick",
    "Proposal",
    "Question",
    "Role",
    "admit_all",
    "admit_group",
    "apply_to_groups",
    "approve_memberships",
    "ask_applicant",
    "check_link",
    "check_owned",
    "close_group",
    "decline_group",
    "describe",
    "edit_application",
    "end_link",
    "end_lost_roles",
    "end_memberships",
    "end_role",
    "found_group",
    "gather",
    "grant_role",
    "hold_application",
    "hold_going",
    "hold_group",
    "hold_groups",
    "hold_groups_of",
    "hold_open",
    "hold_proposal",
    "leave_group",
    "leave_proposals",
    "make_link",
    "move_company",
    "note_of",
    "propose_group",
    "seed_groups",
    "set_role",
    "use_link",
]
