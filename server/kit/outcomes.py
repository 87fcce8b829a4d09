"""Idempotency: what became of a mutation that a client may send again, kept for 48 hours per member and mutation."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base
from server.kit.ids import MemberId
from server.kit.refusal import Invalid

KEPT = timedelta(hours=48)


class BadMutationId(Invalid):
    """A clientMutationId is 8 to 64 printable characters long."""


class MutationOutcome(Base):
    """The id of what a mutation made or changed. A row without it belongs to a transaction still under way."""

    __tablename__ = "mutation_outcome"

    member_id: Mapped[UUID] = mapped_column(primary_key=True)
    mutation: Mapped[str] = mapped_column(primary_key=True)
    client_mutation_id: Mapped[str] = mapped_column(primary_key=True)
    outcome_id: Mapped[UUID | None]
    created_at: Mapped[datetime] = mapped_column(default=now, index=True)


async def once(
    session: AsyncSession, member: MemberId, mutation: str, client_mutation_id: str | None, act: Callable[[], Awaitable[UUID]]
) -> UUID:
    """Run `act` unless the member's mutation with this id was committed before; return the id of its outcome either way.

    Two at once wait for each other on the key: the second finds the first one's outcome, or acts when the first was refused.
    """
    if client_mutation_id is None:
        return await act()
    if not (8 <= len(client_mutation_id) <= 64 and client_mutation_id.isprintable()):
        raise BadMutationId("clientMutationId")
    key = {"member_id": member, "mutation": mutation, "client_mutation_id": client_mutation_id}
    row = [getattr(MutationOutcome, name) == value for name, value in key.items()]
    taken = upsert(MutationOutcome).values(**key, created_at=now()).on_conflict_do_nothing().returning(MutationOutcome.mutation)
    if await session.scalar(taken) is None:
        return (await session.scalars(select(MutationOutcome.outcome_id).where(*row))).one() or await act()
    outcome = await act()
    await session.execute(update(MutationOutcome).where(*row).values(outcome_id=outcome))
    return outcome


async def forget_old(session: AsyncSession) -> None:
    """Delete outcomes older than 48 hours."""
    await session.execute(delete(MutationOutcome).where(MutationOutcome.created_at < now() - KEPT))


async def forget_member(session: AsyncSession, member: MemberId) -> None:
    """Delete the outcomes of a member, and those that name them."""
    mine = or_(MutationOutcome.member_id == member, MutationOutcome.outcome_id == member)
    await session.execute(delete(MutationOutcome).where(mine))
