"""Conversations as their participants see them in the graph."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.conversations import loaders
from schema.nodes import Node, ViewerDependent, id_of
from schema.opportunities import types as opportunities
from schema.paging import PageInfo, page_info, page_request
from schema.people import types as people
from server.conversations import model
from server.conversations.reads import messages
from server.kit.ids import ConversationId, MessageId
from server.kit.paging import Page
from server.kit.refusal import NotThere

if TYPE_CHECKING:
    from schema.opportunities.types import Response
    from schema.people.types import Person

_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]
_Response: TypeAlias = Annotated["Response", strawberry.lazy("schema.opportunities.types")]


@strawberry.type(description="What one participant said, as plain text.")
class Message(Node):
    """A message."""

    row: strawberry.Private[model.Message]
    body: str
    sent_at: datetime
    removed: bool = strawberry.field(description="Whether the words are gone, since who said them has left the platform.")

    @classmethod
    def of(cls, row: model.Message) -> Self:
        """Show a row."""
        return cls(id=id_of("Message", row.id), row=row, body=row.body, sent_at=row.sent_at, removed=not row.body)

    @strawberry.field(description="Whether the viewer said it.", directives=[ViewerDependent()])
    async def mine(self, info: Info) -> bool:
        """Compare."""
        return self.row.author_id is not None and self.row.author_id == info.context.actor.member_id

    @strawberry.field(description="Where it was said.")
    async def conversation(self, info: Info) -> "Conversation":
        """Load it."""
        return await _conversation_of(info.context, self)

    @strawberry.field(description="The clientMutationId it was sent with, for its sender.", directives=[ViewerDependent()])
    async def client_mutation_id(self, info: Info) -> str | None:
        """Keep it from the others."""
        return self.row.client_mutation_id if self.row.author_id == info.context.actor.member_id else None


@strawberry.type(description="A message in a list.")
class MessageEdge:
    """A message with its place."""

    cursor: str
    node: Message


@strawberry.type(description="Messages.")
class MessageConnection:
    """A page of messages."""

    edges: list[MessageEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[model.Message]) -> Self:
        """Show a page."""
        edges = [MessageEdge(cursor=cursor, node=Message.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
        return cls(edges=edges, page_info=page_info(page))


@strawberry.type(description="The talk of two members; nobody else reads it, whatever their role.")
class Conversation(Node):
    """A conversation."""

    key: strawberry.Private[ConversationId]

    @classmethod
    def of(cls, row: model.Conversation) -> Self:
        """Show a row."""
        return cls(id=id_of("Conversation", row.id), key=ConversationId(row.id))

    @strawberry.field(description="With whom the viewer talks; null where they may not be seen any more.", directives=[ViewerDependent()])
    async def other(self, info: Info) -> _Person | None:
        """Load them."""
        member = await info.context.load(loaders.others, self.key)
        return None if member is None else await people.person_of(info.context, member)

    @strawberry.field(description="What was said, newest first.")
    async def messages(self, info: Info, first: int, after: str | None = None) -> MessageConnection:
        """Read a page."""
        async with info.context.db.read() as session:
            return MessageConnection.of(await messages(session, info.context.actor, self.key, page_request(first, after)))

    @strawberry.field(description="How many messages the viewer has not read.", directives=[ViewerDependent()])
    async def unread(self, info: Info) -> int:
        """Count them."""
        return await info.context.load(loaders.unread, self.key)


@strawberry.type(description="A participant said something.")
class MessageSent:
    """The message with where it stands."""

    message: Message

    @strawberry.field(description="Where it was said.")
    async def conversation(self, info: Info) -> Conversation:
        """Load it."""
        return await _conversation_of(info.context, self.message)

    @strawberry.field(description="The response that they talk about.")
    async def response(self, info: Info) -> _Response | None:
        """Load it."""
        return await opportunities.response_of_conversation(info.context, ConversationId(self.message.row.conversation_id))


@strawberry.type(description="The viewer has read everything said so far.")
class ConversationRead:
    """The conversation as it stands now."""

    conversation: Conversation


@strawberry.type(description="The other was told that the viewer is writing, if they look.")
class TypingNoted:
    """Where."""

    conversation: Conversation


@strawberry.type(description="The other participant has left the platform: the talk has ended, and their words are gone.")
class ParticipantLeft:
    """The conversation as it stands now."""

    conversation: Conversation

    @strawberry.field(description="The response that they talked about.")
    async def response(self, info: Info) -> _Response | None:
        """Load it."""
        return await opportunities.response_of_conversation(info.context, self.conversation.key)


async def conversation_of(context: Context, key: ConversationId) -> Conversation | None:
    """Return a conversation in which the viewer takes part."""
    row = await context.load(loaders.conversations, key)
    return None if row is None else Conversation.of(row)


async def _conversation_of(context: Context, message: Message) -> Conversation:
    # Whoever may read a message takes part in its conversation.
    found = await conversation_of(context, ConversationId(message.row.conversation_id))
    if found is None:
        raise NotThere
    return found


async def message_of(context: Context, key: MessageId) -> Message | None:
    """Return a message of a conversation in which the viewer takes part."""
    row = await context.load(loaders.messages, key)
    return None if row is None else Message.of(row)
