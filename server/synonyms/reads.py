"""Questions about synonyms, and how a process comes to read queries with the entries as they stand."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ScalarSelect, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.ids import SynonymId
from server.kit.paging import BadPage, Page, PageRequest, page_of, read_number, read_uuid, write_cursor
from server.search.japanese.analysis import default_analyser
from server.search.japanese.thesaurus import Entry, in_use, thesaurus_of, use
from server.synonyms.model import Synonym, SynonymState
from server.synonyms.policy import may_keep_words
from server.synonyms.rules import Decided, Listed, Tried, asked_for, entries_of, listed, replaced, tried_out

# The one row of the state.
STATE: Final = 1


@dataclass(frozen=True, slots=True)
class State:
    """Which version stands, up to which what is kept of queries was brought, and since when that is not the same."""

    version: int
    kept: int
    since: datetime | None


async def all_entries(session: AsyncSession) -> list[Listed]:
    """Return every entry as it stands, switched off ones with them."""
    rows = await session.scalars(select(Synonym).execution_options(populate_existing=True))
    return listed(Decided(id=SynonymId(row.id), entry=_entry(row), off=row.off) for row in rows)


async def find_entries(session: AsyncSession, actor: Actor, text: str, page: PageRequest) -> Page[Listed] | None:
    """Return the entries that have the text in a word, what stewards decided first; None for who is no steward."""
    if not may_keep_words(actor):
        return None
    # Each word of thousands is looked at, beside what others are answered.
    found = await asyncio.to_thread(asked_for, await all_entries(session), text)
    start = _after(found, page)
    rows = found[start : start + page.first + 1]
    cursors = [write_cursor(start + at + 1, row.id) for at, row in enumerate(rows)]
    return page_of(rows, page.first, cursors, total=len(found))


async def entries_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[SynonymId]) -> dict[SynonymId, Listed]:
    """Return the entries among the ids; none for who is no steward."""
    if not may_keep_words(actor):
        return {}
    return {each.id: each for each in await all_entries(session) if each.id in ids}


async def try_out(session: AsyncSession, actor: Actor, text: str, draft: Listed | None = None) -> Tried | None:
    """Return what the words of a text stand for, with an entry as it is being written; None for who is no steward."""
    if not may_keep_words(actor):
        return None
    await keep_up(session)
    every = await all_entries(session)
    # With many entries it takes some hundredths of a second, in which others are answered.
    if draft is None:
        return await asyncio.to_thread(tried_out, text, every, None, thesaurus_of(default_analyser()))
    return await asyncio.to_thread(tried_out, text, replaced(every, draft), draft)


async def state_of(session: AsyncSession) -> State:
    """Return the state of all entries."""
    kept = select(SynonymState.version, SynonymState.kept, SynonymState.since).where(SynonymState.id == STATE)
    version, up_to, since = (await session.execute(kept)).one()
    return State(version, up_to, since)


async def keep_up(session: AsyncSession) -> int:
    """Read queries, in this process, with the entries as they stand; return their version. A short statement when nothing changed."""
    return await keep_up_to(session, (await session.execute(select(version_kept()))).scalar_one())


def version_kept() -> ScalarSelect[int]:
    """Return the version of the entries as they stand, for a statement that asks for something else as well."""
    return select(SynonymState.version).where(SynonymState.id == STATE).scalar_subquery()


async def keep_up_to(session: AsyncSession, version: int) -> int:
    """Do the same, where the version that stands is known; return it."""
    if version > in_use().version:
        entries = entries_of(await all_entries(session))
        await asyncio.to_thread(use, entries, version, default_analyser())
    return version


async def hold_entries(session: AsyncSession) -> int:
    """Do the same, and let nobody change an entry until the transaction ends: what is written of queries belongs to this version.

    Who holds rows of queries too asks here before.
    """
    held = select(SynonymState.version).where(SynonymState.id == STATE).with_for_update(read=True)
    return await keep_up_to(session, (await session.execute(held)).scalar_one())


def _after(found: Sequence[Listed], page: PageRequest) -> int:
    key = page.key()
    if key is None:
        return 0
    place, last = read_number(key), read_uuid(key, 1)
    if place < 1:
        raise BadPage("after")
    # Where the last one is gone, the next one stands in its place.
    return next((at + 1 for at, each in enumerate(found) if each.id == last), place - 1)


def _entry(row: Synonym) -> Entry | None:
    return None if row.words is None else Entry(tuple(row.words), tuple(row.near))
