"""What search is measured beside: ILIKE of every word, and PostgreSQL's own text search on bigrams, both over one text of each thing."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.relevance.queries import Judged

# Of each person and post one text of all that search knows of them, which no visibility keeps from anybody.
# Each two letters that follow each other are a word of the "simple" configuration; a query has to have all of them.
_MADE: Final = (
    """
    CREATE FUNCTION peer_bigrams(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(string_agg(g.one || g.next, ' '), '')
        FROM (SELECT string_to_array(regexp_replace(lower(said), '[^[:alnum:]]', '', 'g'), NULL) AS letters) AS s,
            unnest(s.letters, s.letters[2:]) AS g (one, next)
        WHERE g.next IS NOT NULL
    $$
    """,
    """
    CREATE UNLOGGED TABLE peer_text AS SELECT find, id, told, to_tsvector('simple', peer_bigrams(told)) AS pairs FROM (
    SELECT 'people' AS find, p.member_id AS id, concat_ws(E'\\n', p.name, p.reading, p.romanised, p.former_name, p.headline, p.bio, p.place,
        p.present_position, array_to_string(p.gives, E'\\n'), array_to_string(p.asks, E'\\n'),
        (SELECT string_agg(s.name, E'\\n') FROM member_skill m JOIN skill s ON s.id = m.skill_id WHERE m.member_id = p.member_id),
        (SELECT string_agg(n.text, E'\\n') FROM affiliation a JOIN company_name n ON n.company_id = a.company_id
            WHERE a.member_id = p.member_id AND a.state = 'confirmed')) AS told
    FROM profile p WHERE p.verified_at IS NOT NULL
    UNION ALL
    SELECT 'posts', o.id, concat_ws(E'\\n', o.title, o.body, o.place, o.on_behalf_of,
        (SELECT string_agg(s.name, E'\\n') FROM opportunity_skill m JOIN skill s ON s.id = m.skill_id WHERE m.opportunity_id = o.id))
    FROM opportunity o WHERE o.closed_at IS NULL) AS every
    """,
    "CREATE INDEX ON peer_text USING gin (pairs)",
    "ANALYZE peer_text",
)
_BIGRAMS: Final = """
    SELECT id FROM peer_text, plainto_tsquery('simple', peer_bigrams(:ask)) AS q
    WHERE find = :find AND pairs @@ q ORDER BY ts_rank(pairs, q) DESC, id DESC LIMIT :most
"""


@asynccontextmanager
async def peers(session: AsyncSession) -> AsyncGenerator[None]:
    """Make what the peers read, in the session's transaction, which is rolled back in the end."""
    for statement in _MADE:
        await session.execute(text(statement))
    yield
    await session.rollback()


async def plain(session: AsyncSession, query: Judged, most: int) -> Sequence[UUID]:
    """Return what has every word somewhere in its text, in no order."""
    words = query.ask.split()
    every = " AND ".join(f"told ILIKE :word_{place}" for place, _ in enumerate(words))
    values = {f"word_{place}": f"%{word}%" for place, word in enumerate(words)}
    asked = f"SELECT id FROM peer_text WHERE find = :find AND {every} LIMIT :most"  # noqa: S608  (no word of it comes from elsewhere)
    return (await session.scalars(text(asked), {"find": query.find, "most": most, **values})).all()


async def by_bigrams(session: AsyncSession, query: Judged, most: int) -> Sequence[UUID]:
    """Return what has every pair of letters, the best first."""
    return (await session.scalars(text(_BIGRAMS), {"find": query.find, "ask": query.ask, "most": most})).all()
