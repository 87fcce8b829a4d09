"""Changes of moderation: filing a report, deciding about it, and deciding on companies."""

from server.moderation.commands.companies import Merging, accept_company, merge_companies, merge_on_the_command_line
from server.moderation.commands.deciding import Dismissal, Hiding, Restoring, dismiss_report, hide_opportunity, restore_opportunity
from server.moderation.commands.filing import ReportToFile, file_report
from server.moderation.commands.leaving import leave_reports

__all__ = [
    "Dismissal",
    "Hiding",
    "Merging",
    "ReportToFile",
    "Restoring",
    "accept_company",
    "dismiss_report",
    "file_report",
    "hide_opportunity",
    "leave_reports",
    "merge_companies",
    "merge_on_the_command_line",
    "restore_opportunity",
]
