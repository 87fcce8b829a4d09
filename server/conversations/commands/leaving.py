"""How somebody who is erased leaves their conversations: their words go, what the others said stays."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.events import ParticipantLeft
from server.conversations.model import Conversation, Message, Participant
from server.kit.clock import now
from server.kit.ids import ConversationId, MemberId
from server.kit.log import inbox, record


async def leave_conversations(session: AsyncSession, member: MemberId, place: MemberId) -> None:
    """End the member's talks, and empty what they said; its numbers stay, under `place`. Talks with nobody left are deleted."""
    mine = select(Participant.conversation_id).where(Participant.member_id == member)
    # Under the lock of its row no message is written meanwhile; in order, so that nobody waits in a ring.
    locked = select(Conversation).where(Conversation.id.in_(mine)).order_by(Conversation.id).with_for_update()
    talks: Sequence[UUID] = [talk.id for talk in await session.scalars(locked.execution_options(populate_existing=True))]
    await session.execute(delete(Participant).where(Participant.member_id == member))
    alone = ~exists().where(Participant.conversation_id == Conversation.id)
    await session.execute(delete(Conversation).where(Conversation.id.in_(talks), alone).execution_options(synchronize_session=False))
    emptied = update(Message).where(Message.author_id == member).values(author_id=place, body="", client_mutation_id=None)
    await session.execute(emptied.execution_options(synchronize_session=False))
    ended = update(Conversation).where(Conversation.id.in_(talks), Conversation.ended_at.is_(None)).values(ended_at=now())
    await session.execute(ended.execution_options(synchronize_session=False))
    staying = select(Participant).where(Participant.conversation_id.in_(talks)).order_by(Participant.conversation_id)
    for other in await session.scalars(staying):
        record(session, ParticipantLeft(conversation_id=ConversationId(other.conversation_id)), inbox(MemberId(other.member_id)))
