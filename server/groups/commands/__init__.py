"""Changes to groups: how they come to be, who belongs, how one applies, and standing roles."""

from server.groups.commands.founding import found_group, move_company, seed_groups
from server.groups.commands.memberships import Arrival, Outcome, admit_all, apply_to_groups, approve_memberships, end_memberships
from server.groups.commands.roles import Role, grant_role

__all__ = [
    "Arrival",
    "Outcome",
    "Role",
    "admit_all",
    "apply_to_groups",
    "approve_memberships",
    "end_memberships",
    "found_group",
    "grant_role",
    "move_company",
    "seed_groups",
]
