"""The whole demo world, put together from a seed: the same seed and instant always make the same world."""

import tomllib
from collections.abc import Mapping
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
from engawa.demo.shapes import World
from engawa.demo.talks import Talks

SEED = 1
MEMBERS = 2000
OPPORTUNITIES = 300


def build_world(at: datetime, seed: int = SEED, members: int = MEMBERS, opportunities: int = OPPORTUNITIES) -> World:
    """Return the world as of `at` (aware), with so many members and posts, the cast and its posts among them."""
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
    written = posts(rng, people, joined, at, opportunities - len(known))
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


@cache
def company_names() -> Mapping[str, str]:
    """Return the companies of the known groups, key -> name, in the order of their file; a group has its company's key."""
    companies, groups = _data("server.companies", "companies.toml"), _data("server.groups", "groups.toml")
    known = {group["slug"] for group in groups["group"]}
    return {company["key"]: company["ja"] for company in companies["company"] if company["key"] in known}


def _data(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads((files(package) / "data" / name).read_text(encoding="utf-8"))
