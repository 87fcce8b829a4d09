"""Whether those who asked before may still ask, and as whom: for everybody who waits at a socket, at once."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, DateTime, Integer, Select, Uuid, and_, bindparam, column, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member, SignInSession
from server.accounts.reads import session_open, session_strong
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import SessionId
from server.people.reads.actors import actors_of_sessions


async def actors_still(session: AsyncSession, actors: Iterable[Actor]) -> dict[SessionId, Actor]:
    """Return those of the actors whose session still signs them in, by session, as they stand now. Guests have no session.

    One statement, which brings only those of whom anything changed, by `authz_version`; one more for all of these together.
    """
    found = {actor.session_id: actor for actor in actors if actor.session_id is not None}
    if not found:
        return found
    given = {
        "ids": list(found),
        "versions": [actor.authz_version for actor in found.values()],
        "strong": [_strong(actor) for actor in found.values()],
        "at": now(),
    }
    changed = [SessionId(key) for key in await session.scalars(_other_than_before(), given)]
    if changed:
        anew = await actors_of_sessions(session, changed)
        for key in changed:
            before = found.pop(key)
            if key in anew:
                found[key] = replace(anew[key], language=before.language, origin=before.origin)
    return found


def _strong(actor: Actor) -> bool | None:
    """Whether a second factor was given; None for who has no role, and so nothing for which one is needed."""
    if actor.needs_second_factor:
        return False
    return True if actor.is_steward or actor.operates or actor.speaks_for else None


@cache
def _other_than_before() -> Select[UUID]:
    """Those of the sessions that are over, or whose member's rights are of another version, or that gave a second factor since."""
    arrays = (("ids", Uuid()), ("versions", Integer()), ("strong", Boolean()))
    given = func.unnest(*(bindparam(name, type_=ARRAY(kind)) for name, kind in arrays))
    columns = (column("id", Uuid()), column("version", Integer()), column("strong", Boolean()))
    asked = given.table_valued(*columns, name="asked").render_derived()
    at: Any = bindparam("at", type_=DateTime(timezone=True))
    opened = and_(SignInSession.id == asked.c.id, session_open(at))
    wanted = select(asked.c.id).select_from(asked).outerjoin(SignInSession, opened).outerjoin(Member, Member.id == SignInSession.member_id)
    other = Member.authz_version.is_distinct_from(asked.c.version)
    return wanted.where(or_(other, and_(asked.c.strong.is_not(None), session_strong() != asked.c.strong)))
