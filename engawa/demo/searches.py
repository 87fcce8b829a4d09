"""What the members of the demo have saved: filters over posts and over people, each from what its member does, wants and was.

They are made one after another and kept in no world: a large one has a hundred thousand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any
from uuid import UUID

from engawa.demo.chance import identity, moment_between, some, weighed
from engawa.demo.shapes import Person, Search, World
from engawa.demo.texts import read
from server.kit.text import sentence
from server.people.rules.places import places_in

# How many of a hundred members who save anything keep so many; a newcomer may keep no more than five.
KEPT = {1: 50, 2: 25, 3: 12, 4: 7, 6: 4, 9: 2}
MOST_OF_NEWCOMER = 5
# What a filter asks for, and how many of a hundred do.
ASKED = {"words": 22, "words+": 14, "skills": 22, "skills+": 8, "kinds": 12, "companies": 8, "groups": 5, "people": 9}
CHANNELS = {"live": 30, "mail": 15, "daily": 25, "weekly": 30}
KINDS = {
    "contract": 26,
    "hiring": 18,
    "speaker": 12,
    "co_creation": 12,
    "sounding_board": 10,
    "event": 8,
    "mentoring": 6,
    "publicity": 4,
    "content_production": 4,
}
PAUSED_OF_HUNDRED = 6


@dataclass(frozen=True, slots=True)
class _Past:
    """Where a member was: companies by key, confirmed or not, and the groups that they are in."""

    companies: Sequence[str]
    groups: Sequence[str]


def searches(rng: Random, world: World, companies: Mapping[str, str], count: int) -> Iterator[Search]:
    """Yield `count` filters, those of the cast first; `companies` are names by key."""
    fixed = list(_fixed(rng, world))
    yield from fixed[:count]
    yield from islice(_of_crowd(rng, world, companies), max(0, count - len(fixed)))


def _of_crowd(rng: Random, world: World, companies: Mapping[str, str]) -> Iterator[Search]:
    crowd = [person for person in world.people if not person.sign_in and not person.is_steward]
    pasts = _pasts(world)
    for person in rng.sample(crowd, len(crowd)):
        kept = rng.choices(list(KEPT), list(KEPT.values()))[0]
        for _ in range(kept if person.verified_at else min(kept, MOST_OF_NEWCOMER)):
            yield _search(rng, world.at, person, pasts[person.id], companies)


def _pasts(world: World) -> Mapping[UUID, _Past]:
    groups: dict[UUID, list[str]] = {}
    for membership in world.memberships:
        if membership.state == "approved":
            groups.setdefault(membership.person, []).append(membership.group)
    companies: dict[UUID, list[str]] = {}
    for affiliation in world.affiliations:
        companies.setdefault(affiliation.person, []).append(affiliation.company)
    return {person: _Past(found, groups.get(person, ())) for person, found in companies.items()}


def _search(rng: Random, at: datetime, person: Person, past: _Past, companies: Mapping[str, str]) -> Search:
    asked = weighed(rng, ASKED)
    # Who was not confirmed yet sees no people, and is in no group.
    if (asked == "people" and person.verified_at is None) or (asked == "groups" and not past.groups):
        asked = "skills"
    saved_at = moment_between(rng, person.verified_at or person.joined_at, at)
    paused_at = moment_between(rng, saved_at, at) if rng.randrange(100) < PAUSED_OF_HUNDRED else None
    plain = Search(
        id=identity(rng, saved_at), member=person.id, name="", channel=weighed(rng, CHANNELS), saved_at=saved_at, paused_at=paused_at
    )
    found = _asking(rng, plain, asked, person, past)
    return replace(found, name=_named(rng, found, asked.rstrip("+"), person.language, companies))


def _asking(rng: Random, plain: Search, asked: str, person: Person, past: _Past) -> Search:
    if asked == "people":
        by_company = rng.random() < 0.5
        skills = some(rng, person.skills, 1, 2) if not by_company or rng.random() < 0.3 else ()
        return replace(
            plain, about="people", channel="weekly", skills=skills, companies=(rng.choice(past.companies),) if by_company else ()
        )
    found = plain
    if asked.startswith("words"):
        words: Sequence[str] = read("searches")["words_en" if person.language == "en" else "words"]
        word = rng.choice(person.skills) if rng.random() < 0.4 else rng.choice(words)
        found = replace(found, text=word if rng.random() < 0.85 else f"{word} {rng.choice(words)}")
    elif asked.startswith("skills"):
        found = replace(found, skills=some(rng, person.skills, 1, 3), directions=("seeking",) if rng.random() < 0.6 else ())
    elif asked == "companies":
        found = replace(found, companies=(rng.choice(past.companies),), kinds=_kinds(rng, 1) if rng.random() < 0.5 else ())
    elif asked == "groups":
        found = replace(found, groups=(rng.choice(past.groups),), kinds=_kinds(rng, 1) if rng.random() < 0.3 else ())
    else:
        found = replace(found, kinds=_kinds(rng, 2), directions=("seeking",) if rng.random() < 0.7 else ("offering",))
    if asked.endswith("+"):
        found = replace(found, kinds=_kinds(rng, 2))
    if asked.endswith("+") or rng.random() < 0.15:
        # From anywhere; for some of them, or where they are.
        found = replace(found, remote=True, places=tuple(sorted(places_in(person.place))) if rng.random() < 0.4 else ())
    return found


def _kinds(rng: Random, most: int) -> tuple[str, ...]:
    return tuple(sorted({weighed(rng, KINDS) for _ in range(rng.randint(1, most))}))


def _named(rng: Random, found: Search, asked: str, language: str, companies: Mapping[str, str]) -> str:
    template: str = rng.choice([each for each in read("searches")["names"][language][asked] if _fits(each, found)])
    slots = {
        "skill": found.skills[0] if found.skills else "",
        "word": found.text,
        "company": companies[found.companies[0]] if found.companies else "",
        "group": companies[found.groups[0]] if found.groups else "",
        "kind": sentence("en" if language == "en" else "ja", f"exports.word.kind.{found.kinds[0]}") if found.kinds else "",
    }
    return template.format(**slots)


def _fits(template: str, found: Search) -> bool:
    return bool(("{skill}" not in template or found.skills) and ("{company}" not in template or found.companies))


def _fixed(rng: Random, world: World) -> Iterator[Search]:
    signing_in = {person.sign_in: person for person in world.people if person.sign_in}
    entries: list[Mapping[str, Any]] = read("cast")["search"]
    for entry in entries:
        saved_at = world.at - timedelta(days=entry["days_ago"])
        yield Search(
            id=identity(rng, saved_at),
            member=signing_in[entry["by"]].id,
            name=entry["name"],
            channel=entry["channel"],
            saved_at=saved_at,
            about=entry.get("about", "opportunities"),
            text=entry.get("text", ""),
            kinds=tuple(entry.get("kinds", ())),
            directions=tuple(entry.get("directions", ())),
            skills=tuple(entry.get("skills", ())),
            companies=tuple(entry.get("companies", ())),
            places=tuple(entry.get("places", ())),
            remote=entry.get("remote"),
        )
