"""What of conversations is loaded by the batch, for participants only."""

from schema.context import Context
from server.conversations import reads
from server.conversations.model import Conversation, Message
from server.kit.ids import ConversationId, MemberId, MessageId


async def conversations(context: Context, keys: list[ConversationId]) -> list[Conversation | None]:
    """Conversations by id; None where the viewer does not take part."""
    async with context.db.read() as session:
        found = await reads.conversations_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def others(context: Context, keys: list[ConversationId]) -> list[MemberId | None]:
    """With whom the viewer talks."""
    async with context.db.read() as session:
        found = await reads.others_by_conversations(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def unread(context: Context, keys: list[ConversationId]) -> list[int]:
    """How many messages the viewer has not read."""
    async with context.db.read() as session:
        found = await reads.unread_by_conversations(session, context.actor, keys)
    return [found.get(key, 0) for key in keys]


async def messages(context: Context, keys: list[MessageId]) -> list[Message | None]:
    """Messages by id; None where the viewer does not take part."""
    async with context.db.read() as session:
        found = await reads.messages_by_ids(session, context.actor, keys)
    return [found.get(key) for key in keys]
