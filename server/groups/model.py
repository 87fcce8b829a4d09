"""The tables of alumni groups: the group, its companies, its memberships and its roles."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class AlumniGroup(Base):
    """The community of one or several companies' alumni.

    `run_by`: company | volunteers | jointly. `recognition`: official | acknowledged | none.
    `usual_days` is how long a decision usually takes, as the group says.
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
    created_at: Mapped[datetime] = mapped_column(default=now)


class GroupCompany(Base):
    """A company whose alumni the group gathers."""

    __tablename__ = "group_company"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"), primary_key=True, index=True)


class GroupMembership(Base):
    """A member in a group. `state`: applied | approved | declined | left; the confirmation of an affiliation approves it."""

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
