"""Changes of moderation: filing a report, and deciding about it."""

from server.moderation.commands.deciding import Dismissal, Hiding, Restoring, dismiss_report, hide_opportunity, restore_opportunity
from server.moderation.commands.filing import ReportToFile, file_report

__all__ = [
    "Dismissal",
    "Hiding",
    "ReportToFile",
    "Restoring",
    "dismiss_report",
    "file_report",
    "hide_opportunity",
    "restore_opportunity",
]
