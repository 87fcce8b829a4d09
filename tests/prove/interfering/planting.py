"""A leak for each way to the reader: what comes by it is read without asking who may see it."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select, true

import schema.opportunities.subscriptions as live
import schema.standing.types as matched
import server.realtime.opportunities as deciding
import workers.notifying.standing as mailed
from schema.context import Context
from schema.opportunities.types import Opportunity, OpportunityPosted
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import OpportunityId
from server.opportunities import model
from server.opportunities.reads import lists
from server.opportunities.rules import OpportunityFilter
from server.people.model import Profile
from server.people.reads import questions
from server.realtime.opportunities import Happened
from server.realtime.rooms import Audience, Telling
from server.search.engine import Seeker
from server.standing.reads import digests, newcomers


def plant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts, both streams, notices, the mail at once, the digest, and the mail of who came."""
    monkeypatch.setattr(lists, "listed_to", lambda *_: true())
    monkeypatch.setattr(live, "_shown", _shown)
    monkeypatch.setattr(deciding, "_told", _told_to_everybody)
    monkeypatch.setattr(matched, "opportunity_of", _post)
    monkeypatch.setattr(mailed, "opportunities_by_ids", _posts)
    monkeypatch.setattr(mailed, "meets_still", _yes)
    monkeypatch.setattr(digests, "listed_to", lambda *_: true())
    monkeypatch.setattr(digests, "who_may_see", _everybody)
    monkeypatch.setattr(newcomers, "came_between", _everybody_who_came)


def plant_in_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The predicate of posts; of people what stands in the index, and the predicate too: one of the two alone still hides them."""
    monkeypatch.setattr(lists, "listed_to", lambda *_: true())
    monkeypatch.setattr(questions, "seeker_of", _seeker)
    monkeypatch.setattr(questions, "_readable", lambda: select(Profile.member_id))


async def _seeker(_session: Session, actor: Actor) -> Seeker:
    return Seeker(level=actor.level, member=actor.member_id)


async def _post(context: Context, key: OpportunityId) -> Opportunity:
    async with context.db.read() as session:
        return Opportunity.of(await session.get_one(model.Opportunity, key))


async def _shown(context: Context, happened: Happened) -> OpportunityPosted:
    return OpportunityPosted(opportunity=await _post(context, happened.opportunity))


def _told_to_everybody(asked: Any, place: int, audience: Audience[OpportunityFilter]) -> list[Telling[OpportunityFilter]]:
    entry, event, key = asked.happened[place]
    return [Telling(entry.position, Happened(event, key, gone=False), [each for listeners in audience.values() for each in listeners])]


async def _posts(session: Session, _actor: object, keys: Sequence[OpportunityId]) -> dict[OpportunityId, model.Opportunity]:
    return {key: await session.get_one(model.Opportunity, key) for key in keys}


async def _yes(*_: object) -> bool:
    return True


async def _everybody(_session: Session, keys: Sequence[OpportunityId], _viewers: object) -> dict[tuple[int, OpportunityId], bool]:
    return {(0, key): True for key in keys}


async def _everybody_who_came(
    session: Session, _engine: object, _actor: object, _wanted: object, within: tuple[datetime, datetime], _most: int
) -> list[SimpleNamespace]:
    rows = await session.scalars(select(Profile).where(Profile.verified_at.between(*within)).order_by(Profile.member_id))
    return [SimpleNamespace(id=row.member_id, name=row.name, romanised=None) for row in rows]
