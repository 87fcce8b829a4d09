"""The subscription to what the other of a talk does now; nothing of it is in the log, and it is asked anew each time who may be told."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

import strawberry

from schema.context import Context, Info
from schema.conversations import loaders
from schema.conversations.types import Conversation, conversation_of
from schema.gates import Knock, gate
from schema.nodes import ViewerDependent, key_of
from server.conversations.reads import open_with
from server.kit.ids import ConversationId
from server.kit.refusal import NotThere, SessionOver
from server.people.reads import actor_still


@strawberry.type(description="What the other of a talk does now, as far as it is known; it is kept nowhere.")
class OtherNow:
    """The other, at this moment."""

    conversation: Conversation
    here: bool = strawberry.field(description="Whether they have the talk open.", directives=[ViewerDependent()])
    typing: bool = strawberry.field(description="Whether they are writing.", directives=[ViewerDependent()])


@dataclass(frozen=True, slots=True)
class _Shown:
    here: bool = False
    typing: bool = False


@strawberry.type
class ConversationsSubscription:
    """The subscription."""

    @strawberry.subscription(
        extensions=[gate(Knock.MEMBER)],
        description="Whether the other of a talk has it open, and is writing: told at once, and when it changes. While it is followed, "
        "the other is told so. Silent while nobody can say anything there.",
    )
    async def typing(self, info: Info, conversation: strawberry.ID) -> AsyncGenerator[OtherNow]:
        """Tell of the other, and the other of the viewer."""
        context, key = info.context, ConversationId(key_of("Conversation", conversation))
        if await conversation_of(context, key) is None:
            raise NotThere
        other = await context.load(loaders.others, key)
        # Whoever comes back after a lost socket is told anew, also that there is nothing.
        shown: _Shown | None = None
        if other is None:
            return
        async with aclosing(context.parts.presence.beside(key, other)) as looks:
            async for look in looks:
                await _identify_anew(context)
                # A block looks as if the other had gone: it sends nothing, and ends nothing.
                open_now = await _is_open(context, key)
                if open_now and look.beat:
                    await context.parts.presence.is_here(key, context.member)
                now = _Shown(look.here, look.typing) if open_now else _Shown()
                talk = await conversation_of(context, key) if now != shown else None
                if talk is not None:
                    shown = now
                    yield OtherNow(conversation=talk, here=now.here, typing=now.typing)


async def _is_open(context: Context, key: ConversationId) -> bool:
    async with context.db.read() as session:
        return await open_with(session, context.actor, key) is not None


async def _identify_anew(context: Context) -> None:
    async with context.db.read() as session:
        actor = await actor_still(session, context.actor)
    if actor is None:
        raise SessionOver
    context.renew(actor)
