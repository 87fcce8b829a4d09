"""Who runs which group in the demo world, who was confirmed by whom, and who still waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from engawa.demo.chance import identity, moment_between
from engawa.demo.people import Life
from engawa.demo.shapes import Affiliation, Membership

# Of the tenures of a confirmed member beyond the first, so many of a hundred are not confirmed yet.
WAITING_OF_HUNDRED = 12
ROLES = ("owner", "operator", "deputy")


@dataclass(frozen=True, slots=True)
class Crew:
    """Who runs the groups: the members of each crew in the order of ROLES, and the steward."""

    by_group: Mapping[str, tuple[UUID, ...]]
    steward: UUID


def crews(rng: Random, lives: Sequence[Life], fixed: Mapping[str, UUID], steward: UUID, groups: Sequence[str]) -> Crew:
    """Choose two or three confirmed members for each group; `fixed` are its owners who are already known."""
    by_group: dict[str, tuple[UUID, ...]] = {}
    chosen = {steward, *fixed.values()}
    for group in groups:
        fitting = [
            life.person.id
            for life in lives
            if life.is_confirmed and life.person.sign_in is None and life.person.id not in chosen and group == life.stages[0].company
        ]
        wanted = rng.randint(2, 3) - (group in fixed)
        crew = [fixed[group]] if group in fixed else []
        crew += rng.sample(fitting, min(wanted, len(fitting)))
        chosen.update(crew)
        by_group[group] = tuple(crew)
    return Crew(by_group, steward)


def settled(lives: Sequence[Life], crew: Crew, at: datetime) -> list[Life]:
    """Return the same people, with those who run a group here from before everybody else."""
    early = {person for people in crew.by_group.values() for person in people}
    since = at - timedelta(days=425)

    def moved(life: Life) -> Life:
        return replace(life, person=replace(life.person, joined_at=since, verified_at=since + timedelta(hours=7)))

    return [moved(life) if life.person.id in early else life for life in lives]


def affiliations(rng: Random, lives: Sequence[Life], crew: Crew, at: datetime) -> list[Affiliation]:
    """Return every tenure with its decision: by an operator of that company's group, by the steward for operators' own."""
    early = frozenset(person for people in crew.by_group.values() for person in people)
    return [_affiliation(rng, life, number, (crew, early), at) for life in lives for number in range(len(life.stages))]


def memberships(declared: Sequence[Affiliation], crew: Crew) -> list[Membership]:
    """Return one membership per person and group: approved by the confirmation, applied for while it waits."""
    runs = {(group, person): ROLES[place] for group, people in crew.by_group.items() for place, person in enumerate(people)}
    found: dict[tuple[str, UUID], Membership] = {}
    for affiliation in declared:
        key = (affiliation.company, affiliation.person)
        if key in found and found[key].state == "approved":
            continue
        found[key] = Membership(
            group=affiliation.company,
            person=affiliation.person,
            state="applied" if affiliation.decided_at is None else "approved",
            since=affiliation.decided_at or affiliation.declared_at,
            role=runs.get(key) if affiliation.decided_at else None,
        )
    return list(found.values())


def _affiliation(rng: Random, life: Life, number: int, deciders: tuple[Crew, frozenset[UUID]], at: datetime) -> Affiliation:
    crew, early = deciders
    stage, person = life.stages[number], life.person
    declared_at = person.joined_at if number == 0 else moment_between(rng, person.joined_at, person.joined_at + timedelta(minutes=40))
    waits = person.verified_at is None or (number > 0 and person.sign_in is None and rng.randrange(100) < WAITING_OF_HUNDRED)
    if waits and number > 0:
        # Somebody who is here for long says that they were at one more place: lately, since operators answer within days.
        declared_at = moment_between(rng, max(person.joined_at, at - timedelta(days=6)), at - timedelta(hours=1))
    decided_at, decided_by = None, None
    if person.verified_at is not None and not waits:
        decided_at = person.verified_at if number == 0 else min(at, person.verified_at + timedelta(minutes=rng.randint(1, 90)))
        others = [operator for operator in crew.by_group.get(stage.company, ()) if operator != person.id]
        decided_by = crew.steward if person.id in early or not others else rng.choice(others)
        if decided_by == person.id:
            decided_by = next(operator for people in crew.by_group.values() for operator in people)
    return Affiliation(
        id=identity(rng, declared_at),
        person=person.id,
        company=stage.company,
        started_on=stage.started_on,
        ended_on=stage.ended_on,
        department=stage.department,
        title=stage.title,
        declared_at=declared_at,
        decided_at=decided_at,
        decided_by=decided_by,
    )
