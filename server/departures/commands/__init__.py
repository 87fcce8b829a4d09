"""Leaving the platform, staying after all, and being erased."""

from server.departures.commands.erasing import erase_member
from server.departures.commands.filing import delete_files
from server.departures.commands.leaving import ask_departure, check_replaceable, remind_of_departures, withdraw_departure

__all__ = ["ask_departure", "check_replaceable", "delete_files", "erase_member", "remind_of_departures", "withdraw_departure"]
