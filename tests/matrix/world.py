"""The world: S with everything filled in, and one member of every kind, made once on a database of its own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.companies.model import Company
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, global_id
from server.kit.log import record
from server.people.events import ProfileUpdated
from server.people.model import Affiliation, Profile
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group, make_role
from tests.factories.people import (
    choose_circle,
    employ,
    make_affiliation,
    make_block,
    make_connection,
    make_exclusion,
    make_member,
)
from tests.matrix.kinds import KINDS, Kind, Tie
from tests.matrix.states import State, Thing

# What S says of themself. Every word is S's alone, so that it can be looked for in anything that anybody is told.
PROFILE: dict[str, Any] = {
    "reading": "エスコ シュダイ",
    "romanised": "Shudai Esuko",
    "former_name": "former-name-of-s",
    "present_position": "present-position-of-s",
    "headline": "hyacinth",
    "bio": "bio-of-s",
    # In a prefecture that is known, so that it is counted too.
    "place": "place-of-s, Okinawa",
    "languages": ["ja"],
    "links": ["https://link-of-s.example"],
    "photo": "photo-of-s",
    "availability": "now",
    "gives": ["give-of-s"],
    "asks": ["ask-of-s"],
    "skills": ["skill-of-s"],
}
_LEVELS = {column.name for column in Profile.__table__.c if column.name.endswith("_level")}
LEVELLED = tuple(sorted(name.removesuffix("_level") for name in _LEVELS - {"listed_level"}))


@dataclass(slots=True)
class Places:
    """The companies and groups of the world, by what they are to S."""

    company: Company
    chosen: Company
    excluded: Company
    employer: Company
    awaited: Company
    group: GroupId
    chosen_group: GroupId
    deciding: GroupId
    elsewhere: GroupId
    # S applied to all of its groups, each of which decides for itself.
    applied: Company
    applied_to: tuple[GroupId, ...]


@dataclass(slots=True)
class World:
    """Who is there, by kind, and what S has, by the name that rows use for it."""

    places: Places
    members: dict[str, MemberId]
    ids: dict[str, str]
    things: dict[str, Thing]

    @property
    def subject(self) -> MemberId:
        """S."""
        return self.members["S"]


async def make_places(session: AsyncSession) -> Places:
    """Each group gathers one company; the excluded one, the chosen one and the employer have none."""
    names = (
        "company-of-s",
        "chosen-company",
        "excluded-company",
        "employer-of-s",
        "awaited-company",
        "company-elsewhere",
        "applied-company",
    )
    made = [await make_company(session, name, aliases=(f"{name}-alias",)) for name in names]
    company, chosen, excluded, employer, awaited, other, applied = made
    company.name_en, company.proposed = "Company of S", True
    group = await make_group(session, company, slug="group-of-s")
    group.name_en, group.contact, group.guidelines, group.questions = "Group of S", "group@s.example", "guidelines-of-group", ["どちらで？"]
    deciding, elsewhere = [await make_group(session, each) for each in (awaited, other)]
    circle = await make_group(session)
    applied_to = tuple([GroupId((await make_group(session, applied)).id) for _ in range(3)])
    return Places(
        company,
        chosen,
        excluded,
        employer,
        awaited,
        GroupId(group.id),
        GroupId(circle.id),
        GroupId(deciding.id),
        GroupId(elsewhere.id),
        applied,
        applied_to,
    )


async def make_subject(session: AsyncSession, places: Places) -> MemberId:
    """S: verified by one company, waiting for another and declined by it; works somewhere, hides from somewhere, chose some."""
    profile = {name: value for name, value in PROFILE.items() if name != "skills"}
    subject = await make_member(session, "主題 えす子", places.company, email="s@people.example", skills=PROFILE["skills"], **profile)
    await employ(session, subject, places.employer)
    await make_exclusion(session, subject, company=places.excluded)
    await choose_circle(session, subject, places.chosen.id)
    await choose_circle(session, subject, places.chosen_group, "group")
    return subject


async def make_kind(session: AsyncSession, kind: Kind, places: Places, subject: MemberId) -> MemberId:
    """A member of the kind, whose own company nobody else was at, with the rows of each tie."""
    verified = not kind.has(Tie.NEWCOMER, Tie.DECLINED)
    member = await make_member(session, kind.name, verified=verified, is_steward=Tie.STEWARD in kind.ties)
    if kind.has(Tie.DECLINED):
        await session.execute(update(Affiliation).where(Affiliation.member_id == member).values(state="declined"))
    for tie in sorted(kind.ties, key=lambda each: each.name):
        await _tie(session, tie, member, places, subject)
    return member


async def _tie(session: AsyncSession, tie: Tie, member: MemberId, places: Places, subject: MemberId) -> None:
    companies = {
        Tie.ALUM: (places.company, "confirmed"),
        Tie.CLAIMS_COMPANY: (places.company, "awaiting"),
        Tie.ALUM_OF_CHOSEN: (places.chosen, "confirmed"),
        Tie.CLAIMS_CHOSEN: (places.chosen, "awaiting"),
        Tie.ALUM_OF_EXCLUDED: (places.excluded, "confirmed"),
        Tie.CLAIMS_EXCLUDED: (places.excluded, "awaiting"),
        Tie.ALUM_OF_EMPLOYER: (places.employer, "confirmed"),
    }
    groups = {Tie.IN_GROUP: places.group, Tie.IN_CHOSEN_GROUP: places.chosen_group}
    roles = {
        Tie.OPERATES: (places.group, "operator"),
        Tie.OPERATES_ELSEWHERE: (places.elsewhere, "owner"),
        Tie.DECIDES: (places.deciding, "deputy"),
        Tie.CONTACT: (places.group, "company_contact"),
    }
    if tie in companies:
        company, state = companies[tie]
        await make_affiliation(session, member, company, state=state)
    elif tie in groups:
        await join_group(session, groups[tie], member)
    elif tie in roles:
        await make_role(session, roles[tie][0], member, roles[tie][1])
        for group in places.applied_to if tie is Tie.DECIDES else ():
            await make_role(session, group, member, roles[tie][1])
    elif tie is Tie.WORKS_AT_EMPLOYER:
        await employ(session, member, places.employer)
    else:
        await _tie_to_subject(session, tie, member, subject)
    if tie is Tie.ALUM:
        await join_group(session, places.group, member, state="left")


async def _tie_to_subject(session: AsyncSession, tie: Tie, member: MemberId, subject: MemberId) -> None:
    if tie is Tie.CONNECTED:
        await make_connection(session, subject, member)
    elif tie is Tie.BLOCKED_BY_S:
        await make_block(session, subject, member)
    elif tie is Tie.BLOCKED_S:
        await make_block(session, member, subject)
    elif tie is Tie.LEAVING:
        session.add(Departure(member_id=member, erase_at=now() + timedelta(days=14)))
        await session.flush()
    elif tie is Tie.EXCLUDED:
        await make_exclusion(session, subject, other=member)


async def make_people(session: AsyncSession) -> World:
    """Everybody, with what ties them to S; the things of S's come afterwards (`belongings`)."""
    places = await make_places(session)
    subject = await make_subject(session, places)
    members = {kind.name: await make_kind(session, kind, places, subject) for kind in KINDS if kind.signed_in and not kind.is_subject}
    world = World(places, members | {"S": subject}, {}, {})
    put(world, "subject", "Person", subject)
    put(world, "company", "Company", places.company.id)
    world.ids["excluded company"] = global_id("Company", places.excluded.id)
    world.ids["stranger"] = global_id("Person", world.members["stranger"])
    put(world, "group", "AlumniGroup", places.group, proposed=False)
    world.ids["contact"] = global_id("Person", world.members["company contact"])
    return world


def put(world: World, name: str, kind: str, key: UUID, **facts: Any) -> str:
    """Remember a thing of S's under a name; return its id in the graph."""
    world.ids[name] = global_id(kind, key)
    world.things[world.ids[name]] = Thing(kind, name, facts)
    return world.ids[name]


async def enter(session: AsyncSession, world: World, state: State) -> None:
    """S chooses the levels of a state."""
    levels = {f"{column}_level": int(level) for column, level in state.levels.items()}
    chosen = levels | {"listed_level": int(state.listed), "availability_to_employer": state.told_to_employer}
    await session.execute(update(Profile).where(Profile.member_id == world.subject).values(chosen))
    record(session, ProfileUpdated(member_id=world.subject))
