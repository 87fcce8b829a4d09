"""The tables of companies: one canonical row each, every name it is known by, who proposed it, and where a merged one went."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Company(Base):
    """A company or public body (`kind`: company | public_body). A proposed one is usable at once.

    `industry` is a key of data/industries.toml; `size_band` (of people: under_100 | 100_999 | 1000_9999 | 10000_up) is null where
    it is not known for certain.
    """

    __tablename__ = "company"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    name: Mapped[str]
    name_en: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default="company")
    industry: Mapped[str | None]
    size_band: Mapped[str | None]
    proposed: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=now)


class Succession(Base):
    """One company went on as another: renamed, merged, split. Its people are each other's colleagues, in both directions."""

    __tablename__ = "company_succession"
    __table_args__ = (CheckConstraint("predecessor_id <> successor_id", name="two"),)

    predecessor_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), primary_key=True)
    successor_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), primary_key=True, index=True)


class Kin(Base):
    """Derived from the successions: every earlier and every later company of a company. Whoever asks needs no recursion."""

    __tablename__ = "company_kin"

    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), primary_key=True)
    kin_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), primary_key=True, index=True)


class CompanyName(Base):
    """A name that finds the company; `folded` is for matching.

    `kind`: canonical | english | alias | abbreviation | former | successor | reading | romaji; the last is a key, and never shown.
    """

    __tablename__ = "company_name"
    __table_args__ = (UniqueConstraint("company_id", "folded"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"))
    text: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]


class Proposal(Base):
    """Who named a company that was missing, so that they are told what became of it."""

    __tablename__ = "company_proposal"

    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)


class MergedCompany(Base):
    """Where a company went that is no more: forms, filters and addresses that still hold its id lead there."""

    __tablename__ = "company_merged"

    from_id: Mapped[UUID] = mapped_column(primary_key=True)
    into_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    name: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)
