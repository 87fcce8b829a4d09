"""The tables of rosters: an import with the ground on which it rests, who stands on it, how many were written to, and who said no."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Roster(Base):
    """One import of a list. `consent` is why these people may be written to, as who imported it said; null `imported_by`: the command line,
    or somebody who left the platform.

    Of its rows so many were `added`, `corrected` (further back, and not answered yet), `present` already and `refused`; who belongs by
    another way or said no for good is counted as rules.counted says (`unwanted` is of earlier imports, and is told to nobody).
    On `lapses_at` whoever did not accept is deleted.
    """

    __tablename__ = "roster"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), index=True)
    imported_by: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    consent: Mapped[str]
    added: Mapped[int] = mapped_column(Integer, default=0)
    corrected: Mapped[int] = mapped_column(Integer, default=0)
    present: Mapped[int] = mapped_column(Integer, default=0)
    unwanted: Mapped[int] = mapped_column(Integer, default=0)
    refused: Mapped[int] = mapped_column(Integer, default=0)
    imported_at: Mapped[datetime] = mapped_column(default=now)
    lapses_at: Mapped[datetime] = mapped_column(index=True)


class RosterEntry(Base):
    """Somebody on a group's list, once per address (folded as accounts are). `state`: waiting | invited | bounced | accepted.

    Who accepted is a member, and what the list said of them is theirs: only the address stays, so that the next import finds them.
    The company is no foreign key: it is followed through merges when it is read (companies.reads.standing_ids).
    """

    __tablename__ = "roster_entry"
    __table_args__ = (
        UniqueConstraint("group_id", "email"),
        Index(None, "group_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    roster_id: Mapped[UUID] = mapped_column(ForeignKey("roster.id", ondelete="CASCADE"), index=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"))
    email: Mapped[str] = mapped_column(index=True)
    name: Mapped[str | None]
    reading: Mapped[str | None]
    former_name: Mapped[str | None]
    company_id: Mapped[UUID | None]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    department: Mapped[str | None]
    title: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="waiting")
    token_hash: Mapped[bytes | None] = mapped_column(unique=True)
    # Of the address that mail programs call for who wants no more; it can say no, and nothing else, since it stands in logs.
    refusal_hash: Mapped[bytes | None] = mapped_column(unique=True)
    invited_at: Mapped[datetime | None]
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    answered_at: Mapped[datetime | None]


class InvitationBatch(Base):
    """How many people of a group's lists were written to at once, also of those whom no list holds any more; kept for a day."""

    __tablename__ = "invitation_batch"
    __table_args__ = (Index(None, "group_id", "sent_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(Integer)
    sent_at: Mapped[datetime] = mapped_column(default=now, index=True)


class InvitationOptOut(Base):
    """An address that wants no invitation of any group any more. Only its hash is kept: it says no, and to nobody who it is.

    Who has the database alone can try no address on it, since the hash is made with the deployment's secret. `keyed` False: as earlier
    releases wrote it, whose hash is the new one's input (commands.key_opt_outs).
    """

    __tablename__ = "invitation_opt_out"

    email_hash: Mapped[bytes] = mapped_column(primary_key=True)
    keyed: Mapped[bool] = mapped_column(server_default=false())
    at: Mapped[datetime] = mapped_column(default=now)
