"""Chance that comes out the same twice: dice named by seed and purpose, and ids made from them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from server.kit.clock import TOKYO
from server.kit.ids import uuid7_of

Thing = TypeVar("Thing")


def dice(seed: int, purpose: str) -> Random:
    """Return dice of their own for a purpose, so that one part of the world can change without rolling the others anew."""
    return Random(f"{seed}:{purpose}")


def identity(rng: Random, moment: datetime) -> UUID:
    """Return the UUIDv7 of something that came to be at `moment`."""
    return uuid7_of(int(moment.timestamp() * 1000), rng.getrandbits(74))


def some(rng: Random, things: Sequence[Thing], least: int, most: int) -> tuple[Thing, ...]:
    """Return between `least` and `most` different things, as far as there are so many."""
    return tuple(rng.sample(things, min(len(things), rng.randint(least, most))))


def weighed(rng: Random, weights: Mapping[str, int]) -> str:
    """Return one key, as likely as its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def moment_between(rng: Random, start: datetime, end: datetime) -> datetime:
    """Return a whole second between the two, or `start` where nothing lies between."""
    return start + timedelta(seconds=int(rng.random() * max(0.0, (end - start).total_seconds())))


def by_day(moments: Sequence[datetime], end: datetime) -> list[datetime]:
    """Return the moments in the same order, those of the night moved to the next morning unless that goes past `end`."""
    moved: list[datetime] = []
    for moment in moments:
        later = moment + timedelta(hours=7) if moment.astimezone(TOKYO).hour < 7 else moment
        moved.append(max([later, *(last + timedelta(minutes=2) for last in moved[-1:])]).replace(microsecond=0))
    return moved if moved[-1] <= end else [moment.replace(microsecond=0) for moment in moments]
