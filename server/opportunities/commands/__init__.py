"""Changes to opportunities and responses."""

from server.opportunities.commands.moderating import hide_opportunity, restore_opportunity

__all__ = ["hide_opportunity", "restore_opportunity"]
