"""Random worlds of posts and readers, and what a reader may wish for in them."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as some
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.clock import today
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId
from server.opportunities.documents import facts_by_ids, opportunity_documents
from server.opportunities.reads import Facets, Order, who_may_see
from server.opportunities.rules import Direction, Kind, OpportunityFacts, OpportunityFilter, matches
from server.people.commands import ensure_skills
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company, succeed
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity
from tests.factories.people import act_as, make_block, make_member

ENGINE = PostgreSQLEngine()
KINDS = (Kind.SPEAKER, Kind.VENUE, Kind.OTHER)
WORDS = (
    "物流",
    "倉庫の自動化",
    "髙橋",
    "takahashi",
    "広報",
    "python",
    "壁打ち",
    "たかはし",
    "渋谷",
    "ひだまり",
    "物",
    "広報 渋谷",
    "登壇",
    "無料",
    "リモート",
    "ヒダマリ",
    "ロジスティクス",
    "広報の相談をしたい",
)
TITLES = ("物流の新規事業の壁打ち", "広報の相談にのります", "倉庫の自動化をPythonで", "登壇者をさがしています", "会場をお貸しします")
PLACES = (None, "渋谷", "福岡・東京", "宇宙")
BODIES = ("**渋谷**で話しましょう。", "倉庫の業務を[見直し](https://example.com)たいです。", "高橋さんの紹介です。", "広報担当の方へ。")


@dataclass(frozen=True)
class Wish:
    """A filter and its reader, before there is a world: places in its lists."""

    reader: int
    text: str
    kinds: frozenset[Kind]
    directions: frozenset[Direction]
    skills: frozenset[int]
    companies: frozenset[int]
    groups: frozenset[int]
    places: frozenset[str]
    remote: bool | None
    order: Order


class World:
    """A few members of two companies, posts of every audience by them, and what each reader may see of those."""

    actors: list[Actor]
    posts: list[OpportunityId]
    skills: list[SkillId]
    groups: list[GroupId]
    companies: list[CompanyId]
    live: frozenset[UUID]
    facts: dict[OpportunityId, OpportunityFacts]
    seen: dict[tuple[int, OpportunityId], bool]

    def wanted(self, wish: Wish) -> OpportunityFilter:
        """The filter of a wish in this world."""
        return OpportunityFilter(
            text=wish.text,
            kinds=wish.kinds,
            directions=wish.directions,
            skills=frozenset(self.skills[at] for at in wish.skills),
            companies=frozenset(self.companies[at] for at in wish.companies),
            groups=frozenset(self.groups[at] for at in wish.groups),
            places=wish.places,
            remote=wish.remote,
        )

    def counted(self, wish: Wish) -> Facets:
        """How many posts of each value live delivery would hand over, had the wish not asked for values of its kind."""
        return Facets(
            kinds=_counts((self.facts[post].kind for post in self.matched(replace(wish, kinds=frozenset()))), Kind),
            directions=_counts((self.facts[post].direction for post in self.matched(replace(wish, directions=frozenset()))), Direction),
            # From where one can take part is one question, but for who asks for nothing that is remote.
            places=Counter(
                place
                for post in self.matched(replace(wish, places=frozenset(), remote=wish.remote and None))
                for place in self.facts[post].places
            ),
            remote=sum(
                self.facts[post].remote
                for post in self.matched(replace(wish, places=wish.places if wish.remote is False else frozenset(), remote=None))
            ),
            skills=Counter(skill for post in self.matched(replace(wish, skills=frozenset())) for skill in self.facts[post].skills),
            groups=Counter(group for post in self.matched(replace(wish, groups=frozenset())) for group in self.facts[post].groups),
            companies=Counter(
                company
                for post in self.matched(replace(wish, companies=frozenset()))
                if self.seen[wish.reader, post]
                for company in self.facts[post].author.companies
            ),
        )

    def matched(self, wish: Wish) -> set[OpportunityId]:
        """What live delivery would hand over of the posts that are live."""
        wanted = self.wanted(wish)
        found: set[OpportunityId] = set()
        for (reader, post), sees_author in self.seen.items():
            facts = self.facts[post] if sees_author else self.facts[post].without_author()
            if reader == wish.reader and post in self.live and matches(wanted, facts):
                found.add(post)
        return found


def _counts(values: Iterable[Any], among: Iterable[Any]) -> dict[Any, int]:
    found = Counter(values)
    return {value: found[value] for value in among if value in found}


async def make_world(session: AsyncSession, seed: int) -> World:
    """The same world for the same seed, but for its ids."""
    chance = random.Random(seed)
    world = World()
    companies = [await make_company(session), await make_company(session)]
    world.groups = [GroupId((await make_group(session, company)).id) for company in companies]
    # The first went on as a third, where nobody was: who asks for it finds those of the first.
    later = await make_company(session)
    await succeed(session, companies[0], later)
    world.companies = [CompanyId(company.id) for company in (*companies, later)]
    names = (("髙橋 悠", "たかはし ゆう"), ("佐藤 凪", "さとう なぎ"), ("森 楓", None), ("林 渚", None))
    members = [
        await make_member(session, name, companies[at % 2], reading=reading, verified=at < 3) for at, (name, reading) in enumerate(names)
    ]
    await make_block(session, members[2], members[1])
    world.skills = await ensure_skills(session, ["物流", "広報", "Python"])
    world.posts = [await _post(session, chance, world, members[:3]) for _ in range(14)]
    world.actors = [Actor(), *[await act_as(session, member) for member in members]]
    documents = await opportunity_documents(session, world.posts)
    await ENGINE.upsert(session, documents)
    world.live = frozenset(document.id for document in documents)
    world.facts = await facts_by_ids(session, world.posts)
    world.seen = await who_may_see(session, world.posts, world.actors)
    return world


async def _post(session: AsyncSession, chance: random.Random, world: World, authors: list[MemberId]) -> OpportunityId:
    author = chance.choice(authors)
    audience = chance.choice((Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED, Level.CHOSEN_GROUPS))
    return await make_opportunity(
        session,
        author,
        kind=chance.choice(KINDS),
        direction=chance.choice(tuple(Direction)),
        title=chance.choice(TITLES),
        body=chance.choice(BODIES),
        audience=audience,
        groups=chance.sample(world.groups, chance.randint(1, 2)) if audience is Level.CHOSEN_GROUPS else (),
        skills=chance.sample(world.skills, chance.randint(0, 2)),
        terms={},
        place=chance.choice(PLACES),
        remote=chance.random() < 0.5,
        on_behalf_of=chance.choice((None, "株式会社ひだまり")),
        last_day=today() + timedelta(days=chance.choice((-1, 0, 5, 30))),
        posted_at=None,
    )


def some_of(values: Iterable[Any]) -> some.SearchStrategy[frozenset[Any]]:
    """Any subset, often the empty one."""
    return some.just(frozenset()) | some.just(frozenset()) | some.frozensets(some.sampled_from(list(values)), max_size=2)


WISHES = some.builds(
    Wish,
    reader=some.integers(0, 4),
    text=some.just("") | some.sampled_from(WORDS),
    kinds=some_of(KINDS),
    directions=some_of(Direction),
    skills=some_of(range(3)),
    companies=some_of(range(3)),
    groups=some_of(range(2)),
    places=some_of(("JP-13", "JP-40", "JP-47")),
    remote=some.sampled_from((None, None, True, False)),
    order=some.sampled_from(Order),
)
