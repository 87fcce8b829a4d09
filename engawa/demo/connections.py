"""Who is connected with whom in the demo world: the cast as its file says, and a few pairs of every group by chance."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from engawa.demo.chance import identity, moment_between
from engawa.demo.shapes import Connection, ConnectionRequest, Membership, Person
from engawa.demo.texts import read

# Of so many members of a group, one is connected with another one of it.
OF_SO_MANY = 4


def connections(
    rng: Random, cast: Mapping[str, Person], people: Sequence[Person], joined: Sequence[Membership], at: datetime
) -> list[Connection]:
    """Return the pairs, each once; chance leaves the ready-made sign-ins alone."""
    found = {frozenset(pair.both): pair for pair in _fixed(cast, at)}
    by_id = {person.id: person for person in people if person.verified_at and not person.sign_in and not person.is_steward}
    groups: dict[str, list[UUID]] = {}
    for membership in joined:
        if membership.state == "approved" and membership.person in by_id:
            groups.setdefault(membership.group, []).append(membership.person)
    for members in groups.values():
        for _ in range(len(members) // OF_SO_MANY):
            one, other = rng.sample(members, 2)
            since = moment_between(rng, max(by_id[each].verified_at or at for each in (one, other)), at)
            found.setdefault(frozenset((one, other)), Connection(one, other, since))
    return list(found.values())


def connection_requests(rng: Random, cast: Mapping[str, Person], at: datetime) -> list[ConnectionRequest]:
    """Return what waits for an answer: for the ready-made sign-ins, each from somebody else."""
    return [
        ConnectionRequest(
            id=identity(rng, at - timedelta(hours=entry["hours_ago"])),
            asker=cast[entry["from"]].id,
            asked=cast[entry["to"]].id,
            note=entry["note"],
            at=at - timedelta(hours=entry["hours_ago"]),
        )
        for entry in read("cast")["connection_request"]
    ]


def _fixed(cast: Mapping[str, Person], at: datetime) -> list[Connection]:
    entries: list[dict[str, Any]] = read("cast")["connection"]
    days = {tuple(entry["between"]): timedelta(days=entry["days_ago"]) for entry in entries}
    return [Connection(cast[one].id, cast[other].id, at - ago) for (one, other), ago in days.items()]
