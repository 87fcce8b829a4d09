"""A reader, people who hide from the reader in every way there is, and what all of these can change without the reader knowing."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.companies.model import Company
from server.groups.model import AlumniGroup, ApplicationMessage, GroupApplication, GroupProposal, JoinLink
from server.kit.actor import Level
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId, StandingQueryId, global_id
from server.opportunities.model import Opportunity, OpportunityExclusion, OpportunityGroup
from server.opportunities.rules import Direction, Kind, places_of
from server.people.commands import ensure_skills
from server.people.model import Affiliation, Connection, MemberSkill, PresentEmployer, Profile
from server.people.reads import LEVELLED
from server.standing.model import StandingQuery
from server.standing.rules import Channel
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_proposal
from tests.factories.moderation import make_report
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import (
    act_as,
    employ,
    make_affiliation,
    make_block,
    make_connection,
    make_exclusion,
    make_member,
    settle,
)
from tests.prove.interfering.values import PLACES, SECRET_PLACES, tell_others, tell_values
from tests.prove.interfering.waiting import let_come, let_wait, save_searches

LEVELS = tuple(LEVELLED)
TEXTS = ("former_name", "present_position", "headline", "bio", "place")
WORDS = ("物流", "音声", "法務", "採用", "店舗", "研究", "英語", "登壇", "倉庫", "会計")
SECRET = ("暗号", "量子", "宇宙", "漁業", "林業", "造船")
SURNAMES = ("高橋", "佐藤", "渡邊", "田中", "森", "岡", "上野", "林")
GIVEN = ("悠", "花", "楓", "実", "光", "渚", "凪", "新")
READER = "reader@people.example"
# The title of a post that the reader sees, and nobody else has.
LAST = "最後の募集"


@dataclass(slots=True)
class World:
    """The reader and what they saved; who hides from them wholly, who hides fields, which posts are hidden; every id to ask for."""

    reader: MemberId
    shown: OpportunityId
    companies: list[CompanyId]
    groups: list[GroupId]
    searches: dict[Channel, StandingQueryId]
    hidden: list[MemberId] = field(default_factory=list[MemberId])
    partly: list[MemberId] = field(default_factory=list[MemberId])
    posts: list[OpportunityId] = field(default_factory=list[OpportunityId])
    ids: list[str] = field(default_factory=list[str])


async def _somebody(session: AsyncSession, dice: random.Random, words: tuple[str, ...], company: Company, **rest: Any) -> MemberId:
    texts: dict[str, Any] = {name: f"{dice.choice(words)}の{dice.choice(words)}" for name in TEXTS}
    lists: dict[str, Any] = {name: [dice.choice(words)] for name in ("gives", "asks", "skills")}
    name = f"{dice.choice(SURNAMES)} {dice.choice(GIVEN)}"
    return await make_member(session, name, company, **texts, **lists, availability="now", **rest)


async def _post(session: AsyncSession, dice: random.Random, author: MemberId, words: tuple[str, ...], **rest: Any) -> OpportunityId:
    skills = [SkillId(skill) for skill in await ensure_skills(session, [dice.choice(words)])]
    texts = {
        "title": f"{dice.choice(words)}の相談",
        "body": f"{dice.choice(words)}と{dice.choice(words)}について",
        "place": dice.choice(PLACES),
    }
    kind, direction = dice.choice([(Kind.SOUNDING_BOARD, Direction.SEEKING), (Kind.SOUNDING_BOARD, Direction.OFFERING)])
    return await make_opportunity(session, author, kind=kind, direction=direction, skills=skills, **(texts | rest))


async def make_world(session: AsyncSession, dice: random.Random) -> World:
    """Fill a database; the reader has to do with four companies, in four ways."""
    companies = [await make_company(session) for _ in range(8)]
    own, declared, employer, shared = companies[:4]
    groups = [GroupId((await make_group(session, company)).id) for company in (own, *companies[4:6])]
    reader = await _somebody(session, dice, WORDS, own, email=READER)
    await settle(session, reader)
    await make_affiliation(session, reader, declared, state="awaiting")
    await employ(session, reader, employer)
    await make_affiliation(session, reader, shared)
    searches = await save_searches(session, dice, reader, (WORDS, SECRET), (companies, groups))
    seen = [await _somebody(session, dice, WORDS, dice.choice(companies)) for _ in range(14)]
    shown = await _post(session, dice, seen[0], WORDS, title=LAST)
    world = World(reader, shown, [CompanyId(company.id) for company in companies], groups, searches)
    world.hidden = [await _somebody(session, dice, WORDS, company) for company in (*companies, companies[7])]
    for member, hide in zip(world.hidden, _ways(session, world, own, declared, employer), strict=True):
        await hide(member)
    # None of them shares a group with the reader; these levels are closed to them.
    closed = [Level.CHOSEN_GROUPS, Level.OWN_GROUPS, Level.CONNECTIONS, Level.ONLY_ME]
    for _ in range(4):
        levels = {f"{name}_level": int(dice.choice(closed)) for name in LEVELS}
        world.partly.append(await _somebody(session, dice, WORDS, companies[6], **levels))
    await make_connection(session, reader, seen[0])
    await tell_values(session, dice, [*seen, *world.hidden, *world.partly], seen[5:7], own)
    await _posts(session, dice, world, seen, groups, own)
    await _talks(session, dice, world, seen)
    await let_come(session, reader)
    await settle(session, reader)
    await let_wait(session, searches, world.posts)
    joining = [*await _applications(session, dice, world, groups), *await _proposals(session, dice, world, companies)]
    people = [global_id("Person", member) for member in (reader, *seen, *world.hidden, *world.partly)]
    posts = [global_id("Opportunity", key) for key in await session.scalars(select(Opportunity.id))]
    times = [global_id("Affiliation", key) for key in await session.scalars(select(Affiliation.id))]
    places = [global_id("Company", each.id) for each in companies] + [global_id("AlumniGroup", group) for group in groups]
    kept = [global_id("StandingQuery", key) for key in await session.scalars(select(StandingQuery.id).order_by(StandingQuery.id))]
    world.ids = [*people, *posts, *times, *places, *joining, *kept, "nonsense"]
    return world


def _ways(session: AsyncSession, world: World, own: Company, declared: Company, employer: Company) -> list[Any]:
    async def from_reader(member: MemberId) -> None:
        await make_exclusion(session, member, other=world.reader)

    async def blocked(member: MemberId) -> None:
        await make_block(session, member, world.reader)

    async def mutual(member: MemberId) -> None:
        await make_block(session, member, world.reader)
        await make_block(session, world.reader, member)

    def from_company(company: Company) -> Any:
        async def hide(member: MemberId) -> None:
            await make_exclusion(session, member, company=company)

        return hide

    async def leaving(member: MemberId) -> None:
        session.add(Departure(member_id=member, erase_at=now() + timedelta(days=14)))
        await session.flush()

    def listed(level: Level) -> Any:
        async def hide(member: MemberId) -> None:
            (await session.get_one(Profile, member)).listed_level = int(level)

        return hide

    return [
        from_reader,
        from_company(own),
        from_company(declared),
        from_company(employer),
        blocked,
        mutual,
        listed(Level.CONNECTIONS),
        listed(Level.ONLY_ME),
        leaving,
    ]


async def _posts(
    session: AsyncSession, dice: random.Random, world: World, seen: list[MemberId], groups: list[GroupId], own: Company
) -> None:
    for author in (world.reader, *seen):
        await _post(session, dice, author, WORDS)
    # Whoever is only not listed still shows posts, without a name: these stay as they are.
    for author in (*world.hidden[:6], world.hidden[8]):
        world.posts.append(await _post(session, dice, author, WORDS))
    for author in world.hidden[6:8]:
        await _post(session, dice, author, WORDS)
    for exclusion in ({"company_id": own.id}, {"other_id": world.reader}):
        post = await _post(session, dice, seen[1], WORDS)
        session.add(OpportunityExclusion(opportunity_id=post, **exclusion))
        world.posts.append(post)
    actor = await act_as(session, world.reader)
    elsewhere = [group for group in groups if group not in actor.groups]
    world.posts.append(await _post(session, dice, seen[2], WORDS, audience=Level.CHOSEN_GROUPS, groups=elsewhere[:1]))
    world.posts.append(await _post(session, dice, seen[3], WORDS, hidden_at=now(), hidden_reason=dice.choice(WORDS)))
    world.posts.append(await _post(session, dice, seen[4], WORDS, audience=Level.CHOSEN_GROUPS, groups=groups[:1]))
    (await session.get_one(OpportunityGroup, (world.posts[-1], groups[0]))).hidden_at = now()
    await session.flush()


async def _talks(session: AsyncSession, dice: random.Random, world: World, seen: list[MemberId]) -> None:
    mine = await _post(session, dice, world.reader, WORDS)
    for responder in (seen[3], world.hidden[0], world.hidden[4]):
        await make_response(session, mine, responder)
    # What hidden people do with others is nobody's to know.
    for post in world.posts[:2]:
        await make_response(session, post, seen[4])


async def _applications(session: AsyncSession, dice: random.Random, world: World, groups: list[GroupId]) -> list[str]:
    """Who is hidden applies to groups, by links; who reads decides nowhere. Return the ids of all that."""
    made: list[GroupApplication | JoinLink] = []
    for number, member in enumerate(world.hidden):
        group = groups[1 + number % 2]
        link = JoinLink(group_id=group, token=f"token-{number}", label=dice.choice(WORDS), expires_at=now() + timedelta(days=9))
        session.add(link)
        await session.flush()
        answers = [{"question": dice.choice(WORDS), "answer": dice.choice(WORDS)}]
        application = GroupApplication(group_id=group, member_id=member, link_id=link.id, answers=answers)
        session.add(application)
        await session.flush()
        session.add(ApplicationMessage(application_id=application.id, from_group=True, body=dice.choice(WORDS)))
        made += [application, link]
    await session.flush()
    return [global_id(type(row).__name__, row.id) for row in made]


async def _proposals(session: AsyncSession, dice: random.Random, world: World, companies: list[Company]) -> list[str]:
    """Who is hidden, and who is not, proposed groups, which are only theirs and the stewards' to see. Return their ids."""
    proposers = (*world.hidden[:3], world.partly[0])
    made = [
        await make_proposal(session, member, companies[number], slug=f"proposed-{number}", note=dice.choice(WORDS))
        for number, member in enumerate(proposers)
    ]
    return [global_id("AlumniGroup", group.id) for group in made]


async def _change_proposals(session: AsyncSession, dice: random.Random) -> None:
    """They are called otherwise, say something else, and some were declined."""
    wanted = select(AlumniGroup, GroupProposal).join(GroupProposal, GroupProposal.group_id == AlumniGroup.id).order_by(AlumniGroup.id)
    for group, said in (await session.execute(wanted)).all():
        group.name, group.description, group.slug = dice.choice(SECRET), dice.choice(SECRET), f"himitsu-{group.id.hex[-8:]}"
        group.guidelines, group.contact, group.questions = dice.choice(SECRET), "himitsu@people.example", [dice.choice(SECRET)]
        group.state, said.note, said.reason = dice.choice(["proposed", "declined"]), dice.choice(SECRET), dice.choice(SECRET)
    await session.flush()


async def _change_applications(session: AsyncSession, dice: random.Random) -> None:
    """They say something else, were declined or taken back, and more came by the links."""
    for row in await session.scalars(select(GroupApplication).order_by(GroupApplication.id)):
        row.answers = [{"question": dice.choice(SECRET), "answer": dice.choice(SECRET)}]
        row.state, row.reason = dice.choice(["waiting", "declined", "withdrawn"]), dice.choice(SECRET)
    for message in await session.scalars(select(ApplicationMessage).order_by(ApplicationMessage.id)):
        message.body = dice.choice(SECRET)
    for link in await session.scalars(select(JoinLink).order_by(JoinLink.id)):
        link.label, link.used, link.questions = dice.choice(SECRET), dice.randrange(9), [dice.choice(SECRET)]
    await session.flush()


async def change_what_is_hidden(session: AsyncSession, dice: random.Random, world: World) -> None:
    """Make another world of it: everything that the reader must not notice says something else.

    What anybody may count stays: how many verified members and live posts there are, and how many come from each company.
    """
    await _exchange_companies(session, world)
    for member in world.hidden:
        await _rewrite(session, dice, member, SECRET)
        profile = await session.get_one(Profile, member)
        profile.name, profile.reading, profile.romanised = f"{dice.choice(SECRET)} {dice.choice(SECRET)}", "ひみつ", "Himitsu"
        await session.execute(delete(Connection).where(Connection.member_id == member))
        await session.execute(delete(PresentEmployer).where(PresentEmployer.member_id == member))
    for member in world.partly:
        await _rewrite(session, dice, member, SECRET)
    for post in world.posts:
        text = {
            "title": f"{dice.choice(SECRET)}の話",
            "body": f"{dice.choice(SECRET)}と物流",
            "direction": dice.choice(["seeking", "offering"]),
        }
        place = dice.choice(SECRET_PLACES)
        where = {"place": place, "places": places_of(place, {}), "remote": True}
        await session.execute(update(Opportunity).where(Opportunity.id == post).values(**text, **where))
    await make_connection(session, world.hidden[0], world.hidden[1])
    await _report(session, dice, world)
    await tell_others(session, dice, [*world.hidden, *world.partly], world.reader)
    await _change_applications(session, dice)
    await _change_proposals(session, dice)
    await session.flush()


async def _report(session: AsyncSession, dice: random.Random, world: World) -> None:
    """Others report what the reader sees, and what they do not."""
    for reporter, subject in ((world.hidden[0], world.shown), (world.hidden[1], world.posts[0])):
        author = MemberId((await session.get_one(Opportunity, subject)).author_id)
        await make_report(session, reporter, subject, about=author, note=dice.choice(SECRET))


async def _exchange_companies(session: AsyncSession, world: World) -> None:
    rows = (await session.scalars(select(Affiliation).where(Affiliation.member_id.in_(world.hidden)).order_by(Affiliation.id))).all()
    moved = [row.company_id for row in rows]
    for row, company in zip(rows, [*moved[1:], moved[0]], strict=True):
        row.company_id, row.department, row.title = company, "極秘部", "極秘"
    await session.flush()


async def _rewrite(session: AsyncSession, dice: random.Random, member: MemberId, words: tuple[str, ...]) -> None:
    profile = await session.get_one(Profile, member)
    for name in TEXTS:
        setattr(profile, name, f"{dice.choice(words)}の{dice.choice(words)}")
    profile.gives, profile.asks = [dice.choice(words)], [dice.choice(words), "物流"]
    profile.languages, profile.links, profile.photo = ["de"], ["https://himitsu.example/"], "himitsu"
    profile.availability = dice.choice(["now", "not_now"])
    await session.execute(delete(MemberSkill).where(MemberSkill.member_id == member))
    for position, skill in enumerate(await ensure_skills(session, [f"{dice.choice(words)}学", "物流"])):
        session.add(MemberSkill(member_id=member, skill_id=skill, position=position))
