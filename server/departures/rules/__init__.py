"""What leaving means: how long one can change one's mind, and what becomes of each table."""

from server.departures.rules.inventory import INVENTORY, Fate, Kept
from server.departures.rules.times import DAYS, REMINDED_BEFORE

__all__ = ["DAYS", "INVENTORY", "REMINDED_BEFORE", "Fate", "Kept"]
