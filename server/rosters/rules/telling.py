"""How those are counted whom a list does not get though it names them: members by other ways, and who wants no invitation."""

from typing import Final

# A list of one address would ask whether it is a member's, or said no for good; so few are told as if they were new.
_FEWEST: Final = 5


def counted(apart: int) -> tuple[int, int]:
    """Return how many of them are told as new, and how many as there already; never which of the two they are."""
    return (apart, 0) if apart < _FEWEST else (0, apart)
