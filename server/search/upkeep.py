"""How an engine elsewhere is kept up: changes are noted with the change itself, and taken off the list once it was given them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.ids import uuid7
from server.kit.jobs import one_at_a_time
from server.search.model import SearchBuild, SearchNote

# The stamp of a building of which nothing is there yet: no version's.
FROM_NOTHING: Final = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A change that the engine has still to be given."""

    id: UUID
    mark: UUID


@dataclass(frozen=True, slots=True)
class Build:
    """How far the building of an index is."""

    analysis: str
    after: UUID | None
    documents: int


@dataclass(frozen=True, slots=True)
class Lag:
    """How many changes wait, and since when the oldest."""

    waiting: int
    since: datetime | None


async def one_writer(session: AsyncSession, indexes: Collection[str]) -> None:
    """Wait until nobody else brings documents of these indexes up to date, and let nobody until the transaction ends."""
    for index in sorted(indexes):
        await one_at_a_time(session, f"index:{index}")


async def note(session: AsyncSession, changed: Collection[tuple[str, UUID]]) -> None:
    """Note documents as changed, always in the same order, so that two writers never wait for each other in a ring."""
    if not changed:
        return
    mark, instant = uuid7(), now()
    rows = [{"index": index, "id": key, "mark": mark, "noted_at": instant} for index, key in sorted(set(changed))]
    noted = insert(SearchNote).values(rows)
    # The instant stays that of the first change, by which the lag is measured.
    await session.execute(noted.on_conflict_do_update(index_elements=["index", "id"], set_={"mark": noted.excluded.mark}))


async def noted(session: AsyncSession, index: str, limit: int) -> list[Note]:
    """Return the oldest changes of an index."""
    found = select(SearchNote.id, SearchNote.mark).where(SearchNote.index == index).order_by(SearchNote.noted_at, SearchNote.id)
    return [Note(key, mark) for key, mark in (await session.execute(found.limit(limit))).all()]


async def settle(session: AsyncSession, index: str, given: Sequence[Note]) -> None:
    """Take changes off the list that the engine was given, but for what changed again meanwhile."""
    done = tuple_(SearchNote.id, SearchNote.mark).in_([(each.id, each.mark) for each in given])
    await session.execute(delete(SearchNote).where(SearchNote.index == index, done))


async def lag(session: AsyncSession) -> Lag:
    """Return how far the engine is behind."""
    waiting, since = (await session.execute(select(func.count(), func.min(SearchNote.noted_at)))).one()
    return Lag(waiting, since)


async def build_of(session: AsyncSession, index: str) -> Build | None:
    """Return how far the building of an index is, or None where none is under way."""
    row = await session.get(SearchBuild, index, populate_existing=True)
    return None if row is None else Build(row.analysis, row.after, row.documents)


async def begin_build(session: AsyncSession, index: str, analysis: str) -> None:
    """Note that an index is built from its beginning; whatever was built of it counts no more."""
    await end_build(session, index)
    await session.execute(
        insert(SearchBuild).values({"index": index, "analysis": analysis, "after": None, "documents": 0, "begun_at": now()})
    )


async def go_on(session: AsyncSession, index: str, after: UUID, documents: int) -> None:
    """Note that everything up to an id is in the index that is built, and how many documents more."""
    row = update(SearchBuild).where(SearchBuild.index == index)
    await session.execute(row.values(after=after, documents=SearchBuild.documents + documents))


async def end_build(session: AsyncSession, index: str) -> None:
    """Note that nothing is built any more."""
    await session.execute(delete(SearchBuild).where(SearchBuild.index == index))
