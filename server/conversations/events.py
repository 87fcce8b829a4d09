"""What happened in conversations."""

from dataclasses import dataclass

from server.kit.ids import ConversationId, MemberId, MessageId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSent(Event):
    """A participant said something. Streams: the inboxes of all participants."""

    message_id: MessageId
    conversation_id: ConversationId
    author_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRead(Event):
    """A participant has read everything up to here. Stream: their own inbox."""

    conversation_id: ConversationId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantLeft(Event):
    """One of the two left the platform, and the talk has ended. Streams: the inboxes of who stays."""

    conversation_id: ConversationId
