"""What one search asks Meilisearch for, and what it reads out of the answers; anything unexpected is EngineUnusable."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final
from uuid import UUID

from server.search.asked import Asked
from server.search.engine import EngineUnusable, Query
from server.search.japanese.phrases import Phrase, Word, met
from server.search.meilisearch.connection import Connection
from server.search.meilisearch.documents import CLOSED
from server.search.meilisearch.filters import among, every, views_of, visible
from server.search.meilisearch.settings import EVERY, EVERY_WORD, ranked_at
from server.search.meilisearch.terms import ranking_queries
from server.search.meilisearch.tiers import ANY_TIER, Tier, tiers_of
from server.search.mistypes import nearest, slips_allowed
from server.search.postgresql.tags import tags_for

# Each text to rank by has all conditions checked anew: of many conditions fewer texts are asked.
_MOST_TEXTS, _FEWEST_TEXTS, _MANY_CONDITIONS = 4, 2, 400
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
    # What each attempt of this search gave, of which that was all there is.
    given: dict[Asked, list[Row]] = field(default_factory=dict[Asked, list[Row]])

    async def rows(self, asked: Asked, offset: int, limit: int) -> tuple[list[Row], int]:
        """Return up to `limit` documents that have all that is asked for, the best first, and how many there are of them."""
        before = self._before(asked)
        if before is None:
            rows, total = await self._by_tiers(asked, offset, limit)
        else:
            rows = before[offset : offset + limit]
            found, total = await self._rows(asked, ANY_TIER, max(0, offset - len(before)), limit - len(rows), before)
            known = {row.id for row in before}
            rows += [row for row in found if row.id not in known]
            total += len(before)
        if len(rows) < limit:
            # Where the list ends on this page, the rows tell how many there are.
            total = min(total, offset + len(rows))
        if not offset and total == len(rows):
            self.given[replace(asked, firsts=())] = rows
        return rows, total

    def _before(self, asked: Asked) -> list[Row] | None:
        """Return what comes before all else, where attempts before this one gave all of it."""
        given = [self.given.get(replace(asked, phrases=first, firsts=())) for first in asked.firsts]
        if not given or len(asked.steps) > 1:
            return None
        rows: dict[UUID, Row] = {}
        for each in given:
            if each is None:
                return None
            rows |= {row.id: row for row in each if row.id not in rows and met(asked.phrases, self._terms(row))}
        return list(rows.values())

    def _terms(self, row: Row) -> frozenset[str]:
        return frozenset[str]().union(*(terms for _, terms in seen_fields(self.query, row)))

    async def _by_tiers(self, asked: Asked, offset: int, limit: int) -> tuple[list[Row], int]:
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
                (all_of_them,) = await self.counted([self._counting(asked)])
                return list(rows.values()), all_of_them.total
        return list(rows.values()), total

    async def _rows(self, asked: Asked, tier: Tier, offset: int, limit: int, before: Sequence[Row] = ()) -> tuple[list[Row], int]:
        query = self.query
        condition = visible(query, asked, query.filters, tier)
        if before:
            condition = every([condition, f"NOT {among('id', [str(row.id) for row in before])}"])
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
        texts = ranking_queries(phrases)[: _FEWEST_TEXTS if condition.count(",") > _MANY_CONDITIONS else _MOST_TEXTS]
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
        views = views_of(self.query)
        branches = [(level, view.met) for view in views for level in (view.codes[0], *((CLOSED,) if len(view.codes) > 1 else ()))]
        asked = [self._vocabulary(level, term, met) for term in mistyped for level, met in branches]
        known = {value for values in await asyncio.gather(*asked) for value in values}
        return nearest(mistyped, known)

    async def _vocabulary(self, level: str, term: str, met: str) -> list[str]:
        body = {"facetName": f"v.{level}", "facetQuery": term, "filter": met}
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


def seen_fields(query: Query, row: Row) -> list[tuple[str, frozenset[str]]]:
    """Return the fields of a document that the seeker sees, with their terms."""
    mine = query.seeker.member is not None and row.owner == query.seeker.member.hex
    tags = frozenset(tags_for(query.seeker))
    return [(name, terms) for name, each, terms in row.fields if mine or not tags.isdisjoint(each)]


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
