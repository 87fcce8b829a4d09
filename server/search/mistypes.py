"""Which words a mistyped one may have meant: at most one slip in a word of five letters (four kana or kanji), two from eight on."""

from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

from server.search.japanese.terms import NEVER_MISTYPED

SHORTEST = 5
# A kana says as much as two letters.
_SHORTEST_JAPANESE = 4
_TWO_SLIPS_FROM = 8
_SHORTEST_CONFUSED = 3
_OFTEN_FORGOTTEN = "ーっ"


def slips_allowed(word: str) -> int:
    """Return how many letters of a word may be wrong; none of what is no word of a text."""
    if word.startswith(NEVER_MISTYPED):
        return 0
    shortest = SHORTEST if any(character.isascii() for character in word) else _SHORTEST_JAPANESE
    return 0 if len(word) < shortest else 1 if len(word) < _TWO_SLIPS_FROM else 2


def may_be_meant(word: str) -> bool:
    """Tell whether the word is long enough for a mistyped one to be compared with it."""
    return len(word) >= _SHORTEST_JAPANESE and not word.startswith(NEVER_MISTYPED)


def confused(word: str) -> frozenset[str]:
    """Return what a word of three letters or more may stand for, had one kana (or a kanji like one) been taken for another or forgotten."""
    if len(word) < _SHORTEST_CONFUSED or not any("\u3041" <= character <= "\u3096" for character in word):
        return frozenset()
    taken = {word[:at] + other + word[at + 1 :] for at, letter in enumerate(word) for other in _alike().get(letter, ())}
    forgotten = {word[:at] + mark + word[at:] for at in range(1, len(word) + 1) for mark in _OFTEN_FORGOTTEN}
    too_many = {word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] in _OFTEN_FORGOTTEN}
    return frozenset(taken | forgotten | too_many)


@cache
def _alike() -> dict[str, frozenset[str]]:
    lines = files("server.search").joinpath("confused.txt").read_text(encoding="utf-8").splitlines()
    groups = [line for line in lines if line and not line.startswith("#")]
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for letter in group:
            found[letter] = found.get(letter, frozenset()) | frozenset(group.replace(letter, ""))
    return found


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
