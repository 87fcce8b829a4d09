"""One search of a session: asked once or several times, and how often a word is met under the same eyes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from server.search.asked import Asked
from server.search.engine import Condition, Found, Hit, Query
from server.search.japanese.phrases import Phrase, Word
from server.search.less import COMMON
from server.search.postgresql import statements, vocabulary
from server.search.postgresql.facets import facets_of
from server.search.postgresql.formula import levels
from server.search.postgresql.places import Place, cursor_of, rows_of
from server.search.postgresql.pools import Pools

_VERY_COMMON: Final = 10 * COMMON


@dataclass(frozen=True, slots=True)
class Search:
    """A query in a session, and the place from which its page begins."""

    session: AsyncSession
    query: Query
    place: Place | None
    # A search asks for the same words again and again on its way to something.
    known: dict[tuple[Word, int], int] = field(default_factory=dict[tuple[Word, int], int])

    async def attempt(self, asked: Asked) -> Found:
        """Return what has everything that is asked for."""
        # Who has begun to page through a search of few goes on so, should it have become one of many.
        enough = self.query.enough if self.place is None or self.place.pool else None
        statement = statements.page(self.query, asked, self.place, enough=enough)
        answer = (await statements.execute(self.session, statement)).mappings().one()
        total, rows, counts = int(answer["total"]), rows_of(answer["hits"]), answer.get("counts", [])
        more = enough is not None and total > enough
        # Who has begun to page through many goes on so, should they have become fewer.
        pool = self.place.pool if self.place else None
        if more or (pool and pool.level <= levels(asked, newest=self.query.newest)):
            rows = await Pools(self.session, self.query, asked).rows(self.place)
        if more:
            if self.query.facets:
                answer = (await statements.execute(self.session, statements.everything(self.query, asked))).mappings().one()
                total, counts, more = int(answer["total"]), answer["counts"], False
            else:
                total = self.query.enough or total
        facets = await facets_of(self.session, self.query, asked, counts)
        hits = tuple(Hit(row.place.id, cursor_of(row.place), row.fields) for row in rows[: self.query.limit])
        words = tuple(word for phrase in asked.phrases for word in phrase.every())
        return Found(hits, total, len(rows) > self.query.limit, total, words, facets=facets, at_least=more)

    async def counted(self, found: Found, asked: Asked) -> Found:  # noqa: ARG002
        """Return what was found: its counts came with it."""
        return found

    def with_conditions(self, conditions: tuple[Condition, ...]) -> "Search":
        """Return the same search under these conditions."""
        return replace(self, query=replace(self.query, conditions=conditions))

    async def frequencies(self, words: Sequence[Word]) -> list[int]:
        """Return how many of the documents have each word, of the commonest at least how many."""
        counts = [await self._known(word, COMMON) for word in words]
        if sum(count > COMMON for count in counts) <= 1:
            return counts
        # Which of several is the commonest is told apart a while longer.
        return [await self._known(word, _VERY_COMMON) if count > COMMON else count for word, count in zip(words, counts, strict=True)]

    async def _known(self, word: Word, enough: int) -> int:
        if (word, enough) not in self.known:
            self.known[word, enough] = await self._frequency(word, enough)
        return self.known[word, enough]

    async def _frequency(self, word: Word, enough: int) -> int:
        phrases = (Phrase(replace(word, needed=True)),)
        return (await statements.execute(self.session, statements.frequency(self.query, Asked(phrases), enough))).scalar_one()

    async def meant(self, word: Word) -> list[frozenset[str]]:
        """Return the words that a mistyped one may have meant, of all that the seeker may meet in the index."""
        return await vocabulary.meant(self.session, self.query, word)
