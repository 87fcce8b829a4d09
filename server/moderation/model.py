"""The table of reports; what operators hide stands on the post itself."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Report(Base):
    """A member's report. `subject_kind`: opportunity | member | conversation; `group_id` null: the stewards decide.

    Of a conversation a moderator reads `excerpt` only: what the reporter chose to show. `decision`: hidden | dismissed.
    """

    __tablename__ = "report"
    __table_args__ = (
        # One open report of a member about one thing; the decided ones stay.
        Index("uq_report_open", "reporter_id", "subject_kind", "subject_id", unique=True, postgresql_where=text("decided_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    reporter_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[UUID] = mapped_column(index=True)
    # The member whom the report is about: the author, the person, the other participant.
    about_member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("alumni_group.id"), index=True)
    reason: Mapped[str]
    note: Mapped[str | None]
    excerpt: Mapped[str | None]
    filed_at: Mapped[datetime] = mapped_column(default=now)
    decision: Mapped[str | None]
    decision_reason: Mapped[str | None]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    decided_at: Mapped[datetime | None] = mapped_column(index=True)
