"""People as they are read at size: a person's page, a list of twenty, and what the predicate costs over the same read without it."""

import itertools
import os
import statistics
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Integer, Select, func, literal_column, select, true
from sqlalchemy.dialects.postgresql import array

from bench.asking import ask, document
from bench.measuring import Figure, sampled, spread
from engawa.parts import House
from engawa.serving import house
from server.accounts.model import Member
from server.accounts.rules import demo_email
from server.kit.actor import Actor, Level
from server.kit.ids import MemberId, global_id
from server.kit.limits import Limits
from server.kit.settings import load_settings
from server.people.model import Profile
from server.people.reads import actor_of, people_by_ids
from server.people.reads import persons as reading

MEMBERS = int(os.environ.get("BENCH_MEMBERS", "200000"))
SAMPLES = 400


async def measure(home: Path) -> list[Figure]:
    """Return the figures of people; a world of this size takes minutes to be made (BENCH_HOME keeps it, BENCH_MEMBERS is its size)."""
    variables = {"DATA_DIR": str(home / f"world-{MEMBERS}"), "DEMO_MEMBERS": str(MEMBERS)}
    # The caps of readers are no part of the reading.
    async with house(load_settings(variables), print, limits=Limits({"people.view": "1000000/day"})) as running:
        actor, others = await _cast(running)
        turn = itertools.cycle(others[start : start + 20] for start in range(0, len(others) - 20, 20))
        page = await sampled(lambda: _page(running, actor, next(turn)[0]), SAMPLES, 40)
        listed = await sampled(lambda: _list(running, actor), SAMPLES, 40)
        pairs = [await _pair(running, actor, people) for people in itertools.islice(turn, SAMPLES // 5)]
    seen, plain = ([one for pair in pairs for one in pair[place]] for place in (0, 1))
    size = f"{MEMBERS:,} members"
    ratio = statistics.median(statistics.median(one) / statistics.median(other) for one, other in pairs)
    return [
        *spread(f"a person's page, {size}", page, 10),
        *spread(f"a list of 20 people with all that it shows, {size}", listed, 15),
        *spread(f"20 people read under the predicate, {size}", seen, None),
        *spread("  beside: the same read without it", plain, None),
        Figure("  the predicate's cost, times the read without it", ratio, "x", 1.25),
    ]


async def _cast(running: House) -> tuple[Actor, Sequence[MemberId]]:
    async with running.db.read() as session:
        member = (await session.scalars(select(Member.id).where(Member.email == demo_email("member")))).one()
        actor = await actor_of(session, MemberId(member))
        verified = select(Profile.member_id).where(Profile.verified_at.is_not(None)).order_by(func.md5(Profile.name)).limit(4000)
        others = [MemberId(key) for key in await session.scalars(verified)]
    assert actor is not None
    return actor, others


async def _pair(running: House, actor: Actor, people: Sequence[MemberId]) -> tuple[list[float], list[float]]:
    """Return samples of both reads, taken within the same moment, so that both meet the same noise."""
    seen = await sampled(lambda: _seen(running, actor, people), 5, 2)
    # Built before the names are taken over, and looked up by them from then on.
    _everybody()
    with _without_the_predicate():
        return seen, await sampled(lambda: _seen(running, actor, people), 5, 2)


async def _page(running: House, actor: Actor, person: MemberId) -> None:
    await ask(running, actor, document("Person"), {"id": global_id("Person", person)})


async def _list(running: House, actor: Actor) -> None:
    # What the home page asks for three of.
    await ask(running, actor, document("HomeNewFaces").replace("first: 3", "first: 20"), {})


async def _seen(running: House, actor: Actor, people: Sequence[MemberId]) -> None:
    async with running.db.read() as session:
        assert len(await people_by_ids(session, actor, people)) > 15


@contextmanager
def _without_the_predicate() -> Generator[None]:
    """The same read, its statements, rows and views, for whoever asks: nothing in them decides on anything."""
    with patch.object(reading, "_people", _everybody):
        yield


@cache
def _everybody() -> Select[Any]:
    """Build the statement of the read as it would be if everything were for everybody."""
    everything = array([literal_column(str(int(level)), Integer()) for level in Level])
    with patch.multiple(
        reading,
        visible_to=_always(true()),
        levels_seen=_always(everything),
        availability_told=_always(Profile.availability),
    ):
        # The very statement of the read.
        built: Select[Any] = reading._people.__wrapped__()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return built


def _always(answer: object) -> Callable[..., object]:
    def answered(*_asked: object) -> object:
        return answer

    return answered
