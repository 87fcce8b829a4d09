"""Which fields are shown of somebody who is seen at all: at every level, by viewers whom the levels treat otherwise than the list does."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level, viewer_of
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people.model import Affiliation, Profile
from server.people.policy import availability_told, shown
from server.people.reads import people_by_ids
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group
from tests.factories.people import employ, make_connection, make_profile
from tests.support.predicates import true_of


async def make_tenure(session: AsyncSession, member: MemberId, company: CompanyId, ended_on: date | None) -> None:
    """Years at a company, which lasted or go on."""
    tenure = {"started_on": date(2014, 4, 1), "ended_on": ended_on, "state": "confirmed"}
    session.add(Affiliation(member_id=member, company_id=company, **tenure))
    await session.flush()


async def test_a_steward_reads_what_their_own_level_opens(session: AsyncSession) -> None:
    """They see everybody, but of the fields only what is open to them as a member; to who is verified nowhere, hardly anything."""
    group = GroupId((await make_group(session)).id)
    steward = await make_profile(session)
    people = {level: await make_profile(session, headline="ひとこと", headline_level=int(level)) for level in Level}
    for person in people.values():
        await make_connection(session, person, steward)
        await join_group(session, group, person)

    async def read(actor: Actor) -> set[Level]:
        found = await people_by_ids(session, actor, list(people.values()))
        return {level for level, person in people.items() if found[person].headline is not None}

    tied = {"member_id": steward, "is_steward": True, "groups": frozenset({group})}
    open_to_newcomers, open_to_verified = {Level.ANYONE, Level.SIGNED_IN}, {Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED}
    assert await read(Actor(**tied, level=Level.SIGNED_IN)) == open_to_newcomers
    assert await read(Actor(**tied, level=Level.VERIFIED)) == set(Level) - {Level.ONLY_ME}
    own = await people_by_ids(session, Actor(member_id=people[Level.ONLY_ME]), list(people.values()))
    assert [view.headline for view in own.values()] == ["ひとこと"]
    # Levels that no steward has: nothing but what is for everyone; and beyond verified, only ties open.
    assert await read(Actor(is_steward=True)) == {Level.ANYONE}
    assert await read(Actor(is_steward=True, level=Level.ONLY_ME)) == open_to_verified


async def test_one_field_by_itself(session: AsyncSession) -> None:
    """Its value where its own level opens it, otherwise nothing; whatever the levels of the others are."""
    reader = await make_profile(session)
    columns = {"headline": "ひとこと", "bio": "私について", "bio_level": int(Level.ONLY_ME)}
    people = {level: await make_profile(session, headline_level=int(level), **columns) for level in Level}
    value = shown(Profile.headline_level, Profile.headline, viewer_of(Actor(member_id=reader, level=Level.VERIFIED)))
    found = await true_of(session, Profile.member_id, value == "ひとこと", people.values())
    assert {level for level, person in people.items() if person in found} == {Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED}
    told = await true_of(session, Profile.member_id, value.is_not(None), people.values())
    assert told == found


async def test_availability_is_told_to_anybody_but_the_employer(session: AsyncSession) -> None:
    """The employer is the one that was told, or a tenure that goes on; who wants to tells it too, and reads their own always."""
    company = await make_company(session)
    employer, other = CompanyId(company.id), CompanyId((await make_company(session)).id)
    told = {"availability": "now"}
    people = {
        "works there": await make_profile(session, **told),
        "goes on there": await make_profile(session, **told),
        "was there": await make_profile(session, **told),
        "tells the employer": await make_profile(session, **told, availability_to_employer=True),
        "elsewhere": await make_profile(session, **told),
        "says nothing": await make_profile(session),
    }
    for name in ("works there", "tells the employer"):
        await employ(session, people[name], company)
    await make_tenure(session, people["goes on there"], employer, None)
    await make_tenure(session, people["was there"], employer, date(2019, 9, 1))
    await make_tenure(session, people["elsewhere"], other, None)
    reader = await make_profile(session)
    open_to_anybody = {"was there", "tells the employer", "elsewhere"}
    expected = {
        Actor(member_id=reader, companies=frozenset({employer, CompanyId(reader)})): open_to_anybody,
        Actor(member_id=reader, alumni_of=frozenset({employer})): open_to_anybody | {"works there", "goes on there"},
        Actor(companies=frozenset({employer})): open_to_anybody,
    }
    for name in ("works there", "goes on there"):
        expected[Actor(member_id=people[name], companies=frozenset({employer}))] = open_to_anybody | {name}
    for actor, names in expected.items():
        shown = availability_told(viewer_of(actor)).is_not(None)
        found = await true_of(session, Profile.member_id, shown, people.values())
        assert {name for name, person in people.items() if person in found} == names, actor
