"""The whole demo world, put together from a seed: the same seed and instant always make the same world."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from engawa.demo.cast import cast, cast_names, roles
from engawa.demo.chance import dice
from engawa.demo.connections import connection_requests, connections
from engawa.demo.groups import affiliations, crews, memberships, settled
from engawa.demo.people import crowd
from engawa.demo.posts import ending, fixed_posts, posts
from engawa.demo.reports import reports
from engawa.demo.searches import searches
from engawa.demo.shapes import Search, World
from engawa.demo.talks import Talks

SEED = 1
MEMBERS = 2000
OPPORTUNITIES = 300
# One filter is saved for eight members in a world of that size.
SEARCHES = 250
# The largest world, and how many posts and saved filters are in it.
MOST_MEMBERS, MOST_OPPORTUNITIES, MOST_SEARCHES = 200_000, 50_000, 100_000


def opportunities_for(members: int) -> int:
    """Return how many posts so many members write: 300 up to 2,000 of them, and from there in a straight line to 50,000 of 200,000."""
    return OPPORTUNITIES + _beyond(members, MOST_OPPORTUNITIES - OPPORTUNITIES)


def searches_for(members: int) -> int:
    """Return how many filters they have saved: one for eight up to 2,000, and from there in a straight line to 100,000 of 200,000."""
    return min(members, MEMBERS) * SEARCHES // MEMBERS + _beyond(members, MOST_SEARCHES - SEARCHES)


def _beyond(members: int, more: int) -> int:
    return max(0, members - MEMBERS) * more // (MOST_MEMBERS - MEMBERS)


def build_world(at: datetime, seed: int = SEED, members: int = MEMBERS, opportunities: int | None = None) -> World:
    """Return the world as of `at` (aware), with so many members, and posts if not as many as they write: the cast's among them."""
    count = opportunities_for(members) if opportunities is None else opportunities
    players = cast(dice(seed, "cast"), at)
    lives = [*players.values(), *crowd(dice(seed, "people"), at, members - len(players), cast_names())]
    owners = {group: players[key].person.id for key, (group, _) in roles().items()}
    crew = crews(dice(seed, "crews"), lives, owners, players["steward"].person.id, list(company_names()))
    lives = settled(lives, crew, at)
    people = tuple(life.person for life in lives)
    declared = affiliations(dice(seed, "affiliations"), lives, crew, at)
    joined = memberships(declared, crew)

    by_key = {key: life.person for key, life in players.items()}
    known = fixed_posts(dice(seed, "cast's posts"), by_key, at)
    rng = dice(seed, "posts")
    written = posts(rng, people, joined, at, count - len(known))
    written = [replace(post, closed_at=end[0], close_reason=end[1]) if (end := ending(rng, post, at)) else post for post in written]

    talks = Talks(dice(seed, "talks"), people, declared, joined, at)
    answers = [*talks.fixed(known, by_key), *(answer for post in written for answer in talks.on(post, company_names().__getitem__))]
    return World(
        at=at,
        people=people,
        affiliations=tuple(declared),
        memberships=tuple(joined),
        opportunities=(*known, *written),
        responses=tuple(answers),
        reports=tuple(reports(dice(seed, "reports"), at, people, joined, (written, answers))),
        connections=tuple(connections(dice(seed, "connections"), by_key, people, joined, at)),
        connection_requests=tuple(connection_requests(dice(seed, "connection requests"), by_key, at)),
    )


def saved_searches(world: World, seed: int, count: int) -> Iterator[Search]:
    """Yield what the members of a world have saved, from dice of its own."""
    return searches(dice(seed, "searches"), world, company_names(), count)


@cache
def company_names() -> Mapping[str, str]:
    """Return the companies of the known groups, key -> name, in the order of their file; a group has its company's key."""
    companies, groups = _data("server.companies", "companies.toml"), _data("server.groups", "groups.toml")
    known = {group["slug"] for group in groups["group"]}
    return {company["key"]: company["ja"] for company in companies["company"] if company["key"] in known}


def _data(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads((files(package) / "data" / name).read_text(encoding="utf-8"))
