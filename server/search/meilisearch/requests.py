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
from server.search.meilisearch.filters import among, views_of, visible
from server.search.meilisearch.settings import EVERY, EVERY_WORD, ranked_at
from server.search.meilisearch.terms import ranking_queries
from server.search.meilisearch.tiers import tiers_of, weight_of
from server.search.mistypes import nearest, slips_allowed
from server.search.postgresql.tags import tags_for

# Each text to rank by has all conditions checked anew: of many conditions, and behind the first tier, fewer texts are asked.
_MOST_TEXTS, _FEWER_TEXTS, _FEWEST_TEXTS = 4, 2, 1
_MANY_CONDITIONS, _SOME_CONDITIONS = 400, 100
_MOST_AT_ONCE: Final = 50
_NOTHING_FOUND: Final = "the answer is not of the expected kind"


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it comes back: its id, whose it is, and each field as name, tags and terms, these lined up (documents.lined)."""

    id: UUID
    owner: str | None
    fields: tuple[tuple[str, Sequence[str], str], ...]


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
        conditions = self._conditions(asked)
        texts = ranking_queries(() if self.query.newest else asked.phrases) or [("", 1.0)]
        queries = [
            self._query(condition, text, weight * weight_of(place, len(conditions)))
            for place, condition in enumerate(conditions)
            for text, weight in texts[: _texts_of(condition, place)]
        ]
        body = {"federation": {"offset": offset, "limit": limit}, "queries": queries}
        answer = await self.connection.ask("/multi-search", body, self.until)
        rows, total = _rows(answer)
        if len(rows) < limit:
            # Where the list ends on this page, the rows tell how many there are.
            total = min(total, offset + len(rows))
        if not offset and total == len(rows):
            self.given[replace(asked, firsts=())] = rows
        return rows, total

    def _query(self, condition: str, text: str, weight: float) -> dict[str, Any]:
        return {
            "indexUid": self.uid,
            "filter": condition,
            "attributesToRetrieve": ["id", "owner", "fields"],
            # Words are left out from the end on; the first one, every document has.
            "matchingStrategy": "last",
            "sort": ["id:desc"],
            "locales": ["jpn"],
            "attributesToSearchOn": [EVERY, *ranked_at(self.query.seeker.level)],
            "q": f"{EVERY_WORD} {text}",
            "federationOptions": {"weight": weight},
        }

    def _conditions(self, asked: Asked) -> list[str]:
        """Return the filter of each tier, the first one first."""
        tiers = tiers_of(asked)
        found = [visible(self.query, asked, self.query.filters, tier) for tier in tiers]
        if asked.firsts and len(asked.steps) == 1:
            # What an attempt before this one gave whole is asked for by name.
            for place, first in enumerate(asked.firsts):
                given = self.given.get(replace(asked, phrases=first, firsts=()))
                if given is not None:
                    found[place] = among("id", [str(row.id) for row in given if met(asked.phrases, self._terms(row))])
        return found

    def _terms(self, row: Row) -> frozenset[str]:
        return frozenset[str]().union(*(terms.split("\n") for _, terms in seen_fields(self.query, row)))

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


def seen_fields(query: Query, row: Row) -> list[tuple[str, str]]:
    """Return the fields of a document that the seeker sees, with their terms lined up."""
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


def _texts_of(condition: str, place: int) -> int:
    count = condition.count(",")
    if place == 0:
        return _FEWER_TEXTS if count > _MANY_CONDITIONS else _MOST_TEXTS
    return _FEWEST_TEXTS if count > _SOME_CONDITIONS else _FEWER_TEXTS


def _rows(answer: Any) -> tuple[list[Row], int]:
    try:
        # What a server gives twice is one all the same.
        rows = {row.id: row for row in map(_row, answer["hits"])}
        return list(rows.values()), int(answer["estimatedTotalHits"])
    except (LookupError, TypeError, ValueError) as error:
        raise EngineUnusable(_NOTHING_FOUND) from error


def _row(hit: Any) -> Row:
    fields: tuple[tuple[Any, Any, Any], ...] = tuple((name, tags, terms) for name, tags, terms in hit["fields"])
    if not all(isinstance(terms, str) for _, _, terms in fields):
        raise TypeError("terms")
    return Row(UUID(hit["id"]), hit.get("owner"), fields)
