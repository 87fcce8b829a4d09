"""A group's page as it is read: by a member of it, by who operates it, and by a guest, in a world of two thousand."""

import os
from pathlib import Path

from sqlalchemy import func, select

from bench.asking import ask, document
from bench.measuring import Figure, sampled, spread
from engawa.parts import House
from engawa.serving import house
from server.accounts.model import Member
from server.accounts.rules import demo_email
from server.groups.model import AlumniGroup, GroupMembership
from server.kit.actor import Actor
from server.kit.ids import MemberId
from server.kit.settings import load_settings
from server.people.reads import actor_of

MEMBERS = int(os.environ.get("BENCH_MEMBERS", "2000"))
SAMPLES = 300
# The page, and the two lists that it reads apart once it stands.
PARTS = (("Group", "the page", 10.0), ("GroupPosts", "  its posts", None), ("GroupPeople", "  its people", None))


async def measure(home: Path) -> list[Figure]:
    """Return the figures of the page of the group with the most members."""
    variables = {"DATA_DIR": str(home / f"world-{MEMBERS}"), "DEMO_MEMBERS": str(MEMBERS)}
    async with house(load_settings(variables), print) as running:
        slug, count, readers = await _cast(running)
        figures: list[Figure] = []
        for who, actor in readers.items():
            for name, what, target in PARTS:
                times = await sampled(lambda actor=actor, name=name: ask(running, actor, document(name), {"slug": slug}), SAMPLES, 40)
                figures += spread(f"{what} of a group of {count:,} members among {MEMBERS:,}, {who}", times, target)
    return figures


async def _cast(running: House) -> tuple[str, int, dict[str, Actor]]:
    async with running.db.read() as session:
        sized = select(AlumniGroup.slug, func.count().label("size")).join(GroupMembership, GroupMembership.group_id == AlumniGroup.id)
        sized = sized.where(GroupMembership.state == "approved").group_by(AlumniGroup.slug).order_by(func.count().desc())
        slug, count = (await session.execute(sized.limit(1))).one()
        readers = {"a guest": Actor()}
        for key, who in (("member", "a member"), ("operator", "an operator")):
            member = (await session.scalars(select(Member.id).where(Member.email == demo_email(key)))).one()
            actor = await actor_of(session, MemberId(member))
            assert actor is not None
            readers[who] = actor
    return slug, count, readers
