"""Which words a mistyped one may have meant: at most one slip in a word of five letters, two from eight on."""

from collections.abc import Collection, Iterable

SHORTEST = 5
_TWO_SLIPS_FROM = 8


def slips_allowed(word: str) -> int:
    """Return how many letters of a word may be wrong."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < _TWO_SLIPS_FROM else 2


def nearest(mistyped: Iterable[str], known: Collection[str]) -> list[frozenset[str]]:
    """Return the known words that are near enough to one of the mistyped: those with one slip together, then those with two."""
    rings: dict[int, set[str]] = {}
    for word in mistyped:
        allowed = slips_allowed(word)
        for each in known:
            far = distance(word, each, allowed)
            if far <= allowed:
                rings.setdefault(far, set()).add(each)
    return [frozenset(rings[far]) for far in sorted(rings)]


def distance(one: str, other: str, most: int) -> int:
    """Count insertions, deletions, replacements and swaps of neighbours; above `most`, any larger number."""
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, another in enumerate(other, start=1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != another))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == another:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, previous = previous, current
    return previous[-1]
