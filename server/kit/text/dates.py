"""How a day is written to a person, as Tokyo sees it."""

from datetime import datetime

from server.kit.actor import Language
from server.kit.clock import TOKYO

_WEEKDAYS = "月火水木金土日"


def day_of(language: Language, at: datetime) -> str:
    """Return the day of an instant: 2026年12月9日（水） / Wed, Dec 9, 2026."""
    day = at.astimezone(TOKYO)
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日（{_WEEKDAYS[day.weekday()]}）"
    return f"{day:%a, %b} {day.day}, {day.year}"
