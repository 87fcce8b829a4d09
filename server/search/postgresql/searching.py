"""One search of a session: asked once or several times, and how often a word is met under the same eyes."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.paging import write_cursor
from server.search.engine import FacetCount, Found, Hit, Query
from server.search.japanese.phrases import Phrase, Word
from server.search.japanese.romaji import sounding
from server.search.mistypes import confused
from server.search.postgresql import statements, vocabulary
from server.search.postgresql.facets import facets_of
from server.search.postgresql.formula import Asked
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

    def nothing(self) -> Found:
        """Return the answer that nothing was found."""
        nothing: dict[str, tuple[FacetCount, ...]] = dict.fromkeys(self.query.facets, ())
        return Found(hits=(), total=0, has_next=False, exact=0, facets=nothing)

    async def frequency(self, word: Word) -> int:
        """Return how many of the documents have a word."""
        phrases = (Phrase(replace(word, needed=True)),)
        return (await statements.execute(self.session, statements.frequency(self.query, Asked(phrases)))).scalar_one()

    async def forgiven(self, word: Word) -> Word | None:
        """Read a mistyped word as the nearest words that some document has, of those that the seeker may see."""
        alike = frozenset(other for term in word.terms for other in (*confused(term), *sounding(term)))
        alike |= {"".join(min(sound) for sound in word.sounds)} - {""}
        heard = Word(word.text, alike, same=(word.sounds,) if word.sounds else ())
        if alike and await self.frequency(heard):
            return heard
        for ring in await vocabulary.meant(self.session, self.query, word):
            present = {each for each in ring if await self.frequency(Word(each, frozenset({each})))}
            if present:
                return Word(word.text, frozenset(present))
        return None
