"""What "view as" shows equals what a real such member sees: over random worlds, the hypothetical eyes against real ones."""

import random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.kit.actor import Actor, Level
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId
from server.kit.paging import PageRequest
from server.opportunities.documents import opportunity_documents
from server.opportunities.reads import find_opportunities, opportunities_of_author, who_may_see
from server.opportunities.reads.lists import Order
from server.opportunities.rules import OpportunityFilter
from server.people.documents import person_documents
from server.people.policy import CHOOSABLE_LEVELS
from server.people.reads import LEVELLED, STRANGER, Question, affiliations_of, alum_like, member_like, people_by_ids, search_people
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company, succeed
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity
from tests.factories.people import act_as, choose_circle, employ, make_affiliation, make_exclusion, make_member

WORLDS = 25
FIELDS = (*LEVELLED, "listed")
LEVELS = sorted(CHOOSABLE_LEVELS)


async def somebody(session: AsyncSession, dice: random.Random, companies: list[Company], groups: list[GroupId]) -> MemberId:
    """A member who says everything, with levels, circles, an employer and exclusions as the dice fall."""
    texts: dict[str, Any] = {name: f"語{name}" for name in ("former_name", "present_position", "headline", "bio", "place")}
    levels = {f"{name}_level": int(dice.choice(LEVELS)) for name in FIELDS}
    levels["listed_level"] = int(dice.choice([Level.VERIFIED, Level.VERIFIED, *LEVELS]))
    member = await make_member(
        session, "高橋 悠", companies[0], **texts, gives=["語g"], asks=["語a"], skills=["語s"], availability="now", **levels
    )
    for company in dice.sample(companies[1:], dice.randint(0, 2)):
        await make_affiliation(session, member, company, state=dice.choice(["confirmed", "awaiting", "declined"]))
    for circle in dice.sample([company.id for company in companies], dice.randint(0, 2)):
        await choose_circle(session, member, circle)
    for group in dice.sample(groups, dice.randint(0, 1)):
        await choose_circle(session, member, group, "group")
    if dice.random() < 0.5:
        await employ(session, member, dice.choice(companies))
    for company in dice.sample(companies, dice.choice([0, 0, 1, 2])):
        await make_exclusion(session, member, company=company)
    return member


async def seen(session: AsyncSession, engine: PostgreSQLEngine, eyes: Actor, member: MemberId, posts: list[OpportunityId]) -> list[Any]:
    """Everything of the member that these eyes meet, in every way."""
    view = (await people_by_ids(session, eyes, [member])).get(member)
    times = (await affiliations_of(session, eyes, [member])).get(member, [])
    found: list[Any] = [view, times]
    for word in ("高橋", *(f"語{name}" for name in ("former_name", "headline", "bio", "s"))):
        people = await search_people(session, engine, eyes, Question(word), PageRequest(50, None))
        found.append([(each.highlights, each.person) for each in people.page.items if each.person.id == member])
    found.append(await who_may_see(session, posts, [eyes]))
    found.append((await opportunities_of_author(session, eyes, member, PageRequest(50, None))).items)
    for text in ("", "物流"):
        wanted = OpportunityFilter(text=text, companies=frozenset())
        listing = await find_opportunities(session, engine, eyes, wanted, Order.NEWEST, PageRequest(50, None))
        found.append([key for key in listing.page.items if key in posts])
    return found


@pytest.mark.parametrize("seed", range(WORLDS))
async def test_view_as_is_what_a_real_member_sees(session: AsyncSession, seed: int) -> None:
    """A stranger, an alum of each company, a member of each group; before and after mergers."""
    dice = random.Random(seed)
    companies = [await make_company(session) for _ in range(5)]
    await succeed(session, companies[3], companies[1])
    groups = [GroupId((await make_group(session, company)).id) for company in companies[:3]]
    outside = await make_company(session)
    member = await somebody(session, dice, companies, groups)
    posts = [
        await make_opportunity(session, member, audience=audience, groups=groups[:1] if audience is Level.CHOSEN_GROUPS else ())
        for audience in (Level.VERIFIED, Level.CHOSEN_GROUPS, Level.ANYONE)
    ]
    real = {"stranger": await make_member(session, "佐藤 花", outside)}
    real |= {str(company.id): await make_member(session, "佐藤 花", company) for company in companies}
    engine = PostgreSQLEngine()
    await engine.upsert(session, [*await person_documents(session, [member]), *await opportunity_documents(session, posts)])
    eyes: dict[str, Actor | None] = {"stranger": STRANGER}
    eyes |= {str(company.id): await alum_like(session, CompanyId(company.id)) for company in companies}
    for name, pretended in eyes.items():
        assert pretended is not None
        expected = await seen(session, engine, await act_as(session, real[name]), member, posts)
        assert await seen(session, engine, pretended, member, posts) == expected, name
    # Each group of these worlds gathers one company, whose alumni are its members.
    for group, company in zip(groups, companies, strict=False):
        as_member = await member_like(session, group)
        assert as_member == eyes[str(company.id)]


async def test_nobody_is_like_what_is_not_there(session: AsyncSession) -> None:
    """Neither a company nor a group that is unknown."""
    assert await alum_like(session, CompanyId(UUID(int=1))) is None
    assert await member_like(session, GroupId(UUID(int=1))) is None
