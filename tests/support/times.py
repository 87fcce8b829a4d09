"""Moments at which mails go round."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

# A Monday's morning in Japan: daily and weekly mails, and those of who came.
MONDAY: Final = datetime(2026, 11, 30, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
