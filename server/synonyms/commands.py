"""What stewards change of synonyms, one after another: each change stands in the audit trail, and is heard of by every process."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.audit.commands import AuditNote, write_audit
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId, SynonymId, uuid7
from server.kit.log import SYNONYMS, record
from server.kit.refusal import NotThere
from server.people.reads import actor_still
from server.search.japanese.thesaurus import Entry
from server.synonyms import rules
from server.synonyms.errors import EntryChanged, NothingToRestore, StewardsKeepWords, TooManyEntries
from server.synonyms.events import SynonymsChanged
from server.synonyms.model import Synonym, SynonymState
from server.synonyms.policy import may_keep_words
from server.synonyms.reads import STATE, all_entries
from server.synonyms.rules import Listed, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymDraft:
    """Words that are to stand for each other, and words for what lies near them, as a steward wrote them."""

    words: Sequence[str]
    near: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """A steward with all entries before them, which nobody else changes until the transaction ends."""

    session: AsyncSession
    steward: MemberId
    state: SynonymState
    every: list[Listed]

    def entry(self, key: SynonymId, version: str) -> Listed:
        """Return an entry as it was read; raise NotThere or EntryChanged."""
        found = next((each for each in self.every if each.id == key), None)
        if found is None:
            raise NotThere
        if found.version != version:
            raise EntryChanged
        return found

    async def hold_against(self, entry: Entry, before: Listed | None) -> None:
        """Refuse what the others say already, or deny. Thousands of words are looked at, beside what others are answered."""
        others = [each for each in self.every if not each.off and (before is None or each.id != before.id)]
        await asyncio.to_thread(rules.hold_against, entry, None if before is None else before.entry, others)


async def add_synonym(session: AsyncSession, actor: Actor, draft: SynonymDraft) -> SynonymId:
    """Add an entry of the stewards' own; return its id."""
    desk = await _desk(session, actor)
    entry = rules.checked(draft.words, draft.near)
    if sum(each.origin is Origin.ADDED for each in desk.every) >= rules.MOST_ENTRIES:
        raise TooManyEntries(most=rules.MOST_ENTRIES)
    await desk.hold_against(entry, None)
    key = SynonymId(uuid7())
    session.add(Synonym(id=key, words=list(entry.words), near=list(entry.near)))
    await _changed(desk, "add_synonym", key, None, Listed(id=key, entry=entry, origin=Origin.ADDED))
    return key


async def edit_synonym(session: AsyncSession, actor: Actor, key: SynonymId, version: str, draft: SynonymDraft) -> SynonymId:
    """Put other words in an entry, a shipped one too; one that was switched off says something again."""
    desk = await _desk(session, actor)
    before = desk.entry(key, version)
    entry = rules.checked(draft.words, draft.near)
    if entry == before.entry and not before.off:
        return key
    await desk.hold_against(entry, before)
    if entry == rules.shipped_entries().get(key):
        await session.execute(delete(Synonym).where(Synonym.id == key))
    else:
        await _put(session, key, entry, off=False)
    await _changed(desk, "edit_synonym", key, before, replace(before, entry=entry, off=False))
    return key


async def remove_synonym(session: AsyncSession, actor: Actor, key: SynonymId, version: str) -> SynonymId:
    """Let an entry say nothing any more: the stewards' own is deleted, a shipped one is switched off."""
    desk = await _desk(session, actor)
    before = desk.entry(key, version)
    if before.off:
        return key
    if before.origin is Origin.ADDED:
        await session.execute(delete(Synonym).where(Synonym.id == key))
    else:
        await _put(session, key, before.entry if before.origin is Origin.CHANGED else None, off=True)
    await _changed(desk, "remove_synonym", key, before, None)
    return key


async def restore_synonym(session: AsyncSession, actor: Actor, key: SynonymId, version: str) -> SynonymId:
    """Let a shipped entry stand as it is shipped, whatever was decided on it."""
    desk = await _desk(session, actor)
    before = desk.entry(key, version)
    entry = rules.shipped_entries().get(key)
    if entry is None or (before.origin is Origin.SHIPPED and not before.off):
        raise NothingToRestore
    await session.execute(delete(Synonym).where(Synonym.id == key))
    await _changed(desk, "restore_synonym", key, before, Listed(id=key, entry=entry, origin=Origin.SHIPPED))
    return key


async def note_shipped(session: AsyncSession) -> None:
    """Notice that a release ships other entries than the one before: queries are read otherwise, as after a steward's change."""
    noted = select(SynonymState.shipped).where(SynonymState.id == STATE)
    if await session.scalar(noted) == rules.shipped_digest():
        return
    state = await _held(session)
    before, state.shipped = state.shipped, rules.shipped_digest()
    if before is not None:
        _raise(session, state)


async def note_kept(session: AsyncSession, version: int) -> bool:
    """Note that what is kept of queries is what they mean in this version; return False where another one stands by now."""
    kept = update(SynonymState).where(SynonymState.id == STATE, SynonymState.version == version).values(kept=version, since=None)
    done = await session.scalar(kept.returning(SynonymState.kept).execution_options(synchronize_session=False))
    return done is not None


async def _desk(session: AsyncSession, actor: Actor) -> _Desk:
    decider = await actor_still(session, actor)
    if decider is None or decider.member_id is None:
        raise NotThere
    if not may_keep_words(decider):
        raise StewardsKeepWords
    # What one may say depends on all that is said: two stewards change it one after another.
    state = await _held(session)
    return _Desk(session, decider.member_id, state, await all_entries(session))


async def _held(session: AsyncSession) -> SynonymState:
    held = select(SynonymState).where(SynonymState.id == STATE).with_for_update()
    return (await session.scalars(held.execution_options(populate_existing=True))).one()


async def _put(session: AsyncSession, key: SynonymId, entry: Entry | None, *, off: bool) -> None:
    row = await session.get(Synonym, key)
    if row is None:
        row = Synonym(id=key)
        session.add(row)
    row.words, row.near, row.off = (list(entry.words), list(entry.near), off) if entry else (None, [], off)


async def _changed(desk: _Desk, action: str, key: SynonymId, before: Listed | None, after: Listed | None) -> None:
    said = " → ".join("" if each is None or each.off else rules.told(each.entry) for each in (before, after)).strip()
    note = AuditNote(actor=desk.steward, right="steward", action=action, subject_kind="synonym", subject_id=key, reason=said)
    await write_audit(desk.session, note)
    _raise(desk.session, desk.state)


def _raise(session: AsyncSession, state: SynonymState) -> None:
    if state.kept == state.version:
        state.since = now()
    state.version += 1
    record(session, SynonymsChanged(version=state.version), SYNONYMS)
