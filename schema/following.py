"""How a subscription follows a stream: batch by batch, and for each batch the caller is identified anew."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from schema.context import Info
from server.kit.refusal import SessionOver
from server.people.reads import actor_still
from server.realtime.following import Batch, Resync


async def followed(info: Info, stream: str, after: str | None) -> AsyncGenerator[Batch | Resync]:
    """Yield what follows the cursor `after`; before each batch the context starts over with the caller as they stand now.

    A caller whose session has ended meanwhile gets nothing more: SessionOver, and the socket closes.
    """
    context = info.context
    async with aclosing(context.parts.following.follow(stream, after)) as found:
        async for each in found:
            async with context.db.read() as session:
                actor = await actor_still(session, context.actor)
            if actor is None:
                raise SessionOver
            context.renew(actor)
            yield each
