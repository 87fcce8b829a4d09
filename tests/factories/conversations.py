"""Conversations as rows: with their participants and what was said."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.model import Conversation, Message, Participant
from server.kit.clock import now
from server.kit.ids import ConversationId, MemberId


async def make_conversation(
    session: AsyncSession, one: MemberId, other: MemberId, said: Sequence[tuple[MemberId, str]] = ()
) -> ConversationId:
    """Add a conversation of two; `said` are its messages in order, each with who said it, all unread."""
    talk = Conversation(last_number=len(said), last_message_at=now() if said else None)
    session.add(talk)
    await session.flush()
    session.add_all(Participant(conversation_id=talk.id, member_id=member) for member in (one, other))
    session.add_all(
        Message(conversation_id=talk.id, number=number, author_id=author, body=body) for number, (author, body) in enumerate(said, start=1)
    )
    await session.flush()
    return ConversationId(talk.id)
