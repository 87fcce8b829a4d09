"""Tiers: what stands higher on the ladders of a search comes first, whatever ranks it.

Meilisearch is asked for all tiers at once, each with a weight that no ranking of a lower one reaches. So a tier need not say that
it leaves out the ones above.
"""

from itertools import groupby, product
from typing import Final, TypeAlias

from server.search.asked import Asked

# The steps, one for each ladder, on which a document may stand to belong to the tier; none: any document does.
Tier: TypeAlias = tuple[tuple[int, ...], ...]
ANY_TIER: Final[Tier] = ()
# The best score is 1, the least far above the inverse of this: it counts words, places and how exactly they are met.
_APART: Final = 1e6


def weight_of(place: int, count: int) -> float:
    """Return what the scores of a tier are multiplied with. The last one has 1: differences below are taken for none."""
    return _APART ** (count - 1 - place)


def tiers_of(asked: Asked) -> tuple[Tier, ...]:
    """Return the tiers of a search, the first one first; places on several ladders are added up."""
    if not asked.steps:
        return (ANY_TIER,)
    lengths = list(asked.steps)
    # Each condition has to be met on some step; that none of the firsts is met is a place as well.
    places = [range(length) for length in lengths]
    if asked.firsts:
        places[-1] = range(lengths[-1] + 1)
    above = sum(lengths[:-1]) if asked.firsts else 0

    def down(place: tuple[int, ...]) -> int:
        # What has all that was asked for comes before all that has not, however well that meets the conditions.
        return sum(place) - (above if place[-1] == 0 else 0)

    return tuple(tuple(tier) for _, tier in groupby(sorted(product(*places), key=down), key=down))
