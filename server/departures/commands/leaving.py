"""How a member asks to leave, and takes that back: for fourteen days, during which nobody else sees them."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import locked_account, note_departure, take_departure_back
from server.accounts.commands.factors import check_proven
from server.accounts.model import Departure
from server.accounts.reads import departure_of, other_stewards
from server.departures.errors import AlreadyLeaving, LastOperator, LastSteward, NotLeaving
from server.departures.events import DepartureAsked, DepartureReminded, DepartureWithdrawn
from server.departures.rules import DAYS, REMINDED_BEFORE
from server.groups.commands import hold_groups_of
from server.groups.reads import groups_left_alone
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.kit.refusal import NotSignedIn


async def ask_departure(session: AsyncSession, actor: Actor) -> Departure:
    """Let the actor leave in fourteen days; raise ProofNeeded, AlreadyLeaving, LastOperator or LastSteward."""
    member = await check_proven(session, actor)
    # Groups before accounts, as every change of a role takes them.
    await hold_groups_of(session, member)
    await locked_account(session, member)
    if await departure_of(session, member) is not None:
        raise AlreadyLeaving
    await check_replaceable(session, member)
    row = await note_departure(session, member, now() + DAYS)
    record(session, DepartureAsked(member_id=member))
    return row


async def withdraw_departure(session: AsyncSession, actor: Actor) -> MemberId:
    """Let the actor stay as they were; raise NotLeaving."""
    member = _member(actor)
    if not await take_departure_back(session, member):
        raise NotLeaving
    record(session, DepartureWithdrawn(member_id=member))
    return member


async def check_replaceable(session: AsyncSession, member: MemberId) -> None:
    """Raise LastOperator or LastSteward where somebody else must take over first; of two who ask at once, the second is refused."""
    await hold_groups_of(session, member)
    await one_at_a_time(session, "departures")
    for group in await groups_left_alone(session, member):
        raise LastOperator(group=group.name)
    account = await locked_account(session, member)
    if account is not None and account.is_steward and not await other_stewards(session, member):
        raise LastSteward


async def remind_of_departures(session: AsyncSession) -> None:
    """Have those reminded, once, whose day is near."""
    near = (Departure.erase_at <= now() + REMINDED_BEFORE, Departure.reminded_at.is_(None))
    told = update(Departure).where(*near).values(reminded_at=now()).returning(Departure.member_id)
    for member in await session.scalars(told.execution_options(synchronize_session=False)):
        record(session, DepartureReminded(member_id=MemberId(member)))


def _member(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    return actor.member_id
