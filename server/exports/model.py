"""The tables of exports: what was asked for, the pieces of its file, and who else stands in it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Integer, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Export(Base):
    """A member's export, one at a time. `state`: asked | ready | failed; a ready one is there until `expires_at`.

    `tries` counts how often a job began to make it.
    """

    __tablename__ = "export"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), unique=True)
    state: Mapped[str] = mapped_column(default="asked")
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    asked_at: Mapped[datetime] = mapped_column(default=now)
    made_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None] = mapped_column(index=True)
    size: Mapped[int | None] = mapped_column(BigInteger)


class ExportPiece(Base):
    """A piece of the file, numbered from 0."""

    __tablename__ = "export_piece"

    export_id: Mapped[UUID] = mapped_column(ForeignKey("export.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    content: Mapped[bytes]


class ExportPerson(Base):
    """Another member whose name or words stand in the file: once they are erased, it is withdrawn."""

    __tablename__ = "export_person"

    export_id: Mapped[UUID] = mapped_column(ForeignKey("export.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
