"""Who is kept out, and who is let in beyond verified members: exclusions, connections, chosen circles, the present employer."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level, viewer_of
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people.model import Profile
from server.people.policy import visible_to
from server.people.reads import people_by_ids
from tests.factories.companies import make_company, succeed
from tests.factories.groups import make_group
from tests.factories.people import (
    act_as,
    choose_circle,
    employ,
    make_affiliation,
    make_block,
    make_connection,
    make_exclusion,
    make_member,
    make_operator,
)


async def sees(session: AsyncSession, actor: Actor, member: MemberId) -> bool:
    """Whether the actor sees the member."""
    found = select(Profile.member_id).where(Profile.member_id == member, visible_to(viewer_of(actor)))
    return await session.scalar(found) is not None


async def availability(session: AsyncSession, actor: Actor, member: MemberId) -> str | None:
    """What the actor reads of the member's availability."""
    return (await people_by_ids(session, actor, [member]))[member].availability


async def test_an_excluded_company_is_everybody_who_has_to_do_with_it(session: AsyncSession) -> None:
    """Alumni, confirmed or not, who works there now, and who was there before or after it had another name."""
    company, before, elsewhere = await make_company(session), await make_company(session), await make_company(session)
    await succeed(session, before, company)
    person = await make_member(session, "高橋 悠", elsewhere)
    await make_exclusion(session, person, company=company)
    alum, former = await make_member(session, "佐藤 花", company), await make_member(session, "森 楓", before)
    worker, claiming, stranger = [await make_member(session, name, elsewhere) for name in ("田中 実", "上野 光", "岡 渚")]
    await employ(session, worker, company)
    await make_affiliation(session, claiming, company, state="awaiting")
    watching = [await act_as(session, who) for who in (alum, former, worker, claiming, stranger, person)]
    assert [await sees(session, actor, person) for actor in watching] == [False, False, False, False, True, True]
    assert await sees(session, await act_as(session, person), alum)


async def test_an_excluded_member_does_not_see_who_excluded_them(session: AsyncSession) -> None:
    """One direction only, unlike a block; stewards, and who decides on an affiliation, still see."""
    company = await make_company(session)
    group = await make_group(session, company)
    one, other = await make_member(session, "高橋 悠"), await make_member(session, "佐藤 花")
    waiting = await make_member(session, "新井 新", company, verified=False)
    operator = await make_operator(session, GroupId(group.id), company=company)
    steward = await make_member(session, is_steward=True)
    for kept_out in (other, steward):
        await make_exclusion(session, one, other=kept_out)
    await make_exclusion(session, waiting, company=company)
    assert not await sees(session, await act_as(session, other), one)
    assert await sees(session, await act_as(session, one), other)
    assert await sees(session, await act_as(session, steward), one)
    assert await sees(session, await act_as(session, operator), waiting)


async def test_the_levels_beyond_verified_members(session: AsyncSession) -> None:
    """Chosen circles by a confirmed company or a group; connections see all three, others only their own."""
    company, chosen = await make_company(session), await make_company(session)
    await make_group(session, company)
    levels = {"headline_level": Level.CHOSEN_GROUPS, "place_level": Level.OWN_GROUPS, "bio_level": Level.CONNECTIONS}
    texts = {"headline": "選んだ会社へ", "place": "グループへ", "bio": "つながりへ"}
    person = await make_member(session, "高橋 悠", company, **texts, **{name: int(level) for name, level in levels.items()})
    await choose_circle(session, person, chosen.id)
    colleague, alum, friend, stranger = [
        await make_member(session, name, where)
        for name, where in (("佐藤 花", company), ("森 楓", chosen), ("岡 渚", None), ("上野 光", None))
    ]
    await make_affiliation(session, stranger, chosen, state="awaiting")
    await make_connection(session, person, friend)
    views = [(await people_by_ids(session, await act_as(session, who), [person]))[person] for who in (colleague, alum, friend, stranger)]
    assert [(view.headline, view.place, view.bio) for view in views] == [
        (None, "グループへ", None),
        ("選んだ会社へ", None, None),
        ("選んだ会社へ", "グループへ", "つながりへ"),
        (None, None, None),
    ]
    await make_block(session, friend, person)
    assert await people_by_ids(session, await act_as(session, friend), [person]) == {}


async def test_availability_is_kept_from_the_present_employer_unless_wanted(session: AsyncSession) -> None:
    """As it was told, or by a tenure that goes on; whoever ever had to do with that company counts."""
    employer, company = await make_company(session), await make_company(session)
    told, tenured = await make_member(session, company=company, availability="now"), await make_member(session, availability="talk")
    await employ(session, told, employer)
    await make_affiliation(session, tenured, employer, ended_on=None)
    inside, outside = await act_as(session, await make_member(session, company=employer)), await act_as(session, await make_member(session))
    assert [await availability(session, inside, who) for who in (told, tenured)] == [None, None]
    assert [await availability(session, outside, who) for who in (told, tenured)] == ["now", "talk"]
    (await session.get_one(Profile, told)).availability_to_employer = True
    await session.flush()
    assert await availability(session, inside, told) == "now"


async def test_an_actor_knows_their_companies(session: AsyncSession) -> None:
    """All for what hides, confirmed ones for what opens; with predecessors and successors, not with their siblings."""
    before, company, after, sibling, declared = [await make_company(session) for _ in range(5)]
    await succeed(session, before, company)
    await succeed(session, company, after)
    await succeed(session, sibling, after)
    member = await make_member(session, company=company)
    await make_affiliation(session, member, declared, state="awaiting")
    actor = await act_as(session, member)
    assert actor.alumni_of == {CompanyId(each.id) for each in (before, company, after)}
    assert actor.companies == {CompanyId(each.id) for each in (before, company, after, declared)}
