"""People search over the demo, server-side: our engine beside a plain ILIKE over the same rows, in one run."""

import asyncio
import itertools
from pathlib import Path

from sqlalchemy import or_, select

from bench.measuring import Figure, percentile, sampled, spread
from engawa.parts import House
from engawa.serving import house
from server.accounts.model import Member
from server.accounts.rules import demo_email
from server.kit.actor import Actor
from server.kit.ids import MemberId
from server.kit.paging import PageRequest
from server.kit.settings import load_settings
from server.people.model import Profile
from server.people.reads import Question, actor_of, search_people

WORDS = "高橋 たかはし takahashi ソニー+音声 物流 渡辺 採用+人事 わた デザイン SONY 新規事業 東京+営業 ニトリ データ+分析".replace(
    "+", "\u3000"
).split(" ")


async def measure(home: Path) -> list[Figure]:
    """Return the figures of people search."""
    variables = {"DATA_DIR": str(home / "world-2000"), "DEMO_MEMBERS": "2000"}
    async with house(load_settings(variables), lambda _told: None) as running:
        await asyncio.sleep(1)
        actor = await demo_viewer(running)
        words = itertools.cycle(WORDS)
        ours = await sampled(lambda: _ours(running, actor, next(words)), 300, 30)
        plain = await sampled(lambda: _plain(running, next(words)), 300, 30)
    return [
        *spread("people search, 2,000 members, with facets", ours, 15),
        Figure("  beside: ILIKE over the profile, no facets, p50", percentile(plain, 0.5), "ms"),
    ]


async def demo_viewer(running: House) -> Actor:
    """Return the ready-made member."""
    async with running.db.read() as session:
        member = (await session.scalars(select(Member.id).where(Member.email == demo_email("member")))).one()
        actor = await actor_of(session, MemberId(member))
    assert actor is not None
    return actor


async def _ours(running: House, actor: Actor, words: str) -> None:
    async with running.db.read() as session:
        await search_people(session, running.graph.engine, actor, Question(words), PageRequest(20))


async def _plain(running: House, words: str) -> None:
    columns = (Profile.name, Profile.reading, Profile.romanised, Profile.headline, Profile.bio, Profile.place)
    every = [or_(*(column.ilike(f"%{word}%") for column in columns)) for word in words.split()]
    async with running.db.read() as session:
        (await session.execute(select(Profile).where(*every).limit(20))).all()
