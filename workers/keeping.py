"""How what is kept of queries follows the words: after a change, standing queries are kept anew, and what was posted meanwhile is met."""

from datetime import timedelta
from typing import Final

from server.kit.ids import StandingQueryId
from server.opportunities.reads import opportunity_ids_changed_since
from server.standing.commands import keep_anew
from server.synonyms.commands import note_kept
from server.synonyms.events import SynonymsChanged
from server.synonyms.reads import state_of
from workers.matching import match_post
from workers.parts import Parts

_BATCH: Final = 200
# Posts are looked at again from a little before the change: the clocks of two processes are not one.
_BEFORE: Final = timedelta(minutes=5)


async def keep_searches(parts: Parts, event: SynonymsChanged, _key: str) -> None:
    """Keep all standing queries by what their words mean now. Of many changes in a row, one job does it for all."""
    async with parts.db.read() as session:
        state = await state_of(session)
    while state.kept < event.version:
        version = await _walk(parts)
        if state.since is not None:
            # What was posted while queries were still looked up by what they meant before.
            async with parts.db.read() as session:
                posts = await opportunity_ids_changed_since(session, state.since - _BEFORE)
            for post in posts:
                await match_post(parts, post)
        async with parts.db.transaction() as session:
            if await note_kept(session, version):
                return
        async with parts.db.read() as session:
            state = await state_of(session)


async def _walk(parts: Parts) -> int:
    """Go through all queries within one version; a change on the way begins it anew."""
    after: StandingQueryId | None = None
    version: int | None = None
    while True:
        async with parts.db.transaction() as session:
            kept = await keep_anew(session, after, _BATCH)
        if version is not None and kept.version != version:
            after, version = None, None
            continue
        if kept.last is None:
            return kept.version
        after, version = kept.last, kept.version
