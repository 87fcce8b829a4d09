"""The tables of accounts: members, their sessions and identities, and the requests to sign in or up that wait for an answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Member(Base):
    """A person with an account. `authz_version` is raised in every transaction that takes a right away."""

    __tablename__ = "member"
    __table_args__ = (Index("uq_member_email_folded", text("lower(email)"), unique=True),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    email: Mapped[str]
    language: Mapped[str] = mapped_column(default="ja")
    is_steward: Mapped[bool] = mapped_column(default=False)
    authz_version: Mapped[int] = mapped_column(default=0)
    terms_version: Mapped[str]
    terms_accepted_at: Mapped[datetime] = mapped_column(default=now)
    created_at: Mapped[datetime] = mapped_column(default=now)


class SignInSession(Base):
    """A signed-in browser. Only the hash of its token is kept."""

    __tablename__ = "session"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    device: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_seen_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SignInRequest(Base):
    """A wish to sign in (or up, with `registration`) that waits for its mail to be answered.

    The worker that sends the mail makes token and code, and keeps only their hashes; a request is used once.
    """

    __tablename__ = "sign_in_request"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    email: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    registration: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    token_hash: Mapped[bytes | None] = mapped_column(unique=True)
    code_hash: Mapped[bytes | None]
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Identity(Base):
    """An account at an OpenID provider that signs one member in. Its subject is all that is kept of it."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    issuer: Mapped[str]
    subject: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_used_at: Mapped[datetime] = mapped_column(default=now)


class OidcRequest(Base):
    """A browser that was sent to the OpenID provider, and what it came back with.

    `used_at`: its answer was taken, once. `subject` and `email`, both proven, stand here only while the browser has still to
    answer the mail `mail_request_id`, or to fill in the form of joining.
    """

    __tablename__ = "oidc_request"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    issuer: Mapped[str]
    state_hash: Mapped[bytes] = mapped_column(unique=True)
    browser_hash: Mapped[bytes] = mapped_column(index=True)
    nonce: Mapped[str]
    verifier: Mapped[str]
    next_path: Mapped[str]
    language: Mapped[str]
    subject: Mapped[str | None]
    email: Mapped[str | None]
    mail_request_id: Mapped[UUID | None] = mapped_column(ForeignKey("sign_in_request.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
