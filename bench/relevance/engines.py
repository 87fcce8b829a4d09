"""What is measured: our search through its own reads under the viewer's eyes, and plain trigrams over what the same viewer sees."""

from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.relevance.queries import Judged
from bench.relevance.scoring import DEPTH, Engine
from bench.relevance.world import VIEWER, handle_of, judged_world
from bench.worlds import mirror_anew
from engawa.parts import House
from server.accounts.model import Member
from server.accounts.rules import demo_email
from server.companies.reads import names_of
from server.kit.actor import Actor, viewer_of
from server.kit.clock import today
from server.kit.ids import CompanyId, MemberId
from server.kit.paging import PageRequest
from server.opportunities.model import Opportunity
from server.opportunities.policy import listed_to, live
from server.opportunities.reads import Order, find_opportunities
from server.opportunities.rules import OpportunityFilter
from server.people.model import Affiliation, Profile
from server.people.reads import PersonView, Question, actor_of, people_by_ids, search_people
from server.search.engine import SearchEngine
from server.search.meilisearch.engine import MeilisearchEngine
from workers.catching_up import give_what_was_noted

# A text is an answer when so much of the trigrams of the query is in some stretch of it.
_SIMILAR: Final = 0.3
_TRIGRAMS: Final = text("""
    SELECT handle FROM pg_temp.trigram_baseline
    WHERE find = :find AND word_similarity(:ask, told) > :similar
    ORDER BY word_similarity(:ask, told) DESC, handle LIMIT :depth
""")


def handles() -> dict[UUID, str]:
    """Return what the people and posts of the judged world are called in the judgements, by their ids in a database of it."""
    world = judged_world()
    return {person.id: handle_of(person) for person in world.people} | {post.id: post.title for post in world.opportunities}


async def viewer(session: AsyncSession) -> Actor:
    """Return the member with whose eyes everything was judged."""
    member = (await session.scalars(select(Member.id).where(Member.email == demo_email(VIEWER)))).one()
    actor = await actor_of(session, MemberId(member))
    assert actor is not None
    return actor


async def seen_people(session: AsyncSession, actor: Actor) -> dict[str, PersonView]:
    """Return everybody whom the viewer sees, by handle, with as much as the viewer sees of them."""
    everybody = [MemberId(key) for key in await session.scalars(select(Profile.member_id))]
    called = handles()
    # Who signed up by themselves since the world was made is not in it.
    return {called[member]: person for member, person in (await people_by_ids(session, actor, everybody)).items() if member in called}


async def seen_posts(session: AsyncSession, actor: Actor) -> dict[str, Opportunity]:
    """Return the live posts that are meant for the viewer, by handle."""
    called = handles()
    rows = await session.scalars(select(Opportunity).where(listed_to(viewer_of(actor)), live(today())))
    return {called[post.id]: post for post in rows}


async def unseen(session: AsyncSession, queries: Iterable[Judged]) -> list[str]:
    """Return the judged answers that are nobody and nothing of the world, or that the viewer may not see: query and handle."""
    actor = await viewer(session)
    known = {"people": await seen_people(session, actor), "posts": await seen_posts(session, actor)}
    return [f"{query.id}: {handle}" for query in queries for handle in query.answers if handle not in known[query.find]]


def ours(running: House, actor: Actor, engine: SearchEngine) -> Engine:
    """Return our search as it stands, over one of the engines: the reads that serve the graph, the first page, no filters."""
    called = handles()
    page = PageRequest(DEPTH)

    async def search(query: Judged) -> Sequence[str]:
        async with running.db.read() as session:
            if query.find == "people":
                found = await search_people(session, engine, actor, Question(query.ask), page)
                return [called[item.person.id] for item in found.page.items]
            wanted = OpportunityFilter(text=query.ask)
            listing = await find_opportunities(session, engine, actor, wanted, Order.RELEVANCE, page)
            return [called[post] for post in listing.page.items]

    return search


async def meilisearch(running: House, actor: Actor) -> dict[str, Engine]:
    """Return the same over Meilisearch, with every document in it, where the deployment has one; it may take its time."""
    mirror = running.worker.mirror
    if mirror is None:
        return {}
    await mirror_anew(running, mirror)
    await give_what_was_noted(running.worker, mirror)
    return {"meilisearch": ours(running, actor, MeilisearchEngine(mirror.connection))}


@asynccontextmanager
async def trigrams(running: House, actor: Actor) -> AsyncGenerator[Engine]:
    """Yield the baseline: `word_similarity` of pg_trgm over one text each, of what the viewer sees."""
    async with running.db.transaction() as session:
        await session.execute(text("CREATE TEMPORARY TABLE trigram_baseline (find text, handle text, told text) ON COMMIT DROP"))
        rows = [*await _people_told(session, actor), *await _posts_told(session, actor)]
        await session.execute(text("INSERT INTO pg_temp.trigram_baseline VALUES (:find, :handle, :told)"), rows)

        async def search(query: Judged) -> Sequence[str]:
            values = {"find": query.find, "ask": query.ask, "similar": _SIMILAR, "depth": DEPTH}
            return (await session.scalars(_TRIGRAMS, values)).all()

        yield search


async def _people_told(session: AsyncSession, actor: Actor) -> list[Mapping[str, str]]:
    people = await seen_people(session, actor)
    confirmed = select(Affiliation.member_id, Affiliation.company_id).where(Affiliation.state == "confirmed")
    rows = (await session.execute(confirmed.order_by(Affiliation.id))).all()
    names = await names_of(session, sorted({CompanyId(company) for _, company in rows}))
    companies: dict[UUID, list[str]] = {}
    for member, company in rows:
        companies.setdefault(member, []).extend(names[CompanyId(company)])
    return [
        {"find": "people", "handle": handle, "told": _told(_of_person(person), companies.get(person.id, ()))}
        for handle, person in people.items()
    ]


def _of_person(person: PersonView) -> list[str | None]:
    return [person.name, person.reading, person.romanised, person.headline, *(skill.name for skill in person.skills)]


async def _posts_told(session: AsyncSession, actor: Actor) -> list[Mapping[str, str]]:
    posts = await seen_posts(session, actor)
    authors = await people_by_ids(session, actor, [MemberId(post.author_id) for post in posts.values()])
    skills = {post.id: post.skills for post in judged_world().opportunities}
    return [
        {
            "find": "posts",
            "handle": handle,
            "told": _told((post.title, post.body, post.place, authors[MemberId(post.author_id)].name), skills[post.id]),
        }
        for handle, post in posts.items()
    ]


def _told(texts: Iterable[str | None], others: Iterable[str]) -> str:
    return "\n".join(each for each in (*texts, *others) if each)
