"""A word, asked for in fewer letters: what is implied is left out, and what is said of the same words is said once."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from server.search.japanese.phrases import Word

# Units that have to be met together, each by any of its terms.
Way: TypeAlias = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Short:
    """A word is met by any of the terms, by a prefix of its own, or in one of the ways."""

    terms: frozenset[str]
    ways: tuple[Way, ...]


@lru_cache(maxsize=4096)
def shortened(word: Word) -> Short:
    """Return what meets exactly the documents that the word does."""
    ways = [frozenset(units) for units in word.ways() if units and all(units)]
    terms = word.terms.union(*(unit for way in ways if len(way) == 1 for unit in way))
    terms = frozenset(term for term in terms if not term.startswith(tuple(word.prefixes)))
    # Whoever has a unit of which any term is enough need not have the others.
    longer = {way for way in ways if len(way) > 1 and not any(_implied(unit, terms, word) for unit in way)}
    return Short(terms, tuple(sorted(_merged(longer), key=lambda way: sorted(map(sorted, way)))))


def _implied(unit: frozenset[str], terms: frozenset[str], word: Word) -> bool:
    return all(term in terms or term.startswith(tuple(word.prefixes)) for term in unit)


def _merged(ways: set[Way]) -> set[Way]:
    """Make one of the ways that differ in one unit, those of which there are most first, until no two are alike."""
    while ways:
        alike: defaultdict[Way, set[frozenset[str]]] = defaultdict(set)
        for way in ways:
            for unit in way:
                alike[way - {unit}].add(unit)
        rest, units = max(alike.items(), key=lambda item: (len(item[1]), sorted(map(sorted, item[0]))))
        if len(units) == 1:
            break
        ways = {way for way in ways if not any(way == rest | {unit} for unit in units)}
        ways.add(rest | {frozenset[str]().union(*units)})
    return ways
