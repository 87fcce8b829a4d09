"""The tables of people: profile with a level per field, affiliations and what confirms them, skills, steps, blocks, exclusions."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.actor import Level
from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7

_VERIFIED = int(Level.VERIFIED)


class Profile(Base):
    """What a member says of themselves. Each `*_level` is a kit.actor.Level: who may see that field.

    The name follows `listed_level`; the reading and the romanised form follow the name.
    """

    __tablename__ = "profile"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str]
    reading: Mapped[str | None]
    romanised: Mapped[str | None]
    former_name: Mapped[str | None]
    present_position: Mapped[str | None]
    headline: Mapped[str | None]
    bio: Mapped[str | None]
    place: Mapped[str | None]
    gives: Mapped[list[str]] = mapped_column(default=list)
    asks: Mapped[list[str]] = mapped_column(default=list)
    # Codes of BCP 47, the best first.
    languages: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    links: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    # now | talk | considering | not_now
    availability: Mapped[str | None]
    availability_to_employer: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Names the stored picture; anew with every change, so that an address tells nothing of the next one.
    photo: Mapped[str | None]
    listed_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    former_name_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    present_position_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    headline_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    bio_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    place_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    gives_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    asks_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    skills_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED)
    languages_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED, server_default=str(_VERIFIED))
    links_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED, server_default=str(_VERIFIED))
    availability_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED, server_default=str(_VERIFIED))
    photo_level: Mapped[int] = mapped_column(SmallInteger, default=_VERIFIED, server_default=str(_VERIFIED))
    # Set by the confirmation of a first affiliation, in the same transaction; taken back with the last one.
    verified_at: Mapped[datetime | None] = mapped_column(index=True)
    updated_at: Mapped[datetime] = mapped_column(default=now)


class PresentEmployer(Base):
    """Where a member works now, picked beside what the profile says: it sees nothing of their availability unless they want it to."""

    __tablename__ = "present_employer"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), index=True)


class ProfileCircle(Base):
    """A group or a company (`kind`: group | company) that the member chose: it sees the fields of the level CHOSEN_GROUPS."""

    __tablename__ = "profile_circle"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    circle_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]


class Skill(Base):
    """A skill with one canonical name; `folded` is for matching."""

    __tablename__ = "skill"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    name: Mapped[str]
    folded: Mapped[str] = mapped_column(unique=True)


class SkillSynonym(Base):
    """Another name of a skill, folded: whoever types it means that skill."""

    __tablename__ = "skill_synonym"

    folded: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skill.id", ondelete="CASCADE"), index=True)


class MemberSkill(Base):
    """A member says that they have a skill."""

    __tablename__ = "member_skill"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skill.id"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(SmallInteger, default=0)


class DismissedStep(Base):
    """A next step that the member put away: it is not suggested again. `step` is a rules.steps.Step."""

    __tablename__ = "dismissed_step"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)


class Affiliation(Base):
    """member × company × tenure, in months (the day is always 1; `ended_on` is the last month).

    `verification`: 0 self-declared, 10 former colleague, 20 operator, 30 company. `state`: awaiting | confirmed | declined.
    """

    __tablename__ = "affiliation"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="tenure"),
        Index("ix_affiliation_waiting", "company_id", postgresql_where=text("state = 'awaiting'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"), index=True)
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    department: Mapped[str | None]
    title: Mapped[str | None]
    verification: Mapped[int] = mapped_column(SmallInteger, default=0)
    state: Mapped[str] = mapped_column(default="awaiting", index=True)
    declared_at: Mapped[datetime] = mapped_column(default=now)


class AffiliationReview(Base):
    """A decision on an affiliation: who, when, with which right, and why."""

    __tablename__ = "affiliation_review"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    affiliation_id: Mapped[UUID] = mapped_column(ForeignKey("affiliation.id", ondelete="CASCADE"), index=True)
    # confirmed | declined | revoked (the confirmation at `level` is taken back) | lapsed (its member gave other months)
    outcome: Mapped[str]
    level: Mapped[int] = mapped_column(SmallInteger)
    # Null when a steward decided.
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("alumni_group.id"), index=True)
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    reason: Mapped[str | None]
    decided_at: Mapped[datetime] = mapped_column(default=now)


class Vouch(Base):
    """A former colleague's word that they were there too; it rests on an affiliation of their own, and confirms while that stands.

    `state`: standing | held (seen by who decides, without any effect; `held_because` is a rules.vouching.Holding) | withdrawn | revoked.
    The months are those that both tenures share. A voucher who left the platform is null; their word stays.
    """

    __tablename__ = "vouch"
    __table_args__ = (UniqueConstraint("affiliation_id", "voucher_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    affiliation_id: Mapped[UUID] = mapped_column(ForeignKey("affiliation.id", ondelete="CASCADE"))
    voucher_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    rests_on_id: Mapped[UUID | None] = mapped_column(ForeignKey("affiliation.id", ondelete="SET NULL"), index=True)
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    statement: Mapped[str | None]
    state: Mapped[str]
    held_because: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]


class ConfirmationRequest(Base):
    """A member asks for an affiliation to be confirmed. `asked`: link | colleagues | company; of a link only the hash is kept."""

    __tablename__ = "confirmation_request"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    affiliation_id: Mapped[UUID] = mapped_column(ForeignKey("affiliation.id", ondelete="CASCADE"), index=True)
    asked: Mapped[str]
    token_hash: Mapped[bytes | None] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Block(Base):
    """One member does not want to meet another; it works in both directions, and tells nobody."""

    __tablename__ = "block"

    blocker_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    blocked_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
    at: Mapped[datetime] = mapped_column(default=now)


class Exclusion(Base):
    """The member is not shown to whoever has to do with a company, or to one other member; exactly one of the two. Nobody is told."""

    __tablename__ = "exclusion"
    __table_args__ = (
        CheckConstraint("num_nonnulls(company_id, other_id) = 1", name="one"),
        UniqueConstraint("member_id", "company_id"),
        UniqueConstraint("member_id", "other_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"))
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)


class Connection(Base):
    """Two members are connected: one row in each direction, since both asked for it."""

    __tablename__ = "connection"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
    since: Mapped[datetime] = mapped_column(default=now)


class ConnectionRequest(Base):
    """One member asks another to be connected. `state` is a rules.connections.Wish; once they are connected the row is gone."""

    __tablename__ = "connection_request"
    __table_args__ = (UniqueConstraint("from_id", "to_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    from_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    note: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="asked")
    at: Mapped[datetime] = mapped_column(default=now)
    # When it was declined; it stays when the asker withdraws and asks again: rules.connections.renewed.
    decided_at: Mapped[datetime | None]
