"""Who may read and write in a conversation: its participants, and nobody else, whatever their role."""

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased

from server.conversations.model import Conversation, Participant
from server.kit.actor import Viewer


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may read a `Conversation` row."""
    participant = aliased(Participant)
    return (
        exists()
        .where(participant.conversation_id == Conversation.id, participant.member_id == viewer.member_id)
        .correlate_except(participant)
    )
