"""Changes of moderation: filing a report, deciding about it, deciding on companies and groups, and who runs a group."""

from server.moderation.commands.admission import GroupToDecline, admit_group, decline_group
from server.moderation.commands.companies import Merging, accept_company, merge_companies, merge_on_the_command_line
from server.moderation.commands.deciding import Dismissal, Hiding, Restoring, dismiss_report, hide_opportunity, restore_opportunity
from server.moderation.commands.filing import ReportToFile, file_report
from server.moderation.commands.groups import Closing, GroupEdit, close_group, edit_group
from server.moderation.commands.leaving import leave_reports
from server.moderation.commands.roles import RoleChange, RoleGrant, SteppingDown, grant_role, hand_over_group, step_down, take_role

__all__ = [
    "Closing",
    "Dismissal",
    "GroupEdit",
    "GroupToDecline",
    "Hiding",
    "Merging",
    "ReportToFile",
    "Restoring",
    "RoleChange",
    "RoleGrant",
    "SteppingDown",
    "accept_company",
    "admit_group",
    "close_group",
    "decline_group",
    "dismiss_report",
    "edit_group",
    "file_report",
    "grant_role",
    "hand_over_group",
    "hide_opportunity",
    "leave_reports",
    "merge_companies",
    "merge_on_the_command_line",
    "restore_opportunity",
    "step_down",
    "take_role",
]
