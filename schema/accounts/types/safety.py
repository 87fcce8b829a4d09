"""What keeps the caller's account, as they see it: sessions, passkeys, the app, recovery codes, a change of address under way."""

from datetime import datetime
from enum import Enum

import strawberry

from schema.context import Context
from schema.nodes import id_of
from server.accounts.model import EmailChange as EmailChangeRow
from server.accounts.reads import safety_of, sessions_of
from server.kit.text import sentence


@strawberry.enum(description="How a session was opened.")
class SignInMethod(Enum):
    """The values of rules.Method."""

    MAIL = "mail"
    PASSKEY = "passkey"
    OIDC = "oidc"
    DEMO = "demo"


@strawberry.type(description="A browser on which the viewer is signed in.")
class Session:
    """A session."""

    id: strawberry.ID
    device: str = strawberry.field(description="The browser and the system, in plain words.")
    created_at: datetime
    last_seen_at: datetime = strawberry.field(description="To the hour.")
    current: bool = strawberry.field(description="Whether this request came from it.")
    method: SignInMethod
    strong: bool = strawberry.field(description="Whether a passkey or a second factor was given in it.")


@strawberry.type(description="A passkey of the viewer's.")
class Passkey:
    """A passkey."""

    id: strawberry.ID
    name: str
    created_at: datetime
    last_used_at: datetime | None


@strawberry.type(description="Another address that waits for both addresses to confirm it.")
class EmailChange:
    """A change under way."""

    new_email: str
    old_confirmed: bool
    new_confirmed: bool
    expires_at: datetime


@strawberry.type(description="What keeps the viewer's account.")
class Safety:
    """Factors, and until when they may be changed."""

    passkeys: list[Passkey]
    totp: bool = strawberry.field(description="Whether an authenticator app is set up.")
    recovery_codes_left: int
    proven_until: datetime | None = strawberry.field(
        description="Until then this session may change what stands here; later, or null, it proves itself first."
    )
    email_change: EmailChange | None


async def own_sessions(context: Context) -> list[Session]:
    """Return where the caller is signed in, the one used last first."""
    async with context.db.read() as session:
        rows = await sessions_of(session, context.actor)
    return [
        Session(
            id=id_of("Session", row.id),
            device=row.device or sentence(context.language, "accounts.unknown_device"),
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            current=row.id == context.actor.session_id,
            method=SignInMethod(row.method),
            strong=row.strong_at is not None,
        )
        for row in rows
    ]


async def own_safety(context: Context) -> Safety:
    """Return what keeps the caller's account."""
    async with context.db.read() as session:
        found = await safety_of(session, context.actor)
    return Safety(
        passkeys=[
            Passkey(id=id_of("Passkey", row.id), name=row.name, created_at=row.created_at, last_used_at=row.last_used_at)
            for row in found.passkeys
        ],
        totp=found.totp,
        recovery_codes_left=found.recovery_codes,
        proven_until=found.proven_until,
        email_change=None if found.email_change is None else _change(found.email_change),
    )


def _change(row: EmailChangeRow) -> EmailChange:
    return EmailChange(
        new_email=row.new_email,
        old_confirmed=row.old_confirmed_at is not None,
        new_confirmed=row.new_confirmed_at is not None,
        expires_at=row.expires_at,
    )
