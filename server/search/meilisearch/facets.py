"""How facets are counted: by what is written under each tag, and again exactly where a value may have been counted twice."""

from collections import defaultdict
from collections.abc import Sequence

from server.search.asked import Asked
from server.search.engine import FacetCount, Filter, Query
from server.search.meilisearch.filters import counted_attributes, with_value
from server.search.meilisearch.requests import Asking, Counting, countings_of, narrowed
from server.search.postgresql.tags import OPEN_TAGS, tags_for, tags_for_owner


async def facets_of(asking: Asking, asked: Asked) -> dict[str, tuple[FacetCount, ...]]:
    """Return the counts of every facet asked for; a facet that is filtered by is counted as if it were not."""
    query = asking.query
    filtered = {each.facet for each in query.filters}
    groups = [[name for name in query.facets if name not in filtered], *([name] for name in query.facets if name in filtered)]
    countings: list[tuple[Counting, Sequence[str], list[str]]] = []
    for group in filter(None, groups):
        kept = [each for each in query.filters if each.facet not in group]
        countings += _of_group(query, asked, kept, group)
    counts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    answers = await asking.counted([counting for counting, _, _ in countings])
    twice: list[tuple[Counting, str, str]] = []
    for (counting, tags, group), answer in zip(countings, answers, strict=True):
        for facet in group:
            for value, by_tag in _by_value(answer.values, tags, facet).items():
                if _overlap(by_tag):
                    twice.append((narrowed(counting, with_value(tags, facet, [value])), facet, value))
                else:
                    counts[facet][value] += sum(by_tag.values())
    exact = await asking.counted([counting for counting, _, _ in twice])
    for (_, facet, value), answer in zip(twice, exact, strict=True):
        counts[facet][value] += answer.total
    return {name: _ordered(counts[name]) for name in query.facets}


def _of_group(query: Query, asked: Asked, filters: Sequence[Filter], facets: list[str]) -> list[tuple[Counting, Sequence[str], list[str]]]:
    both = (tags_for(query.seeker), tags_for_owner())
    attributes = [tuple(attribute for facet in facets for attribute in counted_attributes(tags, facet)) for tags in both]
    return [(counting, tags, facets) for counting, tags in zip(countings_of(query, asked, filters, attributes), both, strict=False)]


def _by_value(values: dict[str, dict[str, int]], tags: Sequence[str], facet: str) -> dict[str, dict[str, int]]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for attribute in counted_attributes(tags, facet):
        for value, count in values.get(attribute, {}).items():
            found[value][attribute.split(".")[1]] = count
    return found


def _overlap(by_tag: dict[str, int]) -> bool:
    """Tell whether one document may have been counted twice: only circles and the owner's tag can stand beside another tag."""
    circles = [tag for tag in by_tag if tag not in OPEN_TAGS and tag != "all"]
    return bool(circles) and len(by_tag) > 1


def _ordered(counts: dict[str, int]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(value, count) for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
