"""The settings of every index, as code: what is searched, filtered, sorted and counted, in which order, and what is forgiven."""

from typing import Any, Final, cast

import orjson

from server.kit.actor import Level
from server.search.engine import Weight

# Everything is written for each level that may be asked for: what somebody of that level may see, by how much it says.
_LEVELS: Final = (Level.VERIFIED, Level.SIGNED_IN, Level.ANYONE)
_WEIGHTS: Final = (Weight.NAME, Weight.STRONG, Weight.PLAIN, Weight.FAINT)
# Of all facets together.
_MOST_VALUES: Final = 20_000
# Every document has this one word, so that what nothing else ranks is ranked too, last.
EVERY, EVERY_WORD = "every", "every"


def ranked_by(level: Level, weight: Weight) -> str:
    """Return the attribute that holds what this level may see of this weight."""
    return f"s{int(level)}{weight.value}"


def ranked_at(level: Level) -> list[str]:
    """Return the attributes that rank for a seeker of this level, the weightiest first."""
    return [ranked_by(min(level, Level.VERIFIED), weight) for weight in _WEIGHTS]


_RANKED: Final = [attribute for level in _LEVELS for attribute in ranked_at(level)]
_MATCHED: Final = ["id", "owner", "listed", "kept_from", "analysis", "m", "f.*"]


def _filterable(patterns: list[str], *, facet_search: bool) -> dict[str, Any]:
    return {"attributePatterns": patterns, "features": {"facetSearch": facet_search, "filter": {"equality": True, "comparison": False}}}


SETTINGS: Final[dict[str, Any]] = {
    "displayedAttributes": ["id", "owner", "fields"],
    "searchableAttributes": [*_RANKED, EVERY],
    "filterableAttributes": [_filterable(_MATCHED, facet_search=False), _filterable(["v.*"], facet_search=True)],
    "sortableAttributes": ["id"],
    # Which words are met is decided by a filter, as the seeker may see them; rank, then, the weightier field and the whole word.
    "rankingRules": ["words", "attributeRank", "exactness", "sort"],
    # Slips are forgiven in the vocabulary (facet search), and never between words of ours that are spelt in letters and digits.
    "typoTolerance": {
        "enabled": True,
        "minWordSizeForTypos": {"oneTypo": 5, "twoTypos": 8},
        "disableOnAttributes": [*_RANKED, EVERY],
    },
    # Our terms are written in Latin letters. Should any other text ever come in, kanji are Japanese.
    "localizedAttributes": [{"attributePatterns": ["*"], "locales": ["jpn"]}],
    "proximityPrecision": "byAttribute",
    "faceting": {"maxValuesPerFacet": _MOST_VALUES, "sortFacetValuesBy": {"*": "count"}},
    "pagination": {"maxTotalHits": 1_000_000},
}


# Of these lists the order says something; the server gives others back in one of its own.
_ORDERED: Final = {"searchableAttributes", "rankingRules"}


def differs(given: dict[str, Any]) -> bool:
    """Tell whether an index has other settings than these; what Meilisearch adds by itself does not count."""
    return not _holds("", given, SETTINGS)


def _holds(name: str, given: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        inner = cast("dict[str, Any]", wanted)
        return isinstance(given, dict) and all(_holds(each, cast("dict[str, Any]", given).get(each), inner[each]) for each in inner)
    if isinstance(wanted, list) and isinstance(given, list) and name not in _ORDERED:
        return _sorted(cast("list[Any]", given)) == _sorted(cast("list[Any]", wanted))
    return bool(given == wanted)


def _sorted(values: list[Any]) -> list[bytes]:
    return sorted(orjson.dumps(each, option=orjson.OPT_SORT_KEYS) for each in values)
