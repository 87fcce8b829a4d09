"""Connections: one asks, the other accepts or says nothing, and either ends it; what is asked twice or answered twice changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.jobs import one_at_a_time
from server.kit.log import inbox, record
from server.kit.refusal import NotSignedIn, NotThere
from server.people import rules
from server.people.errors import HiddenFromThem, NotAsked, OneselfConnected
from server.people.events import (
    ConnectionAccepted,
    ConnectionAsked,
    ConnectionDeclined,
    ConnectionEnded,
    ConnectionRequestWithdrawn,
)
from server.people.model import Connection, ConnectionRequest, Exclusion, Profile
from server.people.reads import connections_between
from server.people.rules.connections import (
    LONGEST_NOTE,
    QUIET_AFTER_DECLINE,
    REQUEST_STANDS,
    Between,
    Wish,
    is_told_again,
    renewed,
    stands,
    waits,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionWish:
    """With whom the actor wants to be connected, and a word for them."""

    member_id: MemberId
    note: str | None = None


async def ask_for_connection(session: AsyncSession, actor: Actor, wish: ConnectionWish) -> MemberId:
    """Ask; where the other asks too, both are connected at once. Raise NotThere, HiddenFromThem or OneselfConnected."""
    note = rules.optional_line("note", wish.note, LONGEST_NOTE)
    member, other = await _two(session, actor, wish.member_id)
    if await _between(session, actor, other) is Between.CONNECTED:
        return other
    moment, theirs, mine = now(), await _request(session, other, member), await _request(session, member, other)
    # Also one that the actor declined: who asked does not know of that, and still asks.
    if theirs is not None and stands(theirs.state, theirs.at, moment):
        await _connect(session, other, member, moment)
    elif mine is None or not stands(mine.state, mine.at, moment):
        await _refuse_hidden(session, member, other)
        _ask(session, (member, other), mine, note, moment)
    return other


async def accept_connection(session: AsyncSession, actor: Actor, other: MemberId) -> MemberId:
    """Accept who asks the actor; raise NotAsked where nothing of theirs waits."""
    member, other = await _two(session, actor, other)
    between = await _between(session, actor, other)
    if between is Between.CONNECTED:
        return other
    if between is not Between.ASKS_VIEWER:
        raise NotAsked
    await _connect(session, other, member, now())
    return other


async def decline_connection(session: AsyncSession, actor: Actor, other: MemberId) -> MemberId:
    """Decline who asks the actor; they are not told, and asking again reaches nobody for half a year."""
    member, other = await _two(session, actor, other)
    await _between(session, actor, other)
    moment, request = now(), await _request(session, other, member)
    if request is not None and waits(request.state, request.at, moment):
        request.state, request.decided_at = Wish.DECLINED.value, moment
        record(session, ConnectionDeclined(asker_id=other, asked_id=member))
    return other


async def withdraw_connection_request(session: AsyncSession, actor: Actor, other: MemberId) -> MemberId:
    """Ask no longer, also somebody whom the actor does not see any more."""
    member, other = await _two(session, actor, other)
    request = await _request(session, member, other)
    if request is None:
        await _between(session, actor, other)
    elif stands(request.state, request.at, now()):
        request.state = Wish.WITHDRAWN.value
        record(session, ConnectionRequestWithdrawn(asker_id=member, asked_id=other))
    return other


async def end_connection(session: AsyncSession, actor: Actor, other: MemberId) -> MemberId:
    """End it, for both; the other is not told. Also with somebody whom the actor does not see any more."""
    member, other = await _two(session, actor, other)
    # Where nothing connects them it changes nothing: a refusal would tell who blocks or hides from who only went out of sight.
    if await _disconnect(session, member, other):
        record(session, ConnectionEnded(member_id=member, other_id=other))
    return other


async def part(session: AsyncSession, member: MemberId, other: MemberId) -> None:
    """End what connects two of whom one blocks the other or hides from them, and what they asked.

    A decline stays remembered, and what the other asked counts as one.

    Until the transaction ends, neither can ask the other anew: they wait, and then see that they do not meet.
    """
    await _one_pair_at_a_time(session, member, other)
    if await _disconnect(session, member, other):
        record(session, ConnectionEnded(member_id=member, other_id=other))
    moment, mine, theirs = now(), await _request(session, member, other), await _request(session, other, member)
    if mine is not None and stands(mine.state, mine.at, moment):
        mine.state = Wish.WITHDRAWN.value
        record(session, ConnectionRequestWithdrawn(asker_id=member, asked_id=other))
    # What the other asked looks as if it waited on, as after a decline: what is taken back later leaves nothing to notice.
    if theirs is not None and waits(theirs.state, theirs.at, moment):
        theirs.state, theirs.decided_at = Wish.DECLINED.value, moment
        record(session, ConnectionDeclined(asker_id=other, asked_id=member))


async def forget_old_requests(session: AsyncSession) -> None:
    """Delete requests that stand for nobody any more, once no decline of them is remembered either."""
    moment = now()
    remembered = and_(ConnectionRequest.decided_at.is_not(None), ConnectionRequest.decided_at > moment - QUIET_AFTER_DECLINE)
    await session.execute(delete(ConnectionRequest).where(ConnectionRequest.at <= moment - REQUEST_STANDS, ~remembered))


async def _two(session: AsyncSession, actor: Actor, other: MemberId) -> tuple[MemberId, MemberId]:
    """Return the actor and the other, whose connection nobody else changes until the transaction ends."""
    if actor.member_id is None:
        raise NotSignedIn
    if actor.member_id == other:
        raise OneselfConnected
    await _one_pair_at_a_time(session, actor.member_id, other)
    return actor.member_id, other


async def _one_pair_at_a_time(session: AsyncSession, member: MemberId, other: MemberId) -> None:
    await one_at_a_time(session, f"connection:{min(member, other)}:{max(member, other)}")


async def _between(session: AsyncSession, actor: Actor, other: MemberId) -> Between:
    """Return how the two stand to each other; raise NotThere for whom the actor does not see, or could not be connected with."""
    found = await connections_between(session, actor, [other])
    if other not in found:
        raise NotThere
    return found[other].between


async def _request(session: AsyncSession, asker: MemberId, asked: MemberId) -> ConnectionRequest | None:
    of_two = select(ConnectionRequest).where(ConnectionRequest.from_id == asker, ConnectionRequest.to_id == asked)
    found: ConnectionRequest | None = await session.scalar(of_two.with_for_update())
    return found


async def _refuse_hidden(session: AsyncSession, member: MemberId, other: MemberId) -> None:
    """Refuse who arranged not to be seen by the other. By a company they are not refused: that would tell who has to do with it."""
    own = await session.get_one(Profile, member)
    named = select(Exclusion.id).where(Exclusion.member_id == member, Exclusion.other_id == other)
    if own.listed_level >= int(Level.CONNECTIONS) or await session.scalar(named) is not None:
        raise HiddenFromThem


def _ask(session: AsyncSession, two: Sequence[MemberId], before: ConnectionRequest | None, note: str | None, moment: datetime) -> None:
    member, other = two
    told = before is None or is_told_again(before.at, moment)
    request = before or ConnectionRequest(from_id=member, to_id=other)
    wish = renewed(request.decided_at, moment)
    request.state, request.note, request.at = wish.value, note, moment
    if wish is Wish.ASKED:
        request.decided_at = None
    session.add(request)
    if wish is Wish.ASKED and told:
        record(session, ConnectionAsked(asker_id=member, asked_id=other), inbox(other))


async def _connect(session: AsyncSession, asker: MemberId, asked: MemberId, moment: datetime) -> None:
    await session.execute(delete(ConnectionRequest).where(_of_both(asker, asked)))
    session.add_all(Connection(member_id=one, other_id=other, since=moment) for one, other in ((asker, asked), (asked, asker)))
    record(session, ConnectionAccepted(asker_id=asker, asked_id=asked), inbox(asker))


async def _disconnect(session: AsyncSession, member: MemberId, other: MemberId) -> bool:
    either = or_(
        and_(Connection.member_id == member, Connection.other_id == other),
        and_(Connection.member_id == other, Connection.other_id == member),
    )
    return bool((await session.scalars(delete(Connection).where(either).returning(Connection.other_id))).all())


def _of_both(one: MemberId, other: MemberId) -> ColumnElement[bool]:
    return or_(
        and_(ConnectionRequest.from_id == one, ConnectionRequest.to_id == other),
        and_(ConnectionRequest.from_id == other, ConnectionRequest.to_id == one),
    )
