"""The two mails about connections: somebody asks, and somebody accepted; nothing where it does not hold any more."""

from server.kit.db import Database
from server.kit.ids import MemberId, global_id
from server.people.commands import ConnectionWish, accept_connection, ask_for_connection, block_member, withdraw_connection_request
from tests.factories.people import act_as, make_member
from tests.support.working import outbox
from workers.drain import drain
from workers.parts import Parts

NOTE = "この言葉はメールに載りません"


async def make_two(database: Database) -> tuple[MemberId, MemberId]:
    """One with a name that means something in HTML asks the other, a reader of English."""
    async with database.transaction() as session:
        asker = await make_member(session, "森 <b>楓</b>", email="asker@people.example")
        asked = await make_member(session, "佐藤 花", email="asked@people.example", language="en")
        await ask_for_connection(session, await act_as(session, asker), ConnectionWish(member_id=asked, note=NOTE))
    return asker, asked


async def test_asking_and_accepting_are_mailed(database: Database, parts: Parts) -> None:
    """Each to the one whom it concerns, once, in their language, with the page where it is answered; the note stays there."""
    asker, asked = await make_two(database)
    await drain(parts)
    async with database.transaction() as session:
        await accept_connection(session, await act_as(session, asked), asker)
    await drain(parts)
    first, second = await outbox(database)
    assert (first.recipient, first.subject) == ("asked@people.example", "Somebody would like to connect with you")
    assert f"/people/{global_id('Person', asker)}" in first.text
    assert ("森 <b>楓</b> would like" in first.text, "森 &lt;b&gt;楓&lt;/b&gt;" in first.html, "<b>楓" in first.html) == (True, True, False)
    assert NOTE not in first.text + first.html + first.subject
    assert (second.recipient, "佐藤 花さんとつながりました。" in second.text) == ("asker@people.example", True)


async def test_nothing_is_mailed_of_what_holds_no_more(database: Database, parts: Parts) -> None:
    """Withdrawn before the job, or blocked since: what is so by then counts."""
    asker, asked = await make_two(database)
    async with database.transaction() as session:
        await withdraw_connection_request(session, await act_as(session, asker), asked)
    await drain(parts)
    other, third = await make_two_more(database)
    async with database.transaction() as session:
        await accept_connection(session, await act_as(session, third), other)
        await block_member(session, await act_as(session, other), third)
    await drain(parts)
    assert await outbox(database) == []


async def make_two_more(database: Database) -> tuple[MemberId, MemberId]:
    """Two others, of whom one asks."""
    async with database.transaction() as session:
        asker, asked = await make_member(session, "岡 陸"), await make_member(session, "原 空")
        await ask_for_connection(session, await act_as(session, asker), ConnectionWish(member_id=asked))
    return asker, asked
