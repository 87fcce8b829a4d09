"""The filter language of Meilisearch: what the seeker may meet, the words asked for under their tags, and the filters chosen.

The server reads a filter anew for every text and count that is asked with it, letter by letter: so that nothing is said twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from server.kit.actor import Level
from server.search.asked import Asked
from server.search.engine import Filter, Query, Seeker
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.terms import ANY, VALUE
from server.search.meilisearch.documents import WITH_THE_DOCUMENT, facet_value
from server.search.meilisearch.shortened import shortened
from server.search.meilisearch.terms import code_of, code_of_owner, tagged
from server.search.meilisearch.tiers import ANY_TIER, Tier
from server.search.postgresql.tags import OPEN_TAGS, OWNER, tags_for, tags_for_owner


@dataclass(frozen=True, slots=True)
class View:
    """Which documents a seeker meets, by the codes under which their words are met and the tags under which their facets are.

    The facets of `own` documents are met under its tags, too; there are none where no document can be one's own.
    """

    met: str
    codes: tuple[str, ...]
    tags: tuple[str, ...]
    own: str = ""

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that hold the values of all facets."""
        return tuple(f"f.{tag}" for tag in (WITH_THE_DOCUMENT, *self.tags))


def views_of(query: Query) -> tuple[View, ...]:
    """Return the views that a seeker has, together all that they meet: one, but where they see more of their own than their level shows."""
    seeker, tags = query.seeker, tags_for(query.seeker)
    codes = (max((tag for tag in tags if tag in OPEN_TAGS), key=int), *(code_of(tag) for tag in tags if tag not in OPEN_TAGS))
    others = _others(query)
    if seeker.member is None:
        return (View(others, codes, tags),)
    own = among("owner", [seeker.member.hex])
    if seeker.level >= Level.VERIFIED:
        return (View(either([others, own]), (*codes, code_of_owner(seeker.member)), tags, own),)
    return (View(others, codes, tags), view_of_own(seeker.member))


def view_of_own(member: UUID) -> View:
    """Return how a member meets what is their own."""
    return View(among("owner", [member.hex]), (str(int(Level.VERIFIED)), code_of_owner(member)), tags_for_owner())


def visible(query: Query, asked: Asked, filters: Sequence[Filter], tier: Tier = ANY_TIER) -> str:
    """Return the filter of everything that the seeker may meet and that has all that is asked for and all filters' values."""
    found = [seen(view, asked, filters, tier) for view in views_of(query)]
    return found[0] if len(found) == 1 else either(found)


def seen(view: View, asked: Asked, filters: Sequence[Filter], tier: Tier = ANY_TIER) -> str:
    """Return the filter of what is met in one view."""
    return every([view.met, *_asked(view.codes, asked, tier), *(_with_value(view, each) for each in filters)])


def _others(query: Query) -> str:
    seeker, tags = query.seeker, tags_for(query.seeker)
    belongs = sorted(each.hex for each in {*seeker.circles, *seeker.ties, *([seeker.member] if seeker.member else [])})
    conditions = [among("listed", tags)]
    if belongs:
        conditions.append(f"NOT {among('kept_from', belongs)}")
    if seeker.hidden:
        conditions.append(f"NOT {among('id', sorted(map(str, seeker.hidden)))}")
    if kept_apart := _kept_apart(seeker):
        conditions.append(f"NOT {among('owner', kept_apart)}")
    view = View("", (), tags)
    return every([*conditions, *(f"NOT {_with_value(view, each)}" for each in query.without)])


def _kept_apart(seeker: Seeker) -> list[str]:
    """Return whose documents are not met; one's own are, in a view of their own."""
    mine = {seeker.member.hex} if seeker.member and seeker.level < Level.VERIFIED else set[str]()
    return sorted({each.hex for each in seeker.hidden} | mine)


def _with_value(view: View, wanted: Filter) -> str:
    values = sorted(facet_value(wanted.facet, value) for value in wanted.any_of)
    own = [f"{view.own} AND {among(f'f.{OWNER}', values)}"] if view.own else []
    return either([*(among(attribute, values) for attribute in view.attributes), *own])


def _asked(codes: Sequence[str], asked: Asked, tier: Tier) -> list[str]:
    return [
        *_phrases(codes, asked.phrases),
        # A tier says itself on which ring it is.
        *(either(_ring(codes, ring) for ring in each.rings) for each in asked.conditions if not (tier and len(each.rings) > 1)),
        *_tier(codes, asked, tier),
    ]


def _tier(codes: Sequence[str], asked: Asked, tier: Tier) -> list[str]:
    found = [_places(codes, asked, places) for places in tier]
    return [either(found)] if found and all(found) else []


def _places(codes: Sequence[str], asked: Asked, places: tuple[int, ...]) -> str:
    """Return the filter of what stands, on each ladder, on this step, whether on a higher one too; behind the last step is everything."""
    steps = [each[place] for each, place in zip(_ladders(codes, asked), places, strict=True) if place < len(each)]
    return every(steps)


def _ladders(codes: Sequence[str], asked: Asked) -> Iterator[list[str]]:
    """Yield the steps of each ladder, as asked.steps counts them."""
    for condition in asked.conditions:
        if len(condition.rings) > 1:
            yield [_ring(codes, ring) for ring in condition.rings]
    if asked.firsts:
        yield [every(_phrases(codes, first)) for first in asked.firsts]


def _ring(codes: Sequence[str], ring: frozenset[str]) -> str:
    whole = [tagged(code, VALUE + value) for value in sorted(ring) if not value.endswith(ANY) for code in codes]
    begun = [tagged(code, VALUE + value.removesuffix(ANY)) for value in sorted(ring) if value.endswith(ANY) for code in codes]
    return either([*([among("m", whole)] if whole else []), *map(_begins, begun)])


def _phrases(codes: Sequence[str], phrases: Iterable[Phrase]) -> list[str]:
    return [_phrase(codes, phrase) for phrase in phrases if phrase.needed()]


def _phrase(codes: Sequence[str], phrase: Phrase) -> str:
    parts = [_word(codes, part) for part in phrase.sure_parts() if part.needed]
    whole = _word(codes, phrase.whole)
    return either([whole, every(parts)]) if parts else whole


def _word(codes: Sequence[str], word: Word) -> str:
    short = shortened(word)
    begun = [_begins(tagged(code, prefix)) for prefix in sorted(word.prefixes) for code in codes]
    together = [every([_any_of(codes, unit) for unit in sorted(units, key=sorted)]) for units in short.ways]
    terms = [_any_of(codes, short.terms)] if short.terms or not (begun or together) else []
    return either([*terms, *begun, *together])


def _any_of(codes: Sequence[str], terms: Iterable[str]) -> str:
    return among("m", [tagged(code, term) for term in sorted(terms) for code in codes])


def _begins(value: str) -> str:
    return f"m STARTS WITH {quoted(value)}"


def among(attribute: str, values: Sequence[str]) -> str:
    """Return the condition that an attribute has one of the values; of none of them, what nothing meets."""
    return f"{attribute} IN [{','.join(map(quoted, values))}]"


def every(conditions: Sequence[str]) -> str:
    """Join conditions that must all be met."""
    return " AND ".join(conditions)


def either(conditions: Iterable[str]) -> str:
    """Join conditions of which one must be met, so that the whole can stand beside others."""
    found = list(conditions)
    return f"({' OR '.join(f'({each})' for each in found)})" if len(found) > 1 else f"({found[0]})"


def quoted(value: str) -> str:
    """Write a value so that nothing in it is taken for the language itself."""
    plain = value.encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
