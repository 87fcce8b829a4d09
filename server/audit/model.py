"""The tables of the audit trail; people stand in it under pseudonyms, so that erasure needs no rewriting."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class AuditPseudonym(Base):
    """Under which random name a member stands in the trail. It goes with the member: then nothing leads back, not even a key."""

    __tablename__ = "audit_pseudonym"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    pseudonym: Mapped[str] = mapped_column(unique=True)


class AuditEntry(Base):
    """One action. `actor` and `subject_member` are pseudonyms; `right` is steward, or a role in `group_id`."""

    __tablename__ = "audit_entry"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    actor: Mapped[str] = mapped_column(index=True)
    right: Mapped[str]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID | None]
    subject_member: Mapped[str | None] = mapped_column(index=True)
    group_id: Mapped[UUID | None] = mapped_column(index=True)
    reason: Mapped[str | None]
