"""One search of a session: asked once or several times, and how often a word is met under the same eyes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.paging import write_cursor
from server.search.asked import Asked
from server.search.engine import Condition, Found, Hit, Query
from server.search.japanese.phrases import Phrase, Word
from server.search.postgresql import statements, vocabulary
from server.search.postgresql.facets import facets_of
from server.search.postgresql.statements import Place


@dataclass(frozen=True, slots=True)
class Search:
    """A query in a session, and the place from which its page begins."""

    session: AsyncSession
    query: Query
    place: Place | None

    async def attempt(self, asked: Asked) -> Found:
        """Return what has everything that is asked for."""
        statement = statements.page(self.query, asked, self.place)
        answer = (await statements.execute(self.session, statement)).mappings().one()
        total, rows = int(answer["total"]), list(answer["hits"])
        facets = await facets_of(self.session, self.query, asked, answer.get("counts", []))
        hits = tuple(
            Hit(id=UUID(key), after=write_cursor(rank, key), fields=tuple(dict.fromkeys(fields)))
            for key, rank, fields in rows[: self.query.limit]
        )
        words = tuple(word for phrase in asked.phrases for word in phrase.every())
        return Found(hits, total, len(rows) > self.query.limit, total, words, facets=facets)

    async def counted(self, found: Found, asked: Asked) -> Found:  # noqa: ARG002
        """Return what was found: its counts came with it."""
        return found

    def with_conditions(self, conditions: tuple[Condition, ...]) -> "Search":
        """Return the same search under these conditions."""
        return replace(self, query=replace(self.query, conditions=conditions))

    async def frequencies(self, words: Sequence[Word]) -> list[int]:
        """Return how many of the documents have each word."""
        return [await self._frequency(word) for word in words]

    async def _frequency(self, word: Word) -> int:
        phrases = (Phrase(replace(word, needed=True)),)
        return (await statements.execute(self.session, statements.frequency(self.query, Asked(phrases)))).scalar_one()

    async def meant(self, word: Word) -> list[frozenset[str]]:
        """Return the words that a mistyped one may have meant, of all that the seeker may meet in the index."""
        return await vocabulary.meant(self.session, self.query, word)
