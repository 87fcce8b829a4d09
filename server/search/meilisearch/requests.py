"""What one search asks Meilisearch for, and what it reads out of the answers; anything unexpected is EngineUnusable."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from server.search.asked import Asked
from server.search.engine import EngineUnusable, Filter, Query
from server.search.japanese.phrases import Phrase, Word
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.filters import among, every, others, own, visible
from server.search.meilisearch.settings import EVERY, EVERY_WORD, ranked_at
from server.search.meilisearch.terms import ranking_queries
from server.search.meilisearch.tiers import Tier, tiers_of
from server.search.mistypes import nearest, slips_allowed
from server.search.postgresql.tags import tags_for, tags_for_owner

# Each text to rank by has all conditions checked anew: of many conditions fewer texts are asked.
_FEWEST_TEXTS: Final = 2
_MOST_CONDITIONS: Final = 800
_MOST_AT_ONCE: Final = 50
_NOTHING_FOUND: Final = "the answer is not of the expected kind"


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it comes back: its id, whose it is, and each field as name, tags and terms."""

    id: UUID
    owner: str | None
    fields: tuple[tuple[str, frozenset[str], frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """One count of documents: the filter, and the facet attributes to count the values of."""

    filter: str
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """How many there are, and how many have each value of each attribute."""

    total: int
    values: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Asking:
    """The requests of one search; all of them together have to be answered until `until`."""

    connection: Connection
    uid: str
    query: Query
    until: float

    async def rows(self, asked: Asked, offset: int, limit: int) -> tuple[list[Row], int]:
        """Return up to `limit` documents that have all that is asked for, the best first, and how many there are of them."""
        tiers = tiers_of(asked)
        # By their ids: a document that changes meanwhile may move from one tier to another.
        rows: dict[UUID, Row] = {}
        total = 0
        for at, tier in enumerate(tiers):
            found, count = await self._rows(asked, tier, max(0, offset - total), limit - len(rows))
            rows |= {row.id: row for row in found}
            total += count
            if len(rows) == limit and at + 1 < len(tiers):
                # The tiers behind this page are only counted, together.
                (every,) = await self.counted([self._counting(asked)])
                return list(rows.values()), every.total
        # Where the list ends on this page, the rows tell how many there are.
        return list(rows.values()), total if len(rows) == limit else min(total, offset + len(rows))

    async def _rows(self, asked: Asked, tier: Tier, offset: int, limit: int) -> tuple[list[Row], int]:
        query = self.query
        condition = visible(query, asked, query.filters, tier)
        common = {
            "indexUid": self.uid,
            "filter": condition,
            "attributesToRetrieve": ["id", "owner", "fields"],
            # Words are left out from the end on; the first one, every document has.
            "matchingStrategy": "last",
            "sort": ["id:desc"],
            "locales": ["jpn"],
            "attributesToSearchOn": [EVERY, *ranked_at(query.seeker.level)],
        }
        phrases = () if query.newest else asked.phrases
        texts = ranking_queries(phrases)[: max(_FEWEST_TEXTS, _MOST_CONDITIONS // (1 + condition.count(",")))]
        queries = [
            {**common, "q": f"{EVERY_WORD} {text}", "federationOptions": {"weight": weight}} for text, weight in texts or [("", 1.0)]
        ]
        body = {"federation": {"offset": offset, "limit": limit}, "queries": queries}
        answer = await self.connection.ask("/multi-search", body, self.until)
        try:
            return [_row(hit) for hit in answer["hits"]], int(answer["estimatedTotalHits"])
        except (LookupError, TypeError, ValueError) as error:
            raise EngineUnusable(_NOTHING_FOUND) from error

    def _counting(self, asked: Asked) -> Counting:
        return Counting(visible(self.query, asked, self.query.filters))

    async def counted(self, countings: Sequence[Counting]) -> list[Counted]:
        """Count, several at once."""
        found: list[Counted] = []
        for start in range(0, len(countings), _MOST_AT_ONCE):
            queries = [_count_query(self.uid, each) for each in countings[start : start + _MOST_AT_ONCE]]
            answer = await self.connection.ask("/multi-search", {"queries": queries}, self.until)
            try:
                found += [_counted(each) for each in answer["results"]]
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                raise EngineUnusable(_NOTHING_FOUND) from error
        if len(found) != len(countings):
            raise EngineUnusable(_NOTHING_FOUND)
        return found

    async def frequencies(self, words: Sequence[Word]) -> list[int]:
        """Return how many documents have each word, of those that the seeker may see and the filters keep."""
        countings = [self._counting(Asked((Phrase(replace(word, needed=True)),))) for word in words]
        return [each.total for each in await self.counted(countings)]

    async def meant(self, word: Word) -> list[frozenset[str]]:
        """Return the words that a mistyped one may have meant, the nearest together and first, of what the seeker may meet."""
        mistyped = sorted(term for term in word.terms if slips_allowed(term))
        met = visible(self.query, Asked(), ())
        branches = [(tag, met) for tag in tags_for(self.query.seeker)]
        if self.query.seeker.member is not None:
            mine = own(self.query, Asked(), ())
            branches += [(tag, mine) for tag in tags_for_owner() if tag not in tags_for(self.query.seeker)]
        asked = [self._vocabulary(tag, term, met) for term in mistyped for tag, met in branches]
        known = {value for values in await asyncio.gather(*asked) for value in values}
        return nearest(mistyped, known)

    async def _vocabulary(self, tag: str, term: str, met: str) -> list[str]:
        body = {"facetName": f"v.{tag}", "facetQuery": term, "filter": met}
        answer = await self.connection.ask(f"/indexes/{self.uid}/facet-search", body, self.until)
        try:
            return [str(each["value"]) for each in answer["facetHits"]]
        except (LookupError, TypeError) as error:
            raise EngineUnusable(_NOTHING_FOUND) from error

    async def of_another_analysis(self, version: str, limit: int) -> list[UUID]:
        """Return the ids of documents that another version of the analysis made, in their order."""
        body = {
            "q": "",
            "filter": f"NOT {among('analysis', [version])}",
            "attributesToRetrieve": ["id"],
            "sort": ["id:asc"],
            "limit": limit,
        }
        answer = await self.connection.ask(f"/indexes/{self.uid}/search", body, self.until)
        try:
            return [UUID(hit["id"]) for hit in answer["hits"]]
        except (LookupError, TypeError, ValueError) as error:
            raise EngineUnusable(_NOTHING_FOUND) from error


def countings_of(query: Query, asked: Asked, filters: Sequence[Filter], attributes: Sequence[tuple[str, ...]]) -> list[Counting]:
    """Return what counts the facets over what others own and over one's own, where values are visible under different tags."""
    branches = [others(query, asked, filters), own(query, asked, filters)]
    return [Counting(branch, each) for branch, each in zip(branches, attributes, strict=True) if branch]


def narrowed(counting: Counting, condition: str) -> Counting:
    """Return the count of those that meet one more condition."""
    return Counting(every([counting.filter, condition]))


def _count_query(uid: str, counting: Counting) -> dict[str, Any]:
    asked = {"indexUid": uid, "q": "", "filter": counting.filter, "limit": 0}
    return {**asked, "facets": list(counting.attributes)} if counting.attributes else asked


def _counted(result: Any) -> Counted:
    told: dict[str, dict[str, Any]] = result.get("facetDistribution") or {}
    values = {attribute: {value: int(count) for value, count in counts.items()} for attribute, counts in told.items()}
    return Counted(int(result["estimatedTotalHits"]), values)


def _row(hit: Any) -> Row:
    fields = tuple((str(name), frozenset(tags), frozenset(terms)) for name, tags, terms in hit["fields"])
    return Row(UUID(hit["id"]), hit.get("owner"), fields)
