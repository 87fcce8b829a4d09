"""How Meilisearch follows PostgreSQL: what was noted is given to it, an index that does not fit is built anew beside, and swapped."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import structlog

from server.kit.jobs import one_at_a_time
from server.search import upkeep
from server.search.engine import EngineUnusable
from server.search.meilisearch.engine import MeilisearchEngine
from server.search.meilisearch.indexes import building
from workers.indexing import INDEXES, Index
from workers.parts import Parts

_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.search")

_LOOK_EVERY_SECONDS: Final = 1.0
_LONGEST_PAUSE_SECONDS: Final = 30.0
_FITS_EVERY_SECONDS: Final = 15.0
_NOTES: Final = 200
_STEP: Final = 500

# (index, documents in it so far)
Progress = Callable[[str, int], None]


async def keep_up(parts: Parts, stop: asyncio.Event) -> None:
    """Catch up until `stop` is set; while Meilisearch is away, try again after a growing pause. Nothing is lost meanwhile."""
    if parts.mirror is None:
        return
    pause, away = _LOOK_EVERY_SECONDS, False
    clock, looked_at = asyncio.get_running_loop().time, -_FITS_EVERY_SECONDS
    while not stop.is_set():
        try:
            # It may have come back without its indexes.
            if clock() - looked_at >= _FITS_EVERY_SECONDS:
                await build_what_does_not_fit(parts, parts.mirror)
                looked_at = clock()
            await give_what_was_noted(parts, parts.mirror)
            pause, away = _LOOK_EVERY_SECONDS, False
        except EngineUnusable as fault:
            if not away:
                _logger.warning("search.not_kept_up", fault=str(fault))
            looked_at, away = -_FITS_EVERY_SECONDS, True
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await stop.wait()


async def build_what_does_not_fit(parts: Parts, mirror: MeilisearchEngine, tell: Progress = lambda _index, _documents: None) -> None:
    """Go on with what is being built; build what is missing, or was made by another version."""
    for index in INDEXES:
        async with parts.db.read() as session:
            under_way = await upkeep.build_of(session, index.name) is not None
        if under_way or not await mirror.fits(index.name):
            await build(parts, mirror, index, tell, unless_it_fits=True)


async def build(
    parts: Parts,
    mirror: MeilisearchEngine,
    index: Index,
    tell: Progress = lambda _index, _documents: None,
    *,
    unless_it_fits: bool = False,
) -> int:
    """Build an index beside the one that is searched, from where an earlier building ended, and swap; return how many documents it has.

    Two may do it at once: each takes the next step, and both return when it is done.
    """
    target = building(mirror.indexes.uid(index.name))
    await _begin(parts, mirror, index, target, unless_it_fits=unless_it_fits)
    documents = 0
    while await _step(parts, mirror, index, target):
        async with parts.db.read() as session:
            so_far = await upkeep.build_of(session, index.name)
        if so_far is not None:
            documents = so_far.documents
            tell(index.name, documents)
    return max(documents, await _finish(parts, mirror, index))


async def _begin(parts: Parts, mirror: MeilisearchEngine, index: Index, target: str, *, unless_it_fits: bool) -> None:
    async with parts.db.transaction() as session:
        await one_at_a_time(session, f"mirror:{index.name}")
        begun = await upkeep.build_of(session, index.name)
        if begun is None and unless_it_fits and await mirror.fits(index.name):
            # Somebody else was at it, and has finished.
            return
        if begun is None or begun.analysis != mirror.version or not await _is_as_left(mirror, target, begun):
            await mirror.indexes.drop(target)
            await mirror.indexes.prepare(target)
            await upkeep.begin_build(session, index.name, mirror.version)


async def _is_as_left(mirror: MeilisearchEngine, target: str, begun: upkeep.Build) -> bool:
    """Tell whether the index that was being built is still there, and was not emptied meanwhile."""
    return await mirror.indexes.has_settings(target) and (not begun.documents or await mirror.indexes.has_documents(target))


async def _step(parts: Parts, mirror: MeilisearchEngine, index: Index, target: str) -> bool:
    """Bring the next documents into the index that is built; return whether there were any."""
    async with parts.db.transaction() as session:
        # What is read here and what is given for a note must reach the server in the order in which it was read.
        await one_at_a_time(session, f"mirror:{index.name}")
        begun = await upkeep.build_of(session, index.name)
        if begun is None:
            return False
        ids = await index.ids_after(session, begun.after, _STEP)
        if not ids:
            return False
        documents = await index.documents(session, ids)
        await mirror.put([target], documents)
        await upkeep.go_on(session, index.name, ids[-1], len(documents))
    return True


async def _finish(parts: Parts, mirror: MeilisearchEngine, index: Index) -> int:
    async with parts.db.transaction() as session:
        await one_at_a_time(session, f"mirror:{index.name}")
        built = await upkeep.build_of(session, index.name)
        if built is None:
            return 0
        await mirror.indexes.swap(index.name)
        await upkeep.end_build(session, index.name)
    _logger.info("search.index_built", index=index.name, documents=built.documents)
    return built.documents


async def give_what_was_noted(parts: Parts, mirror: MeilisearchEngine) -> int:
    """Give Meilisearch every document that changed, as it is now; return how many."""
    return sum([await _give(parts, mirror, index) for index in INDEXES])


async def _give(parts: Parts, mirror: MeilisearchEngine, index: Index) -> int:
    count = 0
    while True:
        async with parts.db.read() as session:
            waiting = await upkeep.noted(session, index.name, 1)
        if not waiting:
            return count
        async with parts.db.transaction() as session:
            await one_at_a_time(session, f"mirror:{index.name}")
            notes = await upkeep.noted(session, index.name, _NOTES)
            ids = [note.id for note in notes]
            documents = await index.documents(session, ids)
            uids = [mirror.indexes.uid(index.name)]
            if await upkeep.build_of(session, index.name) is not None:
                uids.append(building(uids[0]))
            await mirror.put(uids, documents)
            gone = set(ids) - {document.id for document in documents}
            if gone:
                await mirror.remove(uids, sorted(gone))
            await upkeep.settle(session, index.name, notes)
        count += len(notes)
