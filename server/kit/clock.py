"""What time it is: the one place that reads the system clock, always in UTC."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")


def now() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = TOKYO) -> date:
    """Return the present calendar day in `zone`; last days of posts are days in Asia/Tokyo."""
    return now().astimezone(zone).date()
