"""The filter language of Meilisearch: what the seeker may meet, the words asked for under their tags, and the filters chosen."""

from collections.abc import Iterable, Iterator, Sequence

from server.search.asked import Asked
from server.search.engine import Filter, Query
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.terms import ANY, VALUE
from server.search.meilisearch.documents import WITH_THE_DOCUMENT
from server.search.meilisearch.terms import tagged
from server.search.meilisearch.tiers import ANY_TIER, Tier
from server.search.postgresql.tags import OPEN_TAGS, OWNER, tags_for, tags_for_owner


def visible(query: Query, asked: Asked, filters: Sequence[Filter], tier: Tier = ANY_TIER) -> str:
    """Return the filter of everything that the seeker may meet and that has all that is asked for and all filters' values."""
    branches = [others(query, asked, filters, tier), own(query, asked, filters, tier)]
    return either(each for each in branches if each)


def others(query: Query, asked: Asked, filters: Sequence[Filter], tier: Tier = ANY_TIER) -> str:
    """Return the filter of what others own, or nobody."""
    seeker, tags = query.seeker, tags_for(query.seeker)
    belongs = sorted(each.hex for each in {*seeker.circles, *seeker.ties, *([seeker.member] if seeker.member else [])})
    conditions = [among("listed", tags)]
    if belongs:
        conditions.append(f"NOT {among('kept_from', belongs)}")
    if seeker.hidden:
        conditions.append(f"NOT {among('id', sorted(map(str, seeker.hidden)))}")
    kept_apart = sorted({each.hex for each in seeker.hidden} | ({seeker.member.hex} if seeker.member else set()))
    if kept_apart:
        conditions.append(f"NOT {among('owner', kept_apart)}")
    conditions += [f"NOT {with_value(tags, each.facet, each.any_of)}" for each in query.without]
    return every([*conditions, *_asked(_met(query), asked, tier), *_kept(tags, filters)])


def own(query: Query, asked: Asked, filters: Sequence[Filter], tier: Tier = ANY_TIER) -> str:
    """Return the filter of what is the seeker's own, nothing where they can own nothing."""
    if query.seeker.member is None:
        return ""
    mine = among("owner", [query.seeker.member.hex])
    return every([mine, *_asked((OWNER,), asked, tier), *_kept(tags_for_owner(), filters)])


def counted_attributes(tags: Sequence[str], facet: str) -> list[str]:
    """Return the attributes that hold a facet's values for these tags."""
    return [f"f.{tag}.{facet}" for tag in (WITH_THE_DOCUMENT, *tags)]


def with_value(tags: Sequence[str], facet: str, values: Iterable[str]) -> str:
    """Return the filter of what has, under these tags, any of the values."""
    wanted = sorted(values)
    return either(among(attribute, wanted) for attribute in counted_attributes(tags, facet))


def _met(query: Query) -> tuple[str, ...]:
    """Return the tags under which the seeker meets terms: one for all open levels, since a term is written for each from its own on."""
    tags = tags_for(query.seeker)
    highest = max((tag for tag in tags if tag in OPEN_TAGS), key=int)
    return (highest, *(tag for tag in tags if tag not in OPEN_TAGS))


def _asked(tags: Sequence[str], asked: Asked, tier: Tier) -> list[str]:
    return [
        *_phrases(tags, asked.phrases),
        *(either(_ring(tags, ring) for ring in condition.rings) for condition in asked.conditions),
        *([either(_places(tags, asked, places) for places in tier)] if tier else []),
    ]


def _kept(tags: Sequence[str], filters: Sequence[Filter]) -> list[str]:
    return [with_value(tags, each.facet, each.any_of) for each in filters]


def _places(tags: Sequence[str], asked: Asked, places: tuple[int, ...]) -> str:
    """Return the filter of what stands, on each ladder, on exactly this step; behind the last step is what is on none."""
    return every([_step(steps, place) for steps, place in zip(_ladders(tags, asked), places, strict=True)])


def _ladders(tags: Sequence[str], asked: Asked) -> Iterator[list[str]]:
    """Yield the steps of each ladder, as asked.steps counts them."""
    for condition in asked.conditions:
        if len(condition.rings) > 1:
            yield [_ring(tags, ring) for ring in condition.rings]
    if asked.firsts:
        yield [every(_phrases(tags, first)) for first in asked.firsts]


def _step(steps: Sequence[str], place: int) -> str:
    return every([*(f"NOT ({each})" for each in steps[:place]), *(f"({each})" for each in steps[place : place + 1])])


def _ring(tags: Sequence[str], ring: frozenset[str]) -> str:
    whole = [tagged(tag, VALUE + value) for value in sorted(ring) if not value.endswith(ANY) for tag in tags]
    begun = [tagged(tag, VALUE + value.removesuffix(ANY)) for value in sorted(ring) if value.endswith(ANY) for tag in tags]
    return either([among("m", whole), *map(_begins, begun)])


def _phrases(tags: Sequence[str], phrases: Iterable[Phrase]) -> list[str]:
    return [_phrase(tags, phrase) for phrase in phrases if phrase.needed()]


def _phrase(tags: Sequence[str], phrase: Phrase) -> str:
    whole = _word(tags, phrase.whole)
    parts = [_word(tags, part) for part in phrase.sure_parts() if part.needed]
    return either([whole, every(parts)]) if parts else whole


def _word(tags: Sequence[str], word: Word) -> str:
    begun = [_begins(tagged(tag, prefix)) for prefix in sorted(word.prefixes) for tag in tags]
    together = [every([_any_of(tags, unit) for unit in units]) for units in word.ways()]
    return either([_any_of(tags, word.terms), *begun, *together])


def _any_of(tags: Sequence[str], terms: Iterable[str]) -> str:
    return among("m", [tagged(tag, term) for term in sorted(terms) for tag in tags])


def _begins(value: str) -> str:
    return f"m STARTS WITH {quoted(value)}"


def among(attribute: str, values: Sequence[str]) -> str:
    """Return the condition that an attribute has one of the values; of none of them, what nothing meets."""
    return f"{attribute} IN [{', '.join(map(quoted, values))}]"


def every(conditions: Sequence[str]) -> str:
    """Join conditions that must all be met."""
    return " AND ".join(conditions)


def either(conditions: Iterable[str]) -> str:
    """Join conditions of which one must be met, so that the whole can stand beside others."""
    return f"({' OR '.join(f'({each})' for each in conditions)})"


def quoted(value: str) -> str:
    """Write a value so that nothing in it is taken for the language itself."""
    plain = value.encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
