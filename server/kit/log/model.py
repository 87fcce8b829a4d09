"""The tables of the log: a head for each stream, and the events, partitioned by when they were written."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.db import Base
from server.kit.ids import uuid7


class StreamRow(Base):
    """One stream. `head` is the offset of its last event; a new `epoch` makes every older cursor unservable."""

    __tablename__ = "stream"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    epoch: Mapped[UUID] = mapped_column(default=uuid7)
    head: Mapped[int] = mapped_column(BigInteger, default=0)


class EventRow(Base):
    """One event of one stream. Offsets are gapless and in commit order: the lock on the stream's head keeps them so."""

    __tablename__ = "event"
    __table_args__ = ({"postgresql_partition_by": "RANGE (created_at)"},)

    stream_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    offset: Mapped[int] = mapped_column("offset", BigInteger, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(primary_key=True)
    type: Mapped[str]
    ref: Mapped[dict[str, Any]] = mapped_column(JSONB)
