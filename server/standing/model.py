"""The tables of standing queries: the filter and how its member is told, the terms it is looked up by, and what met it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, SmallInteger, false, text
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class StandingQuery(Base):
    """One saved filter over what `about` (a rules.Subject) says; `channel` is a rules.Channel.

    Its other columns are those of opportunities.rules.OpportunityFilter, or of people.rules.filters.PeopleFilter. One over people has been
    looked at for who came until `looked_at`.
    """

    __tablename__ = "standing_query"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    about: Mapped[str] = mapped_column(default="opportunities")
    name: Mapped[str]
    channel: Mapped[str]
    text: Mapped[str]
    kinds: Mapped[list[str]]
    directions: Mapped[list[str]]
    skills: Mapped[list[UUID]]
    companies: Mapped[list[UUID]]
    groups: Mapped[list[UUID]]
    remote: Mapped[bool | None]
    verification: Mapped[int | None] = mapped_column(SmallInteger)
    places: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    languages: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    availability: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    with_me: Mapped[bool] = mapped_column(default=False, server_default=false())
    saved_at: Mapped[datetime] = mapped_column(default=now)
    paused_at: Mapped[datetime | None]
    looked_at: Mapped[datetime | None]


class StandingTerm(Base):
    """One of the terms of a query's rarest condition: no post meets it that has none of them. A paused query has no rows here."""

    __tablename__ = "standing_term"

    term: Mapped[str] = mapped_column(primary_key=True)
    query_id: Mapped[UUID] = mapped_column(ForeignKey("standing_query.id", ondelete="CASCADE"), primary_key=True, index=True)


class StandingMatch(Base):
    """A post that met a query, once. `told_at`: its member was told of the post, or knew it; null: it waits for their digest."""

    __tablename__ = "standing_match"
    __table_args__ = (Index("ix_standing_match_waiting", "query_id", postgresql_where=text("told_at IS NULL")),)

    query_id: Mapped[UUID] = mapped_column(ForeignKey("standing_query.id", ondelete="CASCADE"), primary_key=True)
    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("opportunity.id", ondelete="CASCADE"), primary_key=True, index=True)
    matched_at: Mapped[datetime] = mapped_column(default=now)
    told_at: Mapped[datetime | None]
