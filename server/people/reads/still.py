"""Whether those who asked before may still ask, and as whom: for everybody who waits at a socket, at once."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import DateTime, Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member, SignInSession
from server.accounts.reads import session_open, session_strong
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.db import among
from server.kit.ids import SessionId
from server.people.reads.actors import actors_of_sessions


async def actors_still(session: AsyncSession, actors: Iterable[Actor]) -> dict[SessionId, Actor]:
    """Return those of the actors whose session still signs them in, by session, as they stand now. Guests have no session.

    One statement for those whose rights did not change, which `authz_version` tells; one more for all others together.
    """
    asked = {actor.session_id: actor for actor in actors if actor.session_id is not None}
    if not asked:
        return {}
    rows = (await session.execute(_stamps(), {"ids": list(asked), "at": now()})).all()
    found: dict[SessionId, Actor] = {}
    changed: list[SessionId] = []
    for key, version, strong in rows:
        actor = asked[SessionId(key)]
        if _same(actor, version, strong=strong):
            found[SessionId(key)] = actor
        else:
            changed.append(SessionId(key))
    anew = await actors_of_sessions(session, changed) if changed else {}
    for key, actor in anew.items():
        found[key] = replace(actor, language=asked[key].language, origin=asked[key].origin)
    return found


def _same(actor: Actor, version: int, *, strong: bool) -> bool:
    # Who has no role has nothing for which a second factor is needed.
    holds = actor.is_steward or bool(actor.operates) or bool(actor.speaks_for)
    return actor.authz_version == version and not (actor.needs_second_factor and strong) and not (holds and not strong)


@cache
def _stamps() -> Select[*tuple[Any, ...]]:
    """Those of the sessions that are open: the version of their member's rights, and whether a second factor was given."""
    wanted = select(SignInSession.id, Member.authz_version, session_strong()).join(Member, Member.id == SignInSession.member_id)
    at: Any = bindparam("at", type_=DateTime(timezone=True))
    return wanted.where(among(SignInSession.id), session_open(at))
