"""The tables of companies: one canonical row each, and every name it is known by."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Company(Base):
    """A company or public body (`kind`: company | public_body). A proposed one is usable at once."""

    __tablename__ = "company"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    name: Mapped[str]
    name_en: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default="company")
    industry: Mapped[str | None]
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

    `kind`: canonical | english | alias | abbreviation | former | successor | reading.
    """

    __tablename__ = "company_name"
    __table_args__ = (UniqueConstraint("company_id", "folded"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"))
    text: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
