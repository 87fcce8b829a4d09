"""The tables of conversations: participants and messages, numbered without gaps within their conversation."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Conversation(Base):
    """A talk. `last_number` is the number of its latest message; it is raised under the row's lock.

    Once it has ended, nobody writes in it any more; its participants still read it.
    """

    __tablename__ = "conversation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    last_number: Mapped[int] = mapped_column(Integer, default=0)
    last_message_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Participant(Base):
    """A member who takes part. `mailed_number`: the first unread message that a mail told of."""

    __tablename__ = "participant"

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
    read_number: Mapped[int] = mapped_column(Integer, default=0)
    mailed_number: Mapped[int] = mapped_column(Integer, default=0)


class Message(Base):
    """What one participant said, as plain text."""

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("conversation_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    body: Mapped[str]
    client_mutation_id: Mapped[str | None]
    sent_at: Mapped[datetime] = mapped_column(default=now)
