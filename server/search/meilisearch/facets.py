"""How facets are counted: by what is written under each tag, and again exactly where a value may have been counted twice."""

from collections import defaultdict
from collections.abc import Sequence

from server.search.asked import Asked
from server.search.engine import FacetCount, Filter
from server.search.meilisearch.filters import seen, view_of_own, views_of, visible
from server.search.meilisearch.requests import Asking, Counting
from server.search.postgresql.tags import OPEN_TAGS, OWNER


async def facets_of(asking: Asking, asked: Asked) -> dict[str, tuple[FacetCount, ...]]:
    """Return the counts of every facet asked for; a facet that is filtered by is counted as if it were not."""
    query = asking.query
    filtered = {each.facet for each in query.filters}
    groups = [[name for name in query.facets if name not in filtered], *([name] for name in query.facets if name in filtered)]
    kept = {tuple(group): [each for each in query.filters if each.facet not in group] for group in groups if group}
    countings = [(group, counting) for group, filters in kept.items() for counting in _countings(asking, asked, filters)]
    answers = await asking.counted([counting for _, counting in countings])
    by_tag: defaultdict[tuple[str, str], defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (group, _), answer in zip(countings, answers, strict=True):
        for attribute, values in answer.values.items():
            for written, count in values.items():
                facet, _, value = written.partition("/")
                if facet in group:
                    by_tag[facet, value][attribute.removeprefix("f.")] += count
    twice = [each for each, counts in by_tag.items() if _overlap(counts)]
    filters_of = {facet: filters for group, filters in kept.items() for facet in group}
    exact = await asking.counted(
        [Counting(visible(query, asked, [*filters_of[facet], Filter(facet, frozenset({value}))])) for facet, value in twice]
    )
    counts = {each: sum(found.values()) for each, found in by_tag.items()} | dict(zip(twice, (each.total for each in exact), strict=True))
    return {name: _ordered({value: count for (facet, value), count in counts.items() if facet == name}) for name in query.facets}


def _countings(asking: Asking, asked: Asked, filters: Sequence[Filter]) -> list[Counting]:
    views = views_of(asking.query)
    found = [Counting(seen(view, asked, filters), view.attributes) for view in views]
    member = asking.query.seeker.member
    if member is not None and len(views) == 1:
        # What is one's own is met in the one view; what is only for its owner is counted beside.
        found.append(Counting(seen(view_of_own(member), asked, filters), (f"f.{OWNER}",)))
    return found


def _overlap(by_tag: dict[str, int]) -> bool:
    """Tell whether one document may have been counted twice: only circles and the owner's tag can stand beside another tag."""
    circles = [tag for tag in by_tag if tag not in OPEN_TAGS and tag != "all"]
    return bool(circles) and len(by_tag) > 1


def _ordered(counts: dict[str, int]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(value, count) for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
