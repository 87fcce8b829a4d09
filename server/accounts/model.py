"""The tables of accounts: members, sessions, identities, what proves who they are, requests that wait, and who is leaving."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import uuid7


class Member(Base):
    """A person with an account. `authz_version` is raised in every transaction that takes a right away.

    `queue_mail`: the weekly mail of what waits for their decision may go to them; it says nothing of who decides nothing.
    """

    __tablename__ = "member"
    __table_args__ = (Index("uq_member_email_folded", text("lower(email)"), unique=True),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    email: Mapped[str]
    language: Mapped[str] = mapped_column(default="ja")
    is_steward: Mapped[bool] = mapped_column(default=False)
    authz_version: Mapped[int] = mapped_column(default=0)
    queue_mail: Mapped[bool] = mapped_column(default=True, server_default=text("true"))
    terms_version: Mapped[str]
    terms_accepted_at: Mapped[datetime] = mapped_column(default=now)
    created_at: Mapped[datetime] = mapped_column(default=now)


class SignInSession(Base):
    """A signed-in browser. Only the hash of its token is kept.

    `method` says how it was opened (rules.METHODS), `strong_at` when a passkey or a second factor was last given in it.
    """

    __tablename__ = "session"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    device: Mapped[str]
    method: Mapped[str] = mapped_column(default="mail", server_default="mail")
    strong_at: Mapped[datetime | None]
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


class Passkey(Base):
    """A passkey of the member's: the public half of a key that a device or a password manager keeps."""

    __tablename__ = "passkey"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(unique=True)
    public_key: Mapped[bytes]
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    transports: Mapped[list[str]]
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_used_at: Mapped[datetime | None]


class Challenge(Base):
    """A question that one passkey's answer fits, kept here so that several processes share it and a replay finds it used.

    `purpose` is register, sign_in or step_up; a sign-in does not know yet whose it will be.
    """

    __tablename__ = "passkey_challenge"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    challenge: Mapped[bytes] = mapped_column(unique=True)
    purpose: Mapped[str]
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]


class Totp(Base):
    """The member's authenticator app. Its secret is sealed; `last_step` is that of the last code, so that each serves once."""

    __tablename__ = "totp"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    secret: Mapped[bytes]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int | None] = mapped_column(BigInteger)
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    tried_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class RecoveryCode(Base):
    """One of ten codes on paper; only its hash is kept, and it serves once."""

    __tablename__ = "recovery_code"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    used_at: Mapped[datetime | None]


class EmailChange(Base):
    """A wish for another address, which both addresses must confirm by the link in a mail of their own."""

    __tablename__ = "email_change"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    old_email: Mapped[str]
    new_email: Mapped[str]
    old_token_hash: Mapped[bytes | None] = mapped_column(unique=True)
    new_token_hash: Mapped[bytes | None] = mapped_column(unique=True)
    old_confirmed_at: Mapped[datetime | None]
    new_confirmed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Departure(Base):
    """A member who asked to leave: nobody sees them from now on, and at `erase_at` they are erased; until then they can stay.

    Without `erase_at` the member is nobody any more: a place without name and address, to which what others wrote refers.
    """

    __tablename__ = "departure"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True)
    asked_at: Mapped[datetime] = mapped_column(default=now)
    erase_at: Mapped[datetime | None] = mapped_column(index=True)
    reminded_at: Mapped[datetime | None]
