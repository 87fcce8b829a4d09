"""How long one can change one's mind, and when one is reminded of it."""

from datetime import timedelta
from typing import Final

DAYS: Final = timedelta(days=14)
REMINDED_BEFORE: Final = timedelta(days=3)
