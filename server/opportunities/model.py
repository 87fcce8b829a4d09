"""The tables of opportunities: the post, where it stands, its versioned terms, its skills, and the responses to it with their labels."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, SmallInteger, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Opportunity(Base):
    """One post. `kind` and `direction` are rules.Kind and rules.Direction, in lower case.

    `audience` is a kit.actor.Level: ANYONE, SIGNED_IN, VERIFIED, or CHOSEN_GROUPS (then opportunity_group has rows).
    `places` are the codes of where it takes place (rules.places_of); None: nobody has read it yet, as after an earlier release.
    It is live until its last day has ended in Asia/Tokyo, unless it was closed or hidden everywhere (`hidden_at`).
    """

    __tablename__ = "opportunity"
    __table_args__ = (Index("ix_opportunity_posted_at_id", "posted_at", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    direction: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    place: Mapped[str | None]
    places: Mapped[list[str] | None]
    remote: Mapped[bool] = mapped_column(default=False)
    audience: Mapped[int] = mapped_column(SmallInteger)
    on_behalf_of: Mapped[str | None]
    terms_version: Mapped[int] = mapped_column(Integer, default=1)
    terms_changed_at: Mapped[datetime] = mapped_column(default=now)
    posted_at: Mapped[datetime] = mapped_column(default=now)
    edited_at: Mapped[datetime | None]
    last_day: Mapped[date] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str | None]
    hidden_at: Mapped[datetime | None]
    hidden_reason: Mapped[str | None]


class OpportunityGroup(Base):
    """A group that the post stands in; an operator's hide binds this group only."""

    __tablename__ = "opportunity_group"

    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("opportunity.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("alumni_group.id", ondelete="CASCADE"), primary_key=True, index=True)
    hidden_at: Mapped[datetime | None]
    hidden_reason: Mapped[str | None]


class OpportunityExclusion(Base):
    """The post is not shown to whoever has to do with a company, or to one member; exactly one of the two. Nobody is told."""

    __tablename__ = "opportunity_exclusion"
    __table_args__ = (
        CheckConstraint("num_nonnulls(company_id, other_id) = 1", name="one"),
        UniqueConstraint("opportunity_id", "company_id"),
        UniqueConstraint("opportunity_id", "other_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("opportunity.id", ondelete="CASCADE"))
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)


class OpportunitySkill(Base):
    """A skill that the post asks for or offers."""

    __tablename__ = "opportunity_skill"

    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("opportunity.id", ondelete="CASCADE"), primary_key=True)
    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skill.id"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(SmallInteger, default=0)


class OpportunityTerms(Base):
    """One version of the terms: {key: text}. Older versions stay, so that what a responder read can be shown."""

    __tablename__ = "opportunity_terms"

    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("opportunity.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    terms: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(default=now)


class Response(Base):
    """A raised hand. `state`: responded | talking | agreed | declined | withdrawn; agreed needs both sides' record."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("opportunity_id", "responder_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("opportunity.id", ondelete="CASCADE"))
    responder_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    terms_version: Mapped[int] = mapped_column(Integer)
    note: Mapped[str]
    state: Mapped[str] = mapped_column(default="responded")
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversation.id", ondelete="SET NULL"), unique=True)
    author_agreed_at: Mapped[datetime | None]
    responder_agreed_at: Mapped[datetime | None]
    responded_at: Mapped[datetime] = mapped_column(default=now)
    last_activity_at: Mapped[datetime] = mapped_column(default=now, index=True)


class ResponseLabel(Base):
    """A response without a name says this instead, until its talk is taken up and the row goes. `breadth` is a rules.Breadth.

    `breadth` is the finest that it may say; what it says of a day depends on who is around it then.
    """

    __tablename__ = "response_label"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("response.id", ondelete="CASCADE"), primary_key=True)
    breadth: Mapped[str]
    industry: Mapped[str | None]
    band: Mapped[int | None] = mapped_column(SmallInteger)


class ResponseCircle(Base):
    """Somebody of whom the label was true too when it was given, at one breadth; who once falls out does not come back."""

    __tablename__ = "response_circle"

    response_id: Mapped[UUID] = mapped_column(ForeignKey("response_label.response_id", ondelete="CASCADE"), primary_key=True)
    breadth: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
