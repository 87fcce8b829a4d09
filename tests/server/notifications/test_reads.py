"""Notices are for one member alone, once per occurrence; mails are claimed once per key."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.model import Message, Participant
from server.kit.actor import Actor
from server.kit.ids import AffiliationId, MemberId, MessageId, NoticeId, uuid7
from server.kit.log import decode
from server.kit.paging import PageRequest
from server.notifications.commands import claim_mail, mark_notices_read, note_mailed, write_notice
from server.notifications.reads import first_unread, notices, notices_by_ids, unread_notices, was_mailed
from server.people.events import AffiliationConfirmed
from tests.factories.conversations import make_conversation
from tests.factories.people import make_member


def confirmed(member: MemberId) -> AffiliationConfirmed:
    """Something that is told."""
    return AffiliationConfirmed(affiliation_id=AffiliationId(uuid7()), member_id=member, group_id=None, decided_by=MemberId(uuid7()))


async def test_notices_come_newest_first_and_only_to_their_member(session: AsyncSession) -> None:
    """A repeated key tells nothing twice; reading is for all of one's own."""
    one, other = await make_member(session), await make_member(session)
    events = [confirmed(one) for _ in range(3)]
    for number, event in enumerate(events):
        await write_notice(session, one, event, f"job:{number}")
        await write_notice(session, one, event, f"job:{number}")
    await write_notice(session, other, confirmed(other), "job:0")
    mine, theirs, guest = Actor(member_id=one), Actor(member_id=other), Actor()
    first = await notices(session, mine, PageRequest(2))
    rest = await notices(session, mine, PageRequest(2, first.cursors[-1]))
    assert [decode(row.type, row.ref) for row in (*first.items, *rest.items)] == events[::-1]
    assert (first.has_next, rest.has_next) == (True, False)
    ids = [NoticeId(row.id) for row in first.items]
    assert set(await notices_by_ids(session, mine, ids)) == set(ids)
    assert await notices_by_ids(session, theirs, ids) == {}
    assert [await unread_notices(session, actor) for actor in (mine, theirs, guest)] == [3, 1, 0]
    await mark_notices_read(session, mine)
    assert [await unread_notices(session, actor) for actor in (mine, theirs)] == [0, 1]


async def test_a_mail_is_claimed_once(session: AsyncSession) -> None:
    """By its key."""
    assert await claim_mail(session, "new_response:1")
    assert not await claim_mail(session, "new_response:1")
    assert (await was_mailed(session, "new_response:1"), await was_mailed(session, "new_response:2")) == (True, False)


async def test_the_first_unread_message_is_mailed_until_one_reads_on(session: AsyncSession) -> None:
    """Later ones are silent; after reading, the next one is the first again."""
    one, other = await make_member(session), await make_member(session)
    talk = await make_conversation(session, one, other, [(one, "はじめまして"), (one, "続きです"), (one, "もうひとつ")])
    numbered = select(Message.id).where(Message.conversation_id == talk).order_by(Message.number)
    ids = [MessageId(key) for key in await session.scalars(numbered)]
    (first,) = await first_unread(session, ids[0])
    assert (first.member_id, first.number) == (other, 1)
    await note_mailed(session, first)
    assert await first_unread(session, ids[1]) == []
    read = update(Participant).where(Participant.conversation_id == talk, Participant.member_id == other)
    await session.execute(read.values(read_number=2))
    assert await first_unread(session, ids[1]) == []
    (third,) = await first_unread(session, ids[2])
    assert third.number == 3
    assert third.key != first.key
