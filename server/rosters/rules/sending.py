"""How many people of its lists a group may write to in a day."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

# domain.md's rule 2: nobody writes to the world, also not with a list that says that everybody agreed.
MOST_A_DAY: Final = 1000
DAY: Final = timedelta(days=1)


def left_of(sent: Sequence[tuple[datetime, int]]) -> int:
    """Return how many more a group may write to, which wrote to so many, each at a time within the last day."""
    return max(MOST_A_DAY - sum(number for _, number in sent), 0)


def free_at(sent: Sequence[tuple[datetime, int]], wanted: int) -> datetime:
    """Return when `wanted` more may be written to (MOST_A_DAY at most), where now they are too many; `sent` is in the order of time."""
    left = left_of(sent)
    for at, number in sent:
        left += number
        if left >= wanted:
            return at + DAY
    return sent[-1][0] + DAY
