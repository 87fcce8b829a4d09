"""Accounts at an OpenID provider, as their member sees them, and what one proved that waits on this browser."""

from datetime import datetime
from enum import Enum
from urllib.parse import urlsplit

import strawberry

from schema.context import Context
from schema.nodes import id_of
from server.accounts.model import Identity as Row
from server.accounts.reads import arrival_of, identities_of


@strawberry.type(description="An account at an OpenID provider that signs the viewer in.")
class Identity:
    """An identity."""

    id: strawberry.ID
    provider: str = strawberry.field(description="What members call the provider, or its host where it is no longer the configured one.")
    created_at: datetime
    last_used_at: datetime


@strawberry.enum(description="What a browser that came back from the OpenID provider still has to do.")
class ArrivalStep(Enum):
    """A step."""

    MAIL = strawberry.enum_value("mail", description="Answer the mail: the address has an account already.")
    JOIN = strawberry.enum_value("join", description="Fill in the form of joining; no mail is needed.")


@strawberry.type(description="What the OpenID provider proved on this browser, as long as it waits.")
class Arrival:
    """An arrival."""

    email: str = strawberry.field(description="The address that the provider has verified.")
    step: ArrivalStep


async def identities(context: Context) -> list[Identity]:
    """Return the caller's identities."""
    async with context.db.read() as session:
        rows = await identities_of(session, context.actor)
    return [
        Identity(id=id_of("Identity", row.id), provider=_provider(context, row), created_at=row.created_at, last_used_at=row.last_used_at)
        for row in rows
    ]


async def arrival(context: Context) -> Arrival | None:
    """Return what waits on the caller's browser."""
    if context.arrival is None:
        return None
    async with context.db.read() as session:
        row = await arrival_of(session, context.arrival)
    if row is None or row.email is None:
        return None
    return Arrival(email=row.email, step=ArrivalStep.JOIN if row.mail_request_id is None else ArrivalStep.MAIL)


def _provider(context: Context, row: Row) -> str:
    configured = context.parts.settings.oidc
    if configured is not None and configured.issuer == row.issuer:
        return configured.name
    return urlsplit(row.issuer).hostname or row.issuer
