"""How the actor stands to others: connected, asked, or asked by them; and the two lists of it, which only they read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Select, and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.kit.actor import PARAMETERS, Actor, parameters_of, viewer_of
from server.kit.clock import now
from server.kit.db import among
from server.kit.ids import MemberId
from server.kit.paging import Page, PageRequest
from server.people.model import Connection, ConnectionRequest, Profile
from server.people.policy import may_connect, visible_to
from server.people.reads.persons import count_people, page_of_people
from server.people.rules.connections import REQUEST_STANDS, Between, Wish


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """How two stand to each other, for the actor; `since` when, and with which note was asked."""

    between: Between
    since: datetime | None = None
    note: str | None = None


async def connections_between(session: AsyncSession, actor: Actor, ids: Sequence[MemberId]) -> dict[MemberId, ConnectionView]:
    """Return how the actor stands to those among `ids` whom they see and could be connected with, in one statement."""
    asked = parameters_of(actor) | {"ids": list(ids), "moment": now()}
    return {MemberId(row[0]): _view(row) for row in (await session.execute(_between(), asked)).all()}


async def connections(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[MemberId]:
    """Return with whom the actor is connected, of those whom they see; the latest first."""
    return await page_of_people(session, actor, _connected(actor), Connection.since, page)


async def count_connections(session: AsyncSession, actor: Actor) -> int:
    """Return how many `connections` has on all its pages."""
    return await count_people(session, actor, _connected(actor))


async def connection_requests(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[MemberId]:
    """Return who asks the actor to be connected, of those whom they see; the latest first."""
    return await page_of_people(session, actor, _asking(actor), ConnectionRequest.at, page)


async def count_connection_requests(session: AsyncSession, actor: Actor) -> int:
    """Return how many `connection_requests` has on all its pages."""
    return await count_people(session, actor, _asking(actor))


def _connected(actor: Actor) -> Select[*tuple[Any, ...]]:
    mine = select(Profile.member_id, Connection.since).join(Connection, Connection.other_id == Profile.member_id)
    return mine.where(Connection.member_id == actor.member_id)


def _asking(actor: Actor) -> Select[*tuple[Any, ...]]:
    asking = select(Profile.member_id, ConnectionRequest.at).join(ConnectionRequest, ConnectionRequest.from_id == Profile.member_id)
    return asking.where(ConnectionRequest.to_id == actor.member_id, _waits(ConnectionRequest, now()), may_connect(viewer_of(actor)))


@cache
def _between() -> Select[*tuple[Any, ...]]:
    """Built once, since every person's page asks it."""
    me, moment = PARAMETERS.member_id, bindparam("moment", type_=DateTime(timezone=True))
    mine, theirs = aliased(ConnectionRequest), aliased(ConnectionRequest)
    return (
        select(Profile.member_id, Connection.since, theirs.id, theirs.at, theirs.note, mine.id, mine.at, mine.note)
        .outerjoin(Connection, and_(Connection.member_id == Profile.member_id, Connection.other_id == me))
        .outerjoin(theirs, and_(theirs.from_id == Profile.member_id, theirs.to_id == me, _waits(theirs, moment)))
        .outerjoin(mine, and_(mine.from_id == me, mine.to_id == Profile.member_id, _stands(mine, moment)))
        .where(among(Profile.member_id), visible_to(PARAMETERS), may_connect(PARAMETERS))
    )


def _waits(request: Any, moment: Any) -> ColumnElement[bool]:
    """The rule of rules.connections.waits, over rows."""
    return and_(request.state == Wish.ASKED.value, request.at > moment - REQUEST_STANDS)


def _stands(request: Any, moment: Any) -> ColumnElement[bool]:
    """The rule of rules.connections.stands, over rows."""
    return and_(request.state != Wish.WITHDRAWN.value, request.at > moment - REQUEST_STANDS)


def _view(row: Any) -> ConnectionView:
    """Where both asked, what waits for the actor is what they can do something about."""
    _, since, theirs, their_at, their_note, mine, my_at, my_note = row
    if since is not None:
        return ConnectionView(Between.CONNECTED, since)
    if theirs is not None:
        return ConnectionView(Between.ASKS_VIEWER, their_at, their_note)
    return ConnectionView(Between.NOTHING) if mine is None else ConnectionView(Between.ASKED, my_at, my_note)
