"""The vocabulary: the words that documents have, for mistyped words to be compared with; kept as exact as the documents."""

from collections.abc import Sequence, Set
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, cast, delete, exists, func, literal, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.selectable import TableValuedAlias

from server.search.engine import Query
from server.search.japanese.words import Word
from server.search.mistypes import nearest, slips_allowed
from server.search.postgresql.model import SearchDocument, SearchWord
from server.search.postgresql.rows import may_be_meant
from server.search.postgresql.tags import lexeme, quoted, text_tags_for, text_tags_for_owner

# Five letters with two neighbours swapped share about a quarter of their trigrams; the distance decides afterwards.
_SIMILARITY = "0.2"
_ROWS = 5_000


async def learn(session: AsyncSession, words: Set[tuple[str, str, str]]) -> None:
    """Add words as (index, tag, word), always in the same order, so that two writers never wait for each other in a ring."""
    ordered = sorted(words)
    for start in range(0, len(ordered), _ROWS):
        new = _keys(ordered[start : start + _ROWS])
        rows = select(new.c.index, new.c.tag, new.c.word)
        await session.execute(insert(SearchWord).from_select(["index", "tag", "word"], rows).on_conflict_do_nothing())


async def words_of(session: AsyncSession, index: str, ids: Sequence[UUID]) -> set[tuple[str, str, str]]:
    """Return the words that the documents bring at present, as (index, tag, word)."""
    statement = select(func.unnest(func.tsvector_to_array(SearchDocument.tokens))).where(
        SearchDocument.index == index, SearchDocument.id.in_(ids)
    )
    split = (each.partition("/") for each in (await session.execute(statement)).scalars())
    return {(index, tag[1:], word) for tag, _, word in split if may_be_meant(word)}


async def forget(session: AsyncSession, words: Set[tuple[str, str, str]]) -> None:
    """Remove those of the words that no document has any more.

    A word that another transaction brings at the same moment may be lost here: it is found all the same, only not when mistyped.
    """
    ordered = sorted(words)
    for start in range(0, len(ordered), _ROWS):
        gone = _keys(ordered[start : start + _ROWS])
        used = exists().where(SearchDocument.index == gone.c.index, SearchDocument.tokens.op("@@")(cast(gone.c.lexeme, TSQUERY())))
        await session.execute(
            delete(SearchWord).where(SearchWord.index == gone.c.index, SearchWord.tag == gone.c.tag, SearchWord.word == gone.c.word, ~used)
        )


async def meant(session: AsyncSession, query: Query, word: Word) -> list[frozenset[str]]:
    """Return the words that a mistyped one may have meant, the nearest together and first.

    Their tags are visible, but the documents that have them need not be: the caller asks before it relies on any.
    """
    mistyped = sorted(term for term in word.terms if slips_allowed(term))
    if not mistyped:
        return []
    await session.execute(select(func.set_config("pg_trgm.similarity_threshold", _SIMILARITY, true())))
    tags = {*text_tags_for(query.seeker), *(text_tags_for_owner() if query.seeker.member else ())}
    statement = (
        select(SearchWord.word).distinct().where(SearchWord.index == query.index, SearchWord.tag.in_(tags), or_(*map(_near, mistyped)))
    )
    known = (await session.execute(statement)).scalars().all()
    return nearest(mistyped, known)


def _near(term: str) -> ColumnElement[bool]:
    slips, letters = slips_allowed(term), func.char_length(SearchWord.word)
    return and_(SearchWord.word.op("%", is_comparison=True)(term), letters.between(len(term) - slips, len(term) + slips))


def _keys(words: Sequence[tuple[str, str, str]]) -> TableValuedAlias:
    """Return the words as a relation of index, tag, word and lexeme; as arrays they are few parameters, however many they are."""
    columns = [*zip(*words, strict=True), [quoted(lexeme(*word)) for word in words]]
    arrays = (cast(literal(list(column), ARRAY(Text())), ARRAY(Text())) for column in columns)
    return func.unnest(*arrays).table_valued("index", "tag", "word", "lexeme").render_derived(name="keys")
