"""Who sees whom: the whole table of the predicate for people, and who decides on affiliations."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level, viewer_of
from server.kit.ids import GroupId, MemberId
from server.people.model import Affiliation, Profile
from server.people.policy import visible_to
from server.people.reads import actor_of, people_by_ids
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_application, make_group, make_role
from tests.factories.people import act_as, make_affiliation, make_block, make_member, make_operator, make_profile
from tests.server.people.waiting import waits_for


async def seen(session: AsyncSession, actor: Actor, *members: MemberId) -> list[bool]:
    """Which of the members the actor sees."""
    rows = await session.scalars(select(Profile.member_id).where(Profile.member_id.in_(members), visible_to(viewer_of(actor))))
    found = set(rows)
    return [member in found for member in members]


async def test_verified_members_see_each_other_and_nobody_else_sees_anybody(session: AsyncSession) -> None:
    """Guests and newcomers see no person; of a newcomer the others see nothing."""
    one, other = await make_member(session, "高橋 悠"), await make_member(session, "佐藤 花")
    newcomer = await make_member(session, "新井 新", verified=False)
    everybody = (one, other, newcomer)
    assert await seen(session, Actor(), *everybody) == [False, False, False]
    assert await seen(session, await act_as(session, newcomer), *everybody) == [False, False, True]
    assert await seen(session, await act_as(session, one), *everybody) == [True, True, False]
    steward = await make_member(session, "事務 局", is_steward=True)
    assert await seen(session, await act_as(session, steward), *everybody) == [True, True, True]


async def test_an_operator_sees_who_waits_for_the_group_and_no_other_newcomer(session: AsyncSession) -> None:
    """Only of the companies of the group, and only while it waits."""
    mine, theirs = await make_company(session), await make_company(session)
    group = await make_group(session, mine)
    operator = await act_as(session, await make_operator(session, GroupId(group.id), company=mine))
    waiting = await make_member(session, company=mine, verified=False)
    elsewhere = await make_member(session, company=theirs, verified=False)
    declined = await make_member(session, company=theirs, verified=False)
    await make_affiliation(session, declined, mine, state="declined")
    assert await seen(session, operator, waiting, elsewhere, declined) == [True, False, False]


async def test_who_decides_in_a_group_sees_who_applied_there(session: AsyncSession) -> None:
    """Also without any tie to its companies; as long as it waits. Neither its members, nor its contact, nor another group's operator do."""
    asked, other = [GroupId((await make_group(session)).id) for _ in range(2)]
    states = ("waiting", "approved", "declined", "withdrawn")
    applied = [await make_profile(session, verified=False) for _ in states]
    for state, member in zip(states, applied, strict=True):
        await make_application(session, asked, member, state=state)
    elsewhere, silent = [await make_profile(session, verified=False) for _ in range(2)]
    await make_application(session, other, elsewhere)
    roles = ("owner", "operator", "deputy", "company_contact")
    readers = {role: await make_profile(session) for role in (*roles, "member", "other", "both", "stranger")}
    for role in roles:
        await make_role(session, asked, readers[role], role)
    await join_group(session, asked, readers["member"])
    await join_group(session, asked, readers["other"])
    for group, name in ((other, "other"), (asked, "both"), (other, "both")):
        await make_role(session, group, readers[name])
    there = [True, *[False] * 5]
    expected = {
        "owner": there,
        "operator": there,
        "deputy": there,
        "company_contact": [False] * 6,
        "member": [False] * 6,
        "other": [*[False] * 4, True, False],
        "both": [True, *[False] * 3, True, False],
        "stranger": [False] * 6,
    }
    for name, sees in expected.items():
        assert await seen(session, await act_as(session, readers[name]), *applied, elsewhere, silent) == sees, name


async def test_a_block_works_in_both_directions(session: AsyncSession) -> None:
    """Whoever of the two asks; a steward still sees both, an operator still sees who waits."""
    company = await make_company(session)
    group = await make_group(session, company)
    one = await make_member(session, "高橋 悠", company)
    operator = await make_operator(session, GroupId(group.id), company=company)
    waiting = await make_member(session, "新井 新", company, verified=False)
    await make_block(session, one, operator)
    await make_block(session, waiting, operator)
    assert await seen(session, await act_as(session, one), operator) == [False]
    assert await seen(session, await act_as(session, operator), one, waiting) == [False, True]
    steward = await make_member(session, is_steward=True)
    await make_block(session, one, steward)
    assert await seen(session, await act_as(session, steward), one) == [True]


async def test_each_field_follows_its_level(session: AsyncSession) -> None:
    """Verified, own groups, only me; the levels of one field say nothing of the others."""
    company = await make_company(session)
    await make_group(session, company)
    levels = {
        "former_name_level": Level.OWN_GROUPS,
        "headline_level": Level.ONLY_ME,
        "skills_level": Level.ONLY_ME,
        "gives_level": Level.OWN_GROUPS,
    }
    texts = {"former_name": "田中 悠", "headline": "ひとこと", "place": "渋谷", "gives": ["壁打ち"], "skills": ["物流"]}
    person = await make_member(session, "高橋 悠", company, **texts, **{name: int(level) for name, level in levels.items()})
    colleague, stranger = await make_member(session, "佐藤 花", company), await make_member(session, "森 楓")
    shown = [(await people_by_ids(session, await act_as(session, who), [person]))[person] for who in (person, colleague, stranger)]
    assert [view.former_name for view in shown] == ["田中 悠", "田中 悠", None]
    assert [view.headline for view in shown] == ["ひとこと", None, None]
    assert [view.place for view in shown] == ["渋谷", "渋谷", "渋谷"]
    assert [view.gives for view in shown] == [("壁打ち",), ("壁打ち",), ()]
    assert [len(view.skills) for view in shown] == [1, 0, 0]


async def test_who_is_listed_for_the_own_groups_only_is_seen_by_them_only(session: AsyncSession) -> None:
    """Even a level that a row should never have opens a person to no guest."""
    company = await make_company(session)
    await make_group(session, company)
    hidden = await make_member(session, company=company, listed_level=int(Level.OWN_GROUPS))
    opened = await make_member(session, company=company, listed_level=int(Level.ANYONE))
    colleague, stranger = await make_member(session, company=company), await make_member(session)
    newcomer = await make_member(session, verified=False)
    assert await seen(session, await act_as(session, colleague), hidden, opened) == [True, True]
    assert await seen(session, await act_as(session, stranger), hidden, opened) == [False, True]
    assert await seen(session, await act_as(session, newcomer), hidden, opened) == [False, False]
    assert await seen(session, Actor(), hidden, opened) == [False, False]


async def test_affiliations_wait_for_operators_or_else_for_stewards(session: AsyncSession) -> None:
    """And never for their own member; a company's contact decides nothing."""
    run, orphan = await make_company(session), await make_company(session)
    group, contact_only = await make_group(session, run), await make_group(session, orphan)
    operator = await make_operator(session, GroupId(group.id), company=run)
    contact = await make_member(session, company=orphan)
    await make_role(session, GroupId(contact_only.id), contact, "company_contact")
    steward = await make_member(session, is_steward=True)
    first, second, own = [await make_affiliation(session, member, company, state="awaiting") for member, company in
        ((await make_member(session), run), (await make_member(session), orphan), (operator, run))]  # fmt: skip

    async def queue(member: MemberId) -> set[object]:
        actor = await actor_of(session, member)
        assert actor is not None
        waiting = select(Affiliation.id).where(Affiliation.id.in_([first.id, second.id, own.id]), waits_for(viewer_of(actor)))
        return set(await session.scalars(waiting))

    assert await queue(operator) == {first.id}
    assert await queue(contact) == set()
    assert await queue(steward) == {second.id}
