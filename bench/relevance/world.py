"""The demo world that is judged: one seed, one size and one instant, and what the one viewer may see of it.

The facts are the demo's own shapes and the rule of visibility is written down here once more, plainly, so that no judgement
comes from the code that it judges. The tests hold both against the real predicate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from engawa.demo.shapes import Affiliation, Opportunity, Person, World
from engawa.demo.telling import told_by
from engawa.demo.texts import read
from engawa.demo.world import MEMBERS, SEED, build_world, company_names
from server.kit.actor import Level
from server.kit.clock import TOKYO

# The world differs with the day that it is made on; the texts of the demo are written as of this month.
INSTANT = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
# An ordinary member of two companies, by the key of the ready-made sign-in.
VIEWER = "colleague"

__all__ = ["INSTANT", "MEMBERS", "SEED", "VIEWER", "JudgedPerson", "JudgedPost", "handle_of", "judged_world", "people", "posts"]


@dataclass(frozen=True, slots=True)
class JudgedPerson:
    """A person as the viewer may see them; what is closed to the viewer is empty. Companies are keys."""

    handle: str
    person: Person
    former_name: str
    former_reading: str
    headline: str
    bio: str
    gives: tuple[str, ...]
    asks: tuple[str, ...]
    place: str
    position: str
    languages: tuple[str, ...]
    confirmed: tuple[Affiliation, ...]
    declared: tuple[Affiliation, ...]


@dataclass(frozen=True, slots=True)
class JudgedPost:
    """A live post that is meant for the viewer, and its author."""

    handle: str
    post: Opportunity
    author: JudgedPerson


@cache
def judged_world() -> World:
    """Return the world, built in memory; its ids are those of the rows in a database that was filled at INSTANT."""
    return build_world(INSTANT, SEED, MEMBERS)


def handle_of(person: Person) -> str:
    """Return what a person is called in the judgements: their address before the sign, which no other one has."""
    return person.email.partition("@")[0]


@cache
def people() -> Mapping[str, JudgedPerson]:
    """Return whom the viewer may see, by handle, in the order of the world."""
    world = judged_world()
    confirmed, declared = _by_person(world, decided=True), _by_person(world, decided=False)
    viewer = next(person for person in world.people if person.sign_in == VIEWER)
    groups = frozenset(each.company for each in confirmed[viewer.id])
    seen = [person for person in world.people if person.verified_at is not None or person == viewer]
    return {
        handle_of(each): _seen(each, tuple(confirmed.get(each.id, ())), tuple(declared.get(each.id, ())), groups, is_self=each == viewer)
        for each in seen
    }


@cache
def posts() -> Mapping[str, JudgedPost]:
    """Return the live posts that are meant for the viewer, by title: no two of them have the same one."""
    authors = {each.person.id: each for each in people().values()}
    viewer = next(each for each in people().values() if each.person.sign_in == VIEWER)
    groups = {each.company for each in viewer.confirmed}
    today = INSTANT.astimezone(TOKYO).date()
    found = [
        post
        for post in judged_world().opportunities
        if post.closed_at is None and post.last_day >= today and (post.audience <= Level.VERIFIED or post.group in groups)
    ]
    return {post.title: JudgedPost(post.title, post, authors[post.author]) for post in found}


def _by_person(world: World, *, decided: bool) -> dict[Any, list[Affiliation]]:
    found: dict[Any, list[Affiliation]] = {}
    for each in world.affiliations:
        if (each.decided_at is not None) == decided:
            found.setdefault(each.person, []).append(each)
    return found


def _seen(
    person: Person, confirmed: tuple[Affiliation, ...], declared: tuple[Affiliation, ...], groups: frozenset[str], *, is_self: bool
) -> JudgedPerson:
    levels = dict(person.levels)
    highest = Level.OWN_GROUPS if groups & {each.company for each in confirmed} else Level.VERIFIED

    def shown(field: str) -> bool:
        return is_self or levels.get(field, int(Level.VERIFIED)) <= highest

    former = (person.former_name or "") if shown("former_name") else ""
    return JudgedPerson(
        handle=handle_of(person),
        person=person,
        former_name=former,
        former_reading=_family_readings().get(former.split(" ")[0], ""),
        headline=(person.headline or "") if shown("headline") else "",
        bio=(person.bio or "") if shown("bio") else "",
        gives=person.gives,
        asks=person.asks if shown("asks") else (),
        place=person.place if shown("place") else "",
        position=(person.present_position or "") if shown("present_position") else "",
        languages=told_by(person, sorted(company_names())).languages,
        confirmed=confirmed,
        declared=declared,
    )


@cache
def _family_readings() -> Mapping[str, str]:
    return {written: reading for written, reading, _ in (entry.split() for entry in read("names")["family"])}
