"""Opening and ending a conversation, saying something in it, and having read it; each under the lock of its row."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.errors import ConversationEnded
from server.conversations.events import ConversationRead, MessageSent
from server.conversations.model import Conversation, Message, Participant
from server.conversations.policy import visible_to
from server.conversations.reads import open_between, participants
from server.conversations.rules import checked_message
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.ids import ConversationId, MemberId, MessageId
from server.kit.log import inbox, record
from server.kit.refusal import NotSignedIn, NotThere


async def open_conversation(session: AsyncSession, members: tuple[MemberId, MemberId]) -> Conversation:
    """Open the talk of two members; what it is about, and who may open it, is decided above this slice."""
    talk = Conversation()
    session.add(talk)
    await session.flush()
    session.add_all(Participant(conversation_id=talk.id, member_id=member) for member in members)
    await session.flush()
    return talk


async def end_conversation(session: AsyncSession, conversation: ConversationId) -> None:
    """Let nobody write in it any more; it stays readable. Ended before: nothing changes."""
    talk = await session.get(Conversation, conversation, with_for_update=True, populate_existing=True)
    if talk is not None and talk.ended_at is None:
        talk.ended_at = now()


async def send_message(
    session: AsyncSession, actor: Actor, conversation: ConversationId, body: str, client_mutation_id: str | None = None
) -> Message:
    """Say something. Numbers follow each other without a gap, in the order of the commits."""
    author, talk = await _taking_part(session, actor, conversation)
    text = checked_message(body)
    members = await participants(session, conversation)
    if talk.ended_at is not None or not await open_between(session, author, members):
        raise ConversationEnded
    talk.last_number += 1
    talk.last_message_at = now()
    message = Message(
        conversation_id=conversation,
        number=talk.last_number,
        author_id=author,
        body=text,
        client_mutation_id=client_mutation_id,
        sent_at=talk.last_message_at,
    )
    session.add(message)
    await session.flush()
    event = MessageSent(message_id=MessageId(message.id), conversation_id=conversation, author_id=author)
    record(session, event, *(inbox(member) for member in members))
    return message


async def mark_conversation_read(session: AsyncSession, actor: Actor, conversation: ConversationId) -> Conversation:
    """Note that the actor has read everything said so far; nothing new to read: nothing is recorded."""
    reader, talk = await _taking_part(session, actor, conversation)
    part = await session.get_one(Participant, (conversation, reader))
    if part.read_number < talk.last_number:
        part.read_number = talk.last_number
        record(session, ConversationRead(conversation_id=conversation, member_id=reader), inbox(reader))
    return talk


async def _taking_part(session: AsyncSession, actor: Actor, conversation: ConversationId) -> tuple[MemberId, Conversation]:
    if actor.member_id is None:
        raise NotSignedIn
    wanted = select(Conversation).where(Conversation.id == conversation, visible_to(viewer_of(actor)))
    talk = await session.scalar(wanted.with_for_update(of=Conversation).execution_options(populate_existing=True))
    if talk is None:
        raise NotThere
    return actor.member_id, talk
