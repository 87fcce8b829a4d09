"""Changes of moderation: filing a report, and deciding about it."""

from server.moderation.commands.deciding import Dismissal, Hiding, Restoring, dismiss_report, hide_opportunity, restore_opportunity
from server.moderation.commands.filing import ReportToFile, file_report
from server.moderation.commands.leaving import leave_reports

__all__ = [
    "Dismissal",
    "Hiding",
    "ReportToFile",
    "Restoring",
    "dismiss_report",
    "file_report",
    "hide_opportunity",
    "leave_reports",
    "restore_opportunity",
]
