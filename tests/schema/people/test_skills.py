"""Skills with several names: typed by any of them they are one, and found by each."""

from sqlalchemy import select

from engawa.facts import ensure_facts
from server.kit.ids import MemberId
from server.opportunities.model import OpportunitySkill
from server.people.commands import ensure_skills
from server.people.model import MemberSkill, Skill
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.support.running import Application
from tests.support.unchanged import unchanged

UPDATED = "... on ProfileUpdated { viewer { profile { skills { name } } } }"


async def facts(app: Application) -> None:
    """Load the facts as a start does, without the demo world."""
    settings = app.house.settings.model_copy(update={"database_url": "postgresql://somewhere/else"})
    await ensure_facts(type(app.house)(**{name: getattr(app.house, name) for name in app.house.__slots__} | {"settings": settings}), print)


async def member_of(app: Application, name: str = "高橋 悠", skills: tuple[str, ...] = ()) -> MemberId:
    """A verified member."""
    async with app.house.db.transaction() as session:
        return await make_member(session, name, skills=list(skills))


async def test_another_name_lands_on_the_one_skill(app: Application) -> None:
    """In any spelling, once; it is shown by its own name."""
    await facts(app)
    client = await app.as_member(await member_of(app))
    answer = await client.change("updateProfile", {"skills": ["ＨＲ", "人事", "human resources", "ユーザー体験", "花道"]}, UPDATED)
    assert [skill["name"] for skill in answer["viewer"]["profile"]["skills"]] == ["人事", "UXデザイン", "花道"]


async def test_the_picker_finds_by_every_name(app: Application) -> None:
    """Those whose name begins with it first; page by page none twice."""
    await facts(app)
    for text, name in (("hr", "人事"), ("ゆーざーたいけん", None), ("UX", "UXデザイン"), ("ロジステ", "物流")):
        found = await app.guest().ask("query ($t: String) { skills(text: $t, first: 5) { edges { node { name } } } }", {"t": text})
        assert [edge["node"]["name"] for edge in found["skills"]["edges"]][:1] == ([name] if name else [])
    query = 'query ($a: String) { skills(text: "", first: 20, after: $a) { edges { node { name } } pageInfo { endCursor hasNextPage } } }'
    names: list[str] = []
    after, more = None, True
    while more:
        page = (await app.guest().ask(query, {"a": after}))["skills"]
        names += [edge["node"]["name"] for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert len(names) == len(set(names)) > 50


async def test_search_finds_people_by_the_other_names(app: Application) -> None:
    """Who can do 物流 is found by ロジスティクス too."""
    await facts(app)
    client = await app.as_member(await member_of(app))
    await client.change("updateProfile", {"skills": ["物流"]})
    await app.drain()
    reader = await app.as_member(await member_of(app, "森 楓"))
    found = await reader.ask('{ people(first: 5, text: "ロジスティクス") { edges { node { name } } } }')
    assert [edge["node"]["name"] for edge in found["people"]["edges"]] == ["高橋 悠"]


async def test_skills_of_before_become_one(app: Application) -> None:
    """Members and posts that named one of its other names follow; a second start changes nothing."""
    member = await member_of(app, skills=("HR", "写真", "フォトグラフィー"))
    async with app.house.db.transaction() as session:
        post = await make_opportunity(session, member)
        (skill,) = await ensure_skills(session, ["HR"])
        session.add(OpportunitySkill(opportunity_id=post, skill_id=skill, position=0))
    await facts(app)
    async with app.house.db.read() as session:
        named = select(Skill.name).join(MemberSkill, MemberSkill.skill_id == Skill.id).where(MemberSkill.member_id == member)
        assert (await session.scalars(named.order_by(MemberSkill.position))).all() == ["人事", "写真"]
        sought = select(Skill.name).join(OpportunitySkill, OpportunitySkill.skill_id == Skill.id)
        assert (await session.scalars(sought.where(OpportunitySkill.opportunity_id == post))).all() == ["人事"]
        assert (await session.scalars(select(Skill.name).where(Skill.name.in_(["HR", "フォトグラフィー"])))).all() == []
    async with unchanged(app.house.db, but=["company_name"]):
        await facts(app)
