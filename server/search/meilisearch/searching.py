"""One search of Meilisearch in a session: asked once or several times, and the facets of what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from server.search.asked import Asked
from server.search.engine import Condition, Found, Hit, Query
from server.search.japanese.phrases import Word
from server.search.meilisearch.facets import facets_of
from server.search.meilisearch.pages import cursor_behind, fields_found, page_of
from server.search.meilisearch.requests import Asking


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked of the server, the session that says what may be read, and behind how many hits the page begins."""

    session: AsyncSession
    asking: Asking
    offset: int

    @property
    def query(self) -> Query:
        """What is asked for beside the words."""
        return self.asking.query

    def with_conditions(self, conditions: tuple[Condition, ...]) -> "Search":
        """Return the same search under these conditions."""
        return replace(self, asking=replace(self.asking, query=replace(self.query, conditions=conditions)))

    async def attempt(self, asked: Asked) -> Found:
        """Return what has everything that is asked for."""
        page = await page_of(self.session, self.asking, asked, self.offset)
        words = tuple(word for phrase in asked.phrases for word in phrase.every())
        rows = page.rows[: self.query.limit]
        hits = tuple(Hit(row.id, cursor_behind(behind, row), fields_found(self.query, row, asked)) for behind, row in rows)
        return Found(hits, page.total, len(page.rows) > self.query.limit, page.total, words)

    async def counted(self, found: Found, asked: Asked) -> Found:
        """Count the facets, once: of all attempts of a search only the last one shows them."""
        return replace(found, facets=await facets_of(self.asking, asked)) if self.query.facets else found

    async def frequencies(self, words: Sequence[Word]) -> list[int]:
        """Return how many of the documents have each word."""
        return await self.asking.frequencies(words)

    async def meant(self, word: Word) -> list[frozenset[str]]:
        """Return the words that a mistyped one may have meant, of all that the seeker may meet in the index."""
        return await self.asking.meant(word)
