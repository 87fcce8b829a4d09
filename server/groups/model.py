"""The tables of alumni groups: the group, its companies, memberships and roles; how one applies, and by which link one came."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, SmallInteger, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class AlumniGroup(Base):
    """The community of one or several companies' alumni.

    `run_by`: company | volunteers | jointly. `recognition`: official | acknowledged | none.
    `usual_days` is how long a decision usually takes, as the group says. `state`: proposed | admitted | declined | closed.
    `questions` are what it asks of who applies, in its own words. Why it was closed, everybody reads on its page.
    """

    __tablename__ = "alumni_group"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_en: Mapped[str | None]
    description: Mapped[str]
    description_en: Mapped[str | None]
    run_by: Mapped[str]
    recognition: Mapped[str]
    contact: Mapped[str | None]
    usual_days: Mapped[int] = mapped_column(SmallInteger, default=2)
    state: Mapped[str] = mapped_column(default="admitted", server_default="admitted")
    guidelines: Mapped[str | None]
    questions: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    created_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]
    closing_reason: Mapped[str | None]


class GroupCompany(Base):
    """A company whose alumni the group gathers."""

    __tablename__ = "group_company"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"), primary_key=True, index=True)


class GroupProposal(Base):
    """Who proposed a group, what they told the stewards of it, and, where it was declined, why."""

    __tablename__ = "group_proposal"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    note: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(default=now)
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None]


class GroupMembership(Base):
    """A member in a group. `state`: applied | approved | declined | left; it follows from the newest `GroupApplication`."""

    __tablename__ = "group_membership"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
    state: Mapped[str]
    since: Mapped[datetime] = mapped_column(default=now)


class GroupRole(Base):
    """A standing role. `role`: owner | operator | deputy | company_contact."""

    __tablename__ = "group_role"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
    role: Mapped[str]
    since: Mapped[datetime] = mapped_column(default=now)


class JoinLink(Base):
    """An address that a group's operator pastes where its alumni are; who opens it sees the group, and applies with `questions`.

    `label` says where it was pasted, for the operators. `most_uses` None: no limit but time; `used`: how many members
    came by it, each once. The token is no secret of a person:
    whoever has it may ask to join, nothing more, and operators copy it again; so it stands here as it is.
    """

    __tablename__ = "join_link"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), index=True)
    token: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    questions: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    most_uses: Mapped[int | None] = mapped_column(Integer)
    used: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    made_by: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class GroupApplication(Base):
    """A member asks to belong to a group. `state`: waiting | approved | declined | withdrawn; at most one waits for a member and group.

    `answers`: [{"question", "answer"}] as they were asked. `link_id` is how they came; null: on the group's page, or by what they declared.
    """

    __tablename__ = "group_application"
    __table_args__ = (
        Index("uq_group_application_waiting", "group_id", "member_id", unique=True, postgresql_where=text("state = 'waiting'")),
        Index("ix_group_application_waiting_since", "group_id", "applied_at", postgresql_where=text("state = 'waiting'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    link_id: Mapped[UUID | None] = mapped_column(ForeignKey("join_link.id", ondelete="SET NULL"), index=True)
    state: Mapped[str] = mapped_column(default="waiting")
    answers: Mapped[list[dict[str, str]]] = mapped_column(JSONB, default=list, server_default="[]")
    applied_at: Mapped[datetime] = mapped_column(default=now)
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None]


class ApplicationMessage(Base):
    """A question back to an applicant, in the group's name, or the applicant's answer to it."""

    __tablename__ = "application_message"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("group_application.id", ondelete="CASCADE"), index=True)
    from_group: Mapped[bool]
    body: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)
