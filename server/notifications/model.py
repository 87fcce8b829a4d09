"""The tables of notifications: notices by reference, and the keys of the mails that went out."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Notice(Base):
    """One notice. `type` and `ref` are those of the event it tells of; `key` keeps a repeated job from telling twice."""

    __tablename__ = "notice"
    __table_args__ = (UniqueConstraint("member_id", "key"), Index("ix_notice_member_id_id", "member_id", "id"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"))
    key: Mapped[str]
    type: Mapped[str]
    ref: Mapped[dict[str, Any]] = mapped_column(JSONB)
    at: Mapped[datetime] = mapped_column(default=now)
    read_at: Mapped[datetime | None]


class SentMail(Base):
    """A mail that the mail server accepted, or is being handed now: the row commits with the acceptance."""

    __tablename__ = "sent_mail"

    key: Mapped[str] = mapped_column(primary_key=True)
    sent_at: Mapped[datetime] = mapped_column(default=now, index=True)
