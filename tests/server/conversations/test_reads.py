"""Conversations as their participants read them, and as nobody else does."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations import reads
from server.kit.actor import Actor
from server.kit.paging import PageRequest
from tests.factories.conversations import make_conversation
from tests.factories.people import act_as, make_member
from tests.house.statements import counted


async def test_only_participants_read(session: AsyncSession) -> None:
    """A conversation, who is in it, what was said and what is unread: for everybody else it is not there."""
    one, other = await make_member(session), await make_member(session)
    talk = await make_conversation(session, one, other, [(one, "はじめまして"), (other, "こんにちは"), (other, "来週はいかがですか")])
    steward = await make_member(session, is_steward=True)
    first = await act_as(session, one)
    page = await reads.messages(session, first, talk, PageRequest(2))
    assert ([message.body for message in page.items], page.has_next) == (["来週はいかがですか", "こんにちは"], True)
    ids = [message.id for message in page.items]
    assert await reads.others_by_conversations(session, first, [talk]) == {talk: other}
    assert await reads.participants(session, talk) == sorted([one, other])
    assert (await reads.unread_by_conversations(session, first, [talk]), await reads.unread_conversations(session, first)) == ({talk: 2}, 1)
    for stranger in (await act_as(session, steward), Actor()):
        assert await reads.conversations_by_ids(session, stranger, [talk]) == {}
        assert await reads.others_by_conversations(session, stranger, [talk]) == {}
        assert await reads.messages_by_ids(session, stranger, ids) == {}
        assert (await reads.messages(session, stranger, talk, PageRequest(2))).items == []
        assert await reads.unread_by_conversations(session, stranger, [talk]) == {}
        assert await reads.unread_conversations(session, stranger) == 0


async def test_many_conversations_take_one_statement(session: AsyncSession) -> None:
    """Whatever is asked of them."""
    one = await make_member(session)
    actor = await act_as(session, one)
    talks = []
    for _ in range(5):
        other = await make_member(session)
        talks.append(await make_conversation(session, one, other, [(other, "こんにちは")]))
    for question in (reads.conversations_by_ids, reads.others_by_conversations, reads.unread_by_conversations):
        with counted() as statements:
            assert set(await question(session, actor, talks)) == set(talks)
        assert len(statements) == 1
    assert await reads.unread_conversations(session, actor) == 5
