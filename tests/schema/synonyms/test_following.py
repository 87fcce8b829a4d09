"""A change is followed: by searches of every process within seconds, and by what somebody saved before, from then on."""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from sqlalchemy import select, text

from engawa import words
from engawa.words import following_words
from server.kit.bus import InProcessBus
from server.kit.db import Database
from server.kit.ids import OpportunityId
from server.opportunities.model import Opportunity
from server.search.japanese.thesaurus import in_use, shipped
from server.standing.model import StandingTerm
from server.synonyms.commands import SynonymDraft, add_synonym, note_shipped
from server.synonyms.model import Synonym, SynonymState
from tests.factories.people import act_as
from tests.schema.opportunities.asking import posted
from tests.schema.standing.saving import saved, told
from tests.schema.synonyms.writing import Office, added, edited, found, removed
from workers.matching import match_post


async def _until(condition: Callable[[], Awaitable[bool]], within: float = 5.0) -> None:
    async with asyncio.timeout(within):
        # Each look at it gives way to the others.
        while not await condition():
            pass


async def test_a_search_finds_by_the_new_word_at_once(office: Office) -> None:
    """Without anything being indexed anew, and until the entry is gone."""
    await posted(office.author, title="ふがふがの相談", body="お願いします。")
    await office.app.drain()
    assert await found(office.reader, "ほげほげ") == set()
    entry = await added(office.steward, "ほげほげ", "ふがふが")
    await _until(lambda: _finds(office, {"ふがふがの相談"}))
    await removed(office.steward, entry)
    await _until(lambda: _finds(office, set()))


async def _finds(office: Office, titles: set[str]) -> bool:
    return await found(office.reader, "ほげほげ") == titles


async def test_what_was_saved_is_met_by_the_new_word_from_then_on(office: Office) -> None:
    """Also by what was posted before the queries were kept anew; told once, and not of what says the old words only."""
    await saved(office.reader, name="ほげほげのこと", filter={"text": "ほげほげ"})
    await posted(office.author, title="きりんの相談")
    await office.app.drain()
    entry = await added(office.steward, "ほげほげ", "ふがふが")
    await posted(office.author, title="ふがふがの相談", body="お願いします。")
    # The post's job is done while the entry's waits still: by the old terms it finds nobody.
    async with office.app.house.db.transaction() as session:
        post = (await session.scalars(select(Opportunity.id).where(Opportunity.title == "ふがふがの相談"))).one()
        await session.execute(text("DELETE FROM pgqueuer WHERE entrypoint = 'OpportunityPosted'"))
    await match_post(office.app.house.worker, OpportunityId(post))
    assert await told(office.reader) == []
    await office.app.drain()
    assert await told(office.reader) == [("ほげほげのこと", "ふがふがの相談")]
    await posted(office.author, title="もう一つ、ふがふがの相談")
    await office.app.drain()
    assert [title for _, title in await told(office.reader)] == ["もう一つ、ふがふがの相談", "ふがふがの相談"]
    await edited(office.steward, entry, "ほげほげ", "きりん")
    await posted(office.author, title="三つ目の、ふがふがの相談")
    await office.app.drain()
    assert len(await told(office.reader)) == 2 + 1
    assert (await told(office.reader))[0][1] == "きりんの相談"


async def test_what_is_saved_during_a_change_waits_for_it(office: Office) -> None:
    """Two who do not know of each other: the search is kept by what its words mean once both are done, without any job."""
    database = office.app.house.db
    async with database.transaction() as session:
        steward = await act_as(session, office.steward_id)
        await add_synonym(session, steward, SynonymDraft(words=["ほげほげ", "ふがふが"]))
        saving = asyncio.create_task(saved(office.reader, name="ほげほげのこと", filter={"text": "ほげほげ"}))
        await asyncio.sleep(0.5)
        assert not saving.done()
    await saving
    async with database.read() as session:
        terms = (await session.scalars(select(StandingTerm.term))).all()
    assert any("ふが" in term for term in terms)


async def test_many_changes_are_followed_by_few_walks(office: Office) -> None:
    """All is kept up to the last version by whichever job comes first; the others find nothing to do."""
    entry = await added(office.steward, "ほげほげ", "ふがふが")
    for at in range(5):
        entry = await edited(office.steward, entry, "ほげほげ", f"言葉{at}")
    await office.app.drain()
    async with office.app.house.db.read() as session:
        state = (await session.scalars(select(SynonymState))).one()
    assert (state.version, state.kept, state.since) == (6, 6, None)


async def test_a_process_looks_by_itself(database: Database) -> None:
    """No hint reaches it: it reads with the entries from its start on, outlives connections that end, and forgets them with its own end."""
    before, words.LOOK_EVERY = words.LOOK_EVERY, 0.05
    try:
        await _written(database, 1, "ほげほげ", "ふがふが")
        async with following_words(database, InProcessBus()):
            assert in_use().version == 1
            await database.engine.dispose()
            await _written(database, 2, "きりん", "ぞうさん")
            await _until(lambda: _stands(2))
            assert len(in_use().entries.every) == len(shipped().every) + 2
    finally:
        words.LOOK_EVERY = before
    assert in_use().entries is shipped()


async def _written(database: Database, version: int, *both: str) -> None:
    async with database.transaction() as session:
        session.add(Synonym(words=list(both), near=[]))
        (await session.scalars(select(SynonymState))).one().version = version


async def _stands(version: int) -> bool:
    await asyncio.sleep(0.02)
    return in_use().version == version


async def test_a_release_with_other_entries_is_noticed(office: Office) -> None:
    """As a steward's change would be: what is kept of queries is kept anew, once."""
    database = office.app.house.db
    async with database.transaction() as session:
        await note_shipped(session)
    assert await office.app.drain() == 0
    async with database.transaction() as session:
        (await session.scalars(select(SynonymState))).one().shipped = "another release"
    for _ in range(2):
        async with database.transaction() as session:
            await note_shipped(session)
    async with database.read() as session:
        assert (await session.scalars(select(SynonymState))).one().version == 1
    assert await office.app.drain() == 1
    async with database.read() as session:
        assert (await session.scalars(select(SynonymState))).one().kept == 1


_OTHER = """
import asyncio, sys
from engawa.parts import opened
from server.kit.settings import Settings
from server.opportunities.rules import phrases_for
async def main():
    async with opened(Settings(_env_file=None), sys.argv[1]):
        print("open", flush=True)
        before = phrases_for("ほげほげ")
        while phrases_for("ほげほげ") == before:
            await asyncio.sleep(0.02)
        print(len(phrases_for("ほげほげ")[0].whole.same), flush=True)
asyncio.run(main())
"""


async def test_a_process_of_its_own_hears_of_it_within_seconds(office: Office) -> None:
    """A worker, or a second server, which shares nothing with the first but the database."""
    pipe = asyncio.subprocess.PIPE
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", _OTHER, office.app.house.url, stdout=pipe)
    assert other.stdout is not None
    try:
        async with asyncio.timeout(60):
            assert await other.stdout.readline() == b"open\n"
        await added(office.steward, "ほげほげ", "ふがふが", "ぞうさん")
        async with asyncio.timeout(10):
            assert await other.stdout.readline() == b"2\n"
        async with asyncio.timeout(30):
            assert await other.wait() == 0
    finally:
        if other.returncode is None:
            other.kill()
            await other.wait()
