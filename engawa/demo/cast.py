"""The people who stand at the same place in every demo world, the ready-made sign-ins among them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from engawa.demo.careers import Stage
from engawa.demo.chance import identity
from engawa.demo.names import address
from engawa.demo.people import Life
from engawa.demo.shapes import Person
from engawa.demo.texts import read


def cast(rng: Random, at: datetime) -> dict[str, Life]:
    """Return the cast by its keys; those who wait for a confirmation joined only days ago."""
    return {entry["key"]: _life(rng, at, entry) for entry in read("cast")["person"]}


def cast_names() -> set[str]:
    """Return the names that nobody else may bear."""
    return {entry["name"] for entry in read("cast")["person"]}


def roles() -> dict[str, tuple[str, str]]:
    """Return who of the cast runs which group: key -> (group, role)."""
    return {entry["key"]: (entry["operates"], entry["role"]) for entry in read("cast")["person"] if "operates" in entry}


def _life(rng: Random, at: datetime, entry: Mapping[str, Any]) -> Life:
    waiting: int | None = entry.get("waiting_days")
    joined_at = at - timedelta(days=waiting if waiting is not None else 430, hours=4)
    verified_at = joined_at + timedelta(hours=9) if waiting is None else None
    stages = tuple(Stage(stage["company"], stage["from"], stage["to"], stage["department"], stage["title"]) for stage in entry["career"])
    return Life(person=_person(rng, entry, joined_at, verified_at), stages=stages, is_confirmed=waiting is None)


def _person(rng: Random, entry: Mapping[str, Any], joined_at: datetime, verified_at: datetime | None) -> Person:
    bio: str | None = entry.get("bio")
    return Person(
        id=identity(rng, joined_at),
        email=entry["email"],
        language=entry.get("language", "ja"),
        name=entry["name"],
        reading=entry["reading"],
        romanised=entry["romanised"],
        former_name=entry.get("former_name"),
        profession=entry["profession"],
        headline=entry["headline"],
        bio=bio.strip() if bio else None,
        gives=tuple(entry["gives"]),
        asks=tuple(entry["asks"]),
        skills=tuple(entry["skills"]),
        place=entry["place"],
        present_position=entry["present_position"],
        organisation=entry.get("organisation"),
        address=address(rng),
        levels=(),
        joined_at=joined_at,
        verified_at=verified_at,
        is_steward=entry.get("steward", False),
        sign_in=entry.get("sign_in"),
    )
