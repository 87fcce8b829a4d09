"""How often, and how much, is too much: the caps, the windows that count, and the ways to spend."""

from server.kit.limits.caps import CAPS
from server.kit.limits.shared import SharedWindows
from server.kit.limits.spending import Limits, Spending
from server.kit.limits.windows import OwnWindows, Windows

__all__ = ["CAPS", "Limits", "OwnWindows", "SharedWindows", "Spending", "Windows"]
