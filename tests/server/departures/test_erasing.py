"""Erasing leaves no trace: not in a table, not in the files under it, not in the index, the log, the queue; what others wrote stays."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from server.accounts.model import Departure, Member
from server.conversations.model import Message
from server.departures.rules import INVENTORY, Fate
from server.exports.commands import make_export
from server.kit.clock import now
from server.kit.db import Database
from server.kit.ids import ExportId, MemberId, global_id, parse
from server.kit.log import inbox
from server.opportunities.model import Opportunity, Response
from tests.factories.departures import CANARY, STAYS, Marked, make_marked_member
from tests.not_run import not_run
from tests.support.exporting import asked, exported, standing
from tests.support.running import Application
from tests.support.traces import files_with, rewrite, tables_with
from workers.erasing import erase, erase_due

# Where nothing but the id of a post or a talk of the marked member's stands; and offices, that they hold none of, and past jobs.
# What an engine elsewhere has still to be given is noted only where there is one (tests/workers/test_catching_up.py).
BY_ANOTHER_ID = {
    *("confirmation_request", "conversation", "group_role", "opportunity_exclusion", "opportunity_group", "opportunity_skill"),
    *("pgqueuer_log", "response_label", "search_notes", "standing_match"),
}


async def mark(app: Application) -> Marked:
    """The marked member, indexed, with two jobs that still wait."""
    async with app.house.db.transaction() as session:
        marked = await make_marked_member(session)
    await app.drain()
    client = await app.as_member(marked.member)
    asked = await client.change("askDeparture", {}, "... on DepartureAsked { viewer { departure { erasedAt } } }")
    assert asked["__typename"] == "DepartureAsked", asked
    return marked


async def come_due(db: Database) -> None:
    """Fourteen days later."""
    async with db.transaction() as session:
        (await session.scalars(select(Departure))).one().erase_at = now()


async def test_erasing_leaves_no_trace(app: Application) -> None:
    """Before, the mark stands in every table that says it holds something of a member; afterwards nowhere, nor does the id."""
    db = app.house.db
    marked = await mark(app)
    words = (CANARY, str(marked.member), marked.member.hex)
    before = await tables_with(db, *words)
    personal = {name for name, kept in INVENTORY.items() if kept.fate is not Fate.NOBODY}
    assert personal - set(before) <= BY_ANOTHER_ID, before
    await come_due(db)
    await erase_due(app.house.worker)
    assert await tables_with(db, *words) == {}
    assert not await erase(app.house.worker, marked.member)
    await app.drain()
    await rewrite(db)
    assert await tables_with(db, *words) == {}
    found = await files_with(db, CANARY.encode(), marked.member.bytes, str(marked.member).encode())
    if found is None:
        not_run("erasing in the files of PostgreSQL", "the server's directory is out of reach")
    assert found == []


async def test_a_column_that_nobody_thought_of_is_caught(app: Application) -> None:
    """Planted: a table that erasing does not know; the same search finds it, in the table and in its file."""
    db = app.house.db
    marked = await mark(app)
    async with db.transaction() as session:
        await session.execute(text("CREATE TABLE diary (page text)"))
        await session.execute(text("INSERT INTO diary VALUES (:page)"), {"page": f"{CANARY} {marked.member}"})
    await erase(app.house.worker, marked.member)
    assert await tables_with(db, CANARY) == {"diary": 1}
    await rewrite(db)
    assert await files_with(db, CANARY.encode()) != []


async def test_what_others_wrote_stays(app: Application) -> None:
    """Their notes, their messages and their reports; the numbers of the messages too."""
    db = app.house.db
    marked = await mark(app)
    before = await tables_with(db, STAYS)
    await erase(app.house.worker, marked.member)
    assert await tables_with(db, STAYS) == before
    async with db.read() as session:
        said = (await session.execute(select(Message.number, Message.body).where(Message.conversation_id == marked.talk))).all()
        assert sorted(tuple(row) for row in said) == [(1, STAYS), (2, "")]
        states = {row.id: row.state for row in await session.scalars(select(Response))}
        assert (states[marked.asked], states[marked.answered]) == ("declined", "withdrawn")
        post = await session.get_one(Opportunity, marked.own_post)
        assert (post.title, post.body, post.on_behalf_of, post.place) == ("", "", None, None)
        assert await session.scalar(text("SELECT count(*) FROM stream WHERE name = :name"), {"name": inbox(marked.partner)}) == 1


async def test_once_everybody_has_left_nothing_stays(app: Application) -> None:
    """No talk, no emptied post, no place."""
    db = app.house.db
    marked = await mark(app)
    async with db.read() as session:
        others = (await session.scalars(select(Member.id).where(Member.id != marked.member))).all()
    for member in (marked.member, *others):
        assert await erase(app.house.worker, MemberId(member))
    async with db.read() as session:
        for table in ("conversation", "message", "opportunity", "response", "departure"):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0, table  # noqa: S608
        assert (await session.scalars(select(Member.email).where(Member.email.startswith("left:")))).all() == []


async def test_a_fresh_export_of_whom_they_talked_with_has_no_trace(app: Application) -> None:
    """The file that was made before has gone with them; the next one holds what its member wrote, and nothing of theirs."""
    db = app.house.db
    marked = await mark(app)
    partner = await app.as_member(marked.partner)
    before = await exported(app, partner)
    assert before.holds(CANARY) != []
    address = (await standing(partner) or {})["address"]
    await come_due(db)
    await erase_due(app.house.worker)
    assert (await standing(partner) or {})["state"] == "EXPIRED"
    assert (await partner.http.get(address)).status_code == 404
    fresh = await exported(app, partner)
    words = (CANARY, str(marked.member), marked.member.hex, global_id("Person", marked.member))
    assert [name for word in words for name in fresh.holds(word)] == []
    said = [row for row in fresh.rows("messages") if row["conversation"] == 1]
    assert [(row["mine"], row["body"]) for row in said] == [(False, ""), (True, STAYS), (False, "")]
    assert await tables_with(db, CANARY) == {}


async def test_a_file_that_is_being_made_goes_with_its_member(app: Application) -> None:
    """Erasing waits until it is made, and takes it along."""
    db, parts = app.house.db, app.house.worker
    marked = await mark(app)
    export = ExportId(global_key(await asked(await app.as_member(marked.member))))
    async with db.snapshot() as reading, db.transaction() as session:
        await make_export(session, reading, parts.files, export)
        erasing = asyncio.create_task(erase(parts, marked.member))
        await asyncio.sleep(0.3)
        assert not erasing.done()
    assert await erasing
    await app.drain()
    assert await tables_with(db, CANARY, str(marked.member), marked.member.hex, str(export)) == {}


async def test_a_file_with_words_of_who_is_erased_meanwhile_is_made_anew(app: Application) -> None:
    """What was read before they went cannot be kept; the job comes again, and reads what stays."""
    db, parts = app.house.db, app.house.worker
    marked = await mark(app)
    partner = await app.as_member(marked.partner)
    export = ExportId(global_key(await asked(partner)))
    async with db.snapshot() as reading:
        await reading.execute(text("SELECT count(*) FROM message"))
        assert await erase(parts, marked.member)
        with pytest.raises(IntegrityError):
            async with db.transaction() as session:
                await make_export(session, reading, parts.files, export)
    assert await tables_with(db, CANARY) == {}
    await app.drain()
    assert (await standing(partner) or {})["state"] == "READY"
    assert await tables_with(db, CANARY) == {}


def global_key(export: dict[str, str]) -> UUID:
    """The key in an export's id."""
    return parse("Export", export["id"])
