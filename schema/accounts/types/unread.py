"""How much waits to be read: numbers beside the places, each counted where it is asked for."""

import strawberry

from schema.context import Info
from schema.moderation import types as moderation
from schema.notifications import types as notifications
from server.conversations.reads import unread_conversations


@strawberry.type(description="How much waits to be read, by place.")
class Unread:
    """Numbers beside the places."""

    @strawberry.field(description="Conversations with an unread message.")
    async def conversations(self, info: Info) -> int:
        """Count them."""
        async with info.context.db.read() as session:
            return await unread_conversations(session, info.context.actor)

    @strawberry.field(description="Unread notices.")
    async def notices(self, info: Info) -> int:
        """Count them."""
        return await notifications.unread_notices(info.context)

    @strawberry.field(description="What waits for the viewer's decision.")
    async def queue(self, info: Info) -> int:
        """Count it."""
        return await moderation.waiting_in_queue(info.context)
