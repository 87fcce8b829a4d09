"""What participants can do in a conversation."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Info
from schema.conversations.types import ConversationRead, MessageSent, TypingNoted, conversation_of, message_of
from schema.gates import Knock, gate
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.conversations import commands
from server.conversations.reads import open_with
from server.kit.db import Session
from server.kit.ids import ConversationId, MessageId
from server.kit.refusal import NotThere

SendMessageResult: TypeAlias = Annotated[
    MessageSent | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SendMessageResult")
]
NoteTypingResult: TypeAlias = Annotated[
    TypingNoted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("NoteTypingResult")
]
MarkConversationReadResult: TypeAlias = Annotated[
    ConversationRead | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("MarkConversationReadResult")
]


@strawberry.input(description="A message: plain text of up to 4,000 characters.")
class SendMessageInput:
    """Where, and what."""

    conversation: strawberry.ID
    body: str
    client_mutation_id: str | None = None


@strawberry.input(description="A conversation that was read to its end.")
class MarkConversationReadInput:
    """Which."""

    conversation: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A talk in which the viewer is writing.")
class NoteTypingInput:
    """Which."""

    conversation: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type
class ConversationsMutation:
    """Root fields that change conversations."""

    @strawberry.mutation(description="Say something to the other participant.", extensions=[gate(Knock.MEMBER)])
    async def send_message(self, info: Info, input: SendMessageInput) -> SendMessageResult | None:
        """Send, or find what was sent before with the same clientMutationId."""
        context = info.context
        conversation = ConversationId(key_of("Conversation", input.conversation))

        async def act(session: Session) -> UUID:
            message = await commands.send_message(session, context.actor, conversation, input.body, input.client_mutation_id)
            await context.limits.spend_as("message.send", context.actor)
            return message.id

        message = await message_of(context, MessageId(await context.once("sendMessage", input.client_mutation_id, act)))
        if message is None:
            raise NotThere
        await context.parts.presence.has_written(conversation, context.member)
        return MessageSent(message=message)

    @strawberry.mutation(description="Note that everything said so far was read.", extensions=[gate(Knock.MEMBER)])
    async def mark_conversation_read(
        self,
        info: Info,
        input: MarkConversationReadInput,
    ) -> MarkConversationReadResult | None:
        """Note it."""
        context = info.context
        conversation = ConversationId(key_of("Conversation", input.conversation))

        async def act(session: Session) -> UUID:
            return (await commands.mark_conversation_read(session, context.actor, conversation)).id

        key = ConversationId(await context.once("markConversationRead", input.client_mutation_id, act))
        read = await conversation_of(context, key)
        if read is None:
            raise NotThere
        return ConversationRead(conversation=read)

    @strawberry.mutation(
        description="Tell the other that the viewer is writing, for a few seconds; nothing is kept of it.", extensions=[gate(Knock.MEMBER)]
    )
    async def note_typing(self, info: Info, input: NoteTypingInput) -> NoteTypingResult | None:
        """Tell it, unless nobody is to hear it, of which the viewer learns nothing here."""
        context = info.context
        key = ConversationId(key_of("Conversation", input.conversation))
        talk = await conversation_of(context, key)
        if talk is None:
            raise NotThere
        await context.parts.limits.spend("conversation.typing", context.member)
        async with context.db.read() as session:
            other = await open_with(session, context.actor, key)
        if other is not None:
            await context.parts.presence.writes(key, context.member)
        return TypingNoted(conversation=talk)
