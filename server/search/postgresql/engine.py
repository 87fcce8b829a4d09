"""The PostgreSQL engine: how a search goes on when nothing has all its words, and how documents are kept."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from uuid import UUID

from sqlalchemy import ARRAY, Text, Uuid, bindparam, delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.paging import BadPage, read_cursor, write_cursor
from server.search.engine import Document, FacetCount, Found, Health, Hit, Query
from server.search.japanese.analysis import Analyser, default_analyser
from server.search.japanese.words import Phrase, Word, phrases_of
from server.search.postgresql import filling, statements, vocabulary
from server.search.postgresql.facets import facets_of
from server.search.postgresql.model import SearchDocument, SearchWord
from server.search.postgresql.rows import Prepared, prepare
from server.search.postgresql.statements import Place

_ROWS = 500

# PostgreSQL reads the vectors from text, since no driver writes arrays of them.
_UPSERT = text("""
    INSERT INTO search_documents (index, id, owner, listed, hidden_from, facets, tokens, field_names, field_tokens, analysis)
    VALUES (:index, :id, :owner, :listed, :hidden_from, :facets, CAST(:tokens AS tsvector), :field_names,
        CAST(:field_tokens AS tsvector[]), :analysis)
    ON CONFLICT (index, id) DO UPDATE SET (owner, listed, hidden_from, facets, tokens, field_names, field_tokens, analysis)
        = (EXCLUDED.owner, EXCLUDED.listed, EXCLUDED.hidden_from, EXCLUDED.facets, EXCLUDED.tokens, EXCLUDED.field_names,
            EXCLUDED.field_tokens, EXCLUDED.analysis)
""").bindparams(
    bindparam("id", type_=Uuid()),
    bindparam("owner", type_=Uuid()),
    bindparam("hidden_from", type_=ARRAY(Uuid())),
    *(bindparam(name, type_=Text()) for name in ("index", "tokens", "analysis")),
    *(bindparam(name, type_=ARRAY(Text())) for name in ("listed", "facets", "field_names", "field_tokens")),
)


class PostgreSQLEngine:
    """Keeps documents beside the rows that they speak of, and searches in the caller's session."""

    def __init__(self, analyser: Analyser | None = None) -> None:
        """Use this process's analyser unless another is given."""
        self._given = analyser

    @property
    def _analyser(self) -> Analyser:
        return self._given or default_analyser()

    async def configure(self, session: AsyncSession, indexes: frozenset[str]) -> None:
        """Forget the documents of indexes that are no more; the tables themselves come from the migrations."""
        await session.execute(delete(SearchDocument).where(SearchDocument.index.not_in(indexes)))
        await session.execute(delete(SearchWord).where(SearchWord.index.not_in(indexes)))

    async def upsert(self, session: AsyncSession, documents: Sequence[Document]) -> None:
        """Replace documents, index by index; the analysis runs beside the event loop."""
        # Of one thing given twice the last counts, and rows are always locked in the same order.
        latest = {(document.index, document.id): document for document in documents}
        by_index: defaultdict[str, list[Document]] = defaultdict(list)
        for _, document in sorted(latest.items(), key=lambda item: item[0]):
            by_index[document.index].append(document)
        for index, group in by_index.items():
            for start in range(0, len(group), _ROWS):
                prepared = await asyncio.to_thread(self._prepare, group[start : start + _ROWS])
                await _write(session, index, prepared)

    async def fill(self, session: AsyncSession, batches: AsyncIterable[Sequence[Document]], processes: int = 0) -> int:
        """Copy the documents in, and index them once in the end."""
        # Forked, a process would inherit the connections of this one.
        executor = ProcessPoolExecutor(processes, get_context("spawn")) if processes else ThreadPoolExecutor(1)
        with executor:
            return await filling.fill(session, batches, executor, 2 * max(1, processes))

    def _prepare(self, documents: Sequence[Document]) -> list[Prepared]:
        return [prepare(document, self._analyser) for document in documents]

    async def delete(self, session: AsyncSession, index: str, ids: Sequence[UUID]) -> None:
        """Forget the documents, and the words that only they had."""
        words = await vocabulary.words_of(session, index, ids)
        await session.execute(delete(SearchDocument).where(SearchDocument.index == index, SearchDocument.id.in_(ids)))
        await vocabulary.forget(session, words)

    async def search(self, session: AsyncSession, query: Query) -> Found:
        """Search for all words; then with mistyped ones read as what they may have meant; then for fewer words."""
        place = _place(query.after)
        phrases = phrases_of(query.text, self._analyser)
        found = await self._attempt(session, query, phrases, place)
        if found.total or not phrases:
            return found
        words = [word for phrase in phrases for word in phrase.words()]
        counts = await _frequencies(session, query, words)
        for at, word in enumerate(words):
            if counts[at] == 0:
                words[at] = await _forgiven(session, query, word)
                counts[at] = await _frequency(session, query, words[at])
        # What nobody has goes first; then what most have, since it tells least.
        telling = sorted((at for at in range(len(words)) if counts[at]), key=lambda at: (counts[at], at))
        for kept in range(len(telling), 0, -1):
            asked = sorted(telling[:kept])
            found = await self._attempt(session, query, [Phrase(words[at]) for at in asked], place)
            if found.total:
                return replace(found, dropped=_dropped(phrases, asked))
        nothing: dict[str, tuple[FacetCount, ...]] = dict.fromkeys(query.facets, ())
        return Found(hits=(), total=0, has_next=False, dropped=_dropped(phrases, ()), facets=nothing)

    async def _attempt(self, session: AsyncSession, query: Query, phrases: Sequence[Phrase], place: Place | None) -> Found:
        answer = (await statements.execute(session, statements.page(query, phrases, place))).mappings().one()
        total, rows = int(answer["total"]), list(answer["hits"])
        facets = await facets_of(session, query, phrases, answer.get("counts", []))
        hits = tuple(
            Hit(id=UUID(key), after=write_cursor(rank, key), fields=tuple(dict.fromkeys(fields)))
            for key, rank, fields in rows[: query.limit]
        )
        words = tuple(word for phrase in phrases for word in (phrase.whole, *phrase.parts))
        return Found(hits, total, len(rows) > query.limit, words, facets=facets)

    async def stale(self, session: AsyncSession, index: str, limit: int) -> Sequence[UUID]:
        """Return documents whose stamp is not this analyser's."""
        statement = select(SearchDocument.id).where(SearchDocument.index == index, SearchDocument.analysis != self._analyser.version)
        return (await session.execute(statement.order_by(SearchDocument.id).limit(limit))).scalars().all()

    async def health(self, session: AsyncSession) -> Health:
        """Count, and check that trigrams exist and know Japanese letters (they do not under LC_CTYPE=C)."""
        stale = func.count().filter(SearchDocument.analysis != self._analyser.version)
        documents, waiting = (await session.execute(select(func.count(), stale).select_from(SearchDocument))).one()
        problem = await _problem(session)
        return Health(ready=problem is None, documents=documents, stale=waiting, problem=problem)


async def _write(session: AsyncSession, index: str, prepared: Sequence[Prepared]) -> None:
    before = await vocabulary.words_of(session, index, [each.document["id"] for each in prepared])
    await session.execute(_UPSERT, [each.document for each in prepared])
    words = {word for each in prepared for word in each.words}
    await vocabulary.learn(session, words - before)
    await vocabulary.forget(session, before - words)


async def _frequencies(session: AsyncSession, query: Query, words: Sequence[Word]) -> list[int]:
    return [await _frequency(session, query, word) for word in words]


async def _frequency(session: AsyncSession, query: Query, word: Word) -> int:
    return (await statements.execute(session, statements.frequency(query, Phrase(word)))).scalar_one()


def _dropped(phrases: Sequence[Phrase], asked: Sequence[int]) -> tuple[str, ...]:
    """Say what was left out, as it was typed: a phrase of which nothing is left as a whole."""
    dropped: list[str] = []
    at = 0
    for phrase in phrases:
        words = phrase.words()
        left_out = [word.text for number, word in enumerate(words, at) if number not in asked]
        dropped += [phrase.whole.text] if len(left_out) == len(words) else left_out
        at += len(words)
    return tuple(dropped)


async def _forgiven(session: AsyncSession, query: Query, word: Word) -> Word:
    """Read a mistyped word as the nearest words that some document has, of those that the seeker may see."""
    for ring in await vocabulary.meant(session, query, word):
        present = {each for each in ring if await _frequency(session, query, Word(each, frozenset({each})))}
        if present:
            return Word(word.text, frozenset(present))
    return word


async def _problem(session: AsyncSession) -> str | None:
    if (await session.execute(select(func.to_regproc("show_trgm")))).scalar_one() is None:
        return "The database has no extension pg_trgm."
    if not (await session.execute(select(func.cardinality(func.show_trgm("東京都"))))).scalar_one():
        return "pg_trgm knows no Japanese letters here: the database's LC_CTYPE must be a UTF-8 one."
    return None


def _place(after: str | None) -> Place | None:
    if after is None:
        return None
    try:
        rank, key = read_cursor(after)
        return Place(int(rank), UUID(key))
    except ValueError as error:
        raise BadPage("after") from error
